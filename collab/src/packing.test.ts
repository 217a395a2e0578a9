// Collab: packing loses nothing, at whichever of its steps it breaks off.
import { type LogRow, RoomName } from '@faellesrum/schema/rooms'
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomRecords } from './door.js'
import { Folder } from './folder.js'
import { packOldRows } from './packing.js'
import { PostgresRoomStore } from './store/postgres-room-store.js'
import { pack, unpack } from './store/segment.js'
import { aDatabase, type CollabDatabase } from './testing/database.js'
import { typing } from './testing/raw-client.js'

let database: CollabDatabase
const folder = new Folder()
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(async () => {
  await folder.close()
  await database.drop()
})

const rows = 250
const later = () => new Date(Date.now() + 60_000)

/** A room that was written in for long, with a snapshot that lacks the last two rows. */
async function written(): Promise<RoomName> {
  const room = RoomName.print('draft', randomUUID())
  await database.owner.query('insert into collab.room (name) values ($1)', [room])
  const store = new PostgresRoomStore(database.pool)
  const type = typing(5)
  const updates = Array.from({ length: rows }, (_, i) => [type('æ'), ...(i % 3 === 0 ? [type('b')] : [])])
  const entries = updates.map((list, i) => ({
    room,
    epoch: 1,
    sender: { person: i % 2 ? randomUUID() : null, mandate: randomUUID() } as never,
    mandateKind: 'citizen-member' as const,
    offline: i % 5 === 0,
    updates: list,
    receipt: Buffer.from(`${room.slice(-12)}${i}`.padEnd(20).slice(0, 20)),
  }))
  await store.append(entries)
  await database.owner.query(`update collab.log set authors = '{"by": {"a": [1.5, "æ"]}}' where room = $1 and seq = 7`, [room])
  const folded = await folder.fold(null, updates.slice(0, rows - 2).flat())
  await store.saveSnapshot(room, 1, { seq: rows - 2, ...folded })
  return room
}

async function logOf(room: RoomName, after = 0): Promise<LogRow[]> {
  const found: LogRow[] = []
  for await (const row of roomRecords(database.pool).log(room, after)) found.push(row)
  return found
}

const left = async (room: RoomName): Promise<number> =>
  Number((await database.owner.query('select count(*) from collab.log where room = $1', [room])).rows[0].count)

const packAll = (pool: Pool = database.pool) => packOldRows(pool, later(), 20)

test('CP34 a packed log reads as before: all of it, from any row on, at any version, and loads', async () => {
  const room = await written()
  const records = roomRecords(database.pool)
  const [log, version] = [await logOf(room), await records.read(room, 30)]
  expect(log).toHaveLength(rows)
  expect(await packAll()).toBe(rows - 2)
  expect(await left(room)).toBe(2)
  expect(await logOf(room)).toEqual(log)
  for (const after of [1, 100, rows - 3, rows - 2, rows - 1, rows]) expect(await logOf(room, after)).toEqual(log.slice(after))
  await database.owner.query('delete from collab.snapshot where room = $1', [room])
  expect(await records.read(room, 30)).toEqual(version)
  const loaded = await new PostgresRoomStore(database.pool).load(room)
  expect(loaded?.tail).toEqual(log)
  expect(await packAll()).toBe(0)
})

test('CP34 what is new, what no snapshot holds and the last row of a room stay as they are', async () => {
  const room = await written()
  expect(await packOldRows(database.pool, new Date(Date.now() - 60_000), 20)).toBe(0)
  expect(await left(room)).toBe(rows)
  expect(await packAll()).toBe(rows - 2)
})

/** Breaks off at its n-th statement, before it is carried out or after. */
function breaking(n: number, when: 'before' | 'after'): Pool {
  let left = n
  return {
    async query(...asked: Parameters<Pool['query']>) {
      const isLast = --left === 0
      if (isLast && when === 'before') throw new Error('broken off')
      const answer = await database.pool.query(...asked)
      if (isLast) throw new Error('broken off')
      return answer
    },
  } as never
}

test('CP34 broken off at any of its statements, before or after, it has lost nothing and goes on where it was', async () => {
  const room = await written()
  const log = await logOf(room)
  let broken = 0
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; n <= 7; n++) {
      await packAll(breaking(n, when)).catch(() => broken++)
      expect(await logOf(room)).toEqual(log)
    }
  }
  expect(broken).toBeGreaterThanOrEqual(7)
  await packAll()
  expect(await left(room)).toBe(2)
  expect(await logOf(room)).toEqual(log)
})

test('CP34 a segment that is not what its rows are lets none of them go', async () => {
  const room = await written()
  const log = await logOf(room)
  await packAll(breaking(4, 'before')).catch(() => {})
  const { rows: made } = await database.owner.query('select rows from collab.segment where room = $1', [room])
  const changed = (await unpack(made[0].rows)).map((row, i) => (i === 50 ? { ...row, received_at: row.received_at.replace('Z', '1Z') } : row))
  await database.owner.query('update collab.segment set rows = $2 where room = $1', [room, await pack(changed)])
  await expect(packAll()).rejects.toThrow('is not what its rows are')
  expect(await left(room)).toBe(rows)
  expect(await logOf(room)).toEqual(log)
})

test('CP34 whoever serves can let go only what a segment holds, to the byte', async () => {
  const room = await written()
  const none = await database.pool.query('select collab.let_go_packed($1, 1) as rows', [room])
  expect(none.rows).toEqual([{ rows: '0' }])
  await database.pool.query(
    `insert into collab.segment (room, first_seq, last_seq, epoch, rows, digest)
     values ($1, 1, 100, 1, '', collab.digest_of($1, 1, 99))`,
    [room],
  )
  await expect(database.pool.query('select collab.let_go_packed($1, 1)', [room])).rejects.toThrow('not those that were packed')
  for (const statement of ['delete from collab.segment', 'update collab.segment set last_seq = last_seq'])
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  expect(await left(room)).toBe(rows)
})
