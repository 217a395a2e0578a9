// Collab, store: the one in PostgreSQL keeps the contract, and its log cannot be changed by whoever serves.
import { RoomName } from '@faellesrum/schema/rooms'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type CollabDatabase } from '../testing/database.js'
import { PostgresRoomStore } from './postgres-room-store.js'
import { describeRoomStore } from './room-store.contract.js'
import { StoreAway, StoreRefusal } from './room-store.js'

let database: CollabDatabase
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

const create = async (room: RoomName): Promise<void> => {
  await database.owner.query('insert into collab.room (name) values ($1)', [room])
}

describeRoomStore('PostgreSQL', async () => ({
  store: new PostgresRoomStore(database.pool),
  create,
  async setState(room, state) {
    await database.owner.query('update collab.room set state = $2 where name = $1', [room, state])
  },
  async hold(room, during) {
    const act = await database.owner.connect()
    await act.query('begin')
    await act.query('select from collab.room where name = $1 for update', [room])
    await during()
    await act.query('rollback')
    act.release()
  },
}))

test.each(['update collab.log set offline = true', 'delete from collab.log', 'truncate collab.log', 'delete from collab.client_id'])(
  'CP21 the role that serves may not: %s',
  async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  },
)

test('CP23 a fault of the data is a refusal, a broken connection is not', async () => {
  const room = RoomName.print('draft', randomUUID())
  await create(room)
  const store = new PostgresRoomStore(database.pool)
  const entry = {
    room,
    epoch: 1,
    sender: { person: null, mandate: 'm' as never },
    mandateKind: 'guest',
    offline: false,
    updates: [Uint8Array.of(1)],
    receipt: Uint8Array.of(1, 2, 3),
  } as const
  // NUL cannot stand in PostgreSQL's text.
  await expect(store.append([{ ...entry, mandateKind: 'a\0b' as never }])).rejects.toThrow(StoreRefusal)
  await store.append([entry])
  await expect(store.append([entry])).rejects.toThrow(StoreAway)
  expect(await store.rowsAfter(room, 0)).toHaveLength(1)

  const client = await database.pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const broken = new PostgresRoomStore({ query: (config: never) => client.query(config) } as never)
  client.on('error', () => {})
  await database.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  await expect(broken.load(room)).rejects.toThrow(StoreAway)
  client.release(true)
})
