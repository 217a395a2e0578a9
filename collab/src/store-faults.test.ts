// Collab: what goes wrong with the store stays with the store: nothing is doubled, reordered, or blamed on who wrote.
import { closeCodes, messageTypes, type RoomName } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { StoreAway, StoreRefusal } from './store/room-store.js'
import { House, type Person, synced, textOf, until } from './testing/house.js'
import { RawClient, typed, typing } from './testing/raw-client.js'

let house: House
let oda: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
})
afterAll(() => house.close())

const ours = (room: RoomName) => house.ours(oda, room)

test('CP20 a load that fails refuses the join, writes nothing, and the next join is right', async () => {
  const room = await house.room()
  let fails = true
  await house.withStore((real) => ({
    load: async (name) => {
      if (fails) throw new StoreAway(new Error('gone'))
      return real.load(name)
    },
  }))
  for (let i = 0; i < 5; i++) {
    const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room) })
    client.ws.on('open', () => client.sync(2, typed(3, 'x')))
    expect((await client.closed).code).toBe(closeCodes.cannotLoad)
    expect(client.heard).toEqual([])
  }
  expect((await house.logged(room)).rows).toEqual([])
  fails = false
  const provider = await house.write(oda, room)
  await synced(provider)
})

test('CP23 an answer that is lost after the commit doubles no row, and a store that is away loses none', async () => {
  const room = await house.room()
  let call = 0
  await house.withStore((real) => ({
    async append(entries) {
      call++
      if (call % 4 === 1) throw new StoreAway(new Error('before'))
      const outcomes = await real.append(entries)
      if (call % 4 === 2) throw new StoreAway(new Error('after'))
      return outcomes
    },
  }))
  const client = await ours(room)
  const type = typing(3)
  let text = ''
  for (let i = 0; i < 8; i++) {
    client.sync(2, type(`${i};`))
    text += `${i};`
    await until(() => client.saved.at(-1)!.n === i + 2)
  }
  const logged = await house.logged(room)
  expect(logged.text).toBe(text)
  expect(logged.rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 8 }, (_, i) => i + 1))
})

test('CP30 while the store is away our clients hear that nothing is saved, also those who come meanwhile', async () => {
  const room = await house.room()
  let isAway = false
  await house.withStore((real) => ({
    async append(entries) {
      if (isAway) throw new StoreAway(new Error('gone'))
      return real.append(entries)
    },
  }))
  const client = await ours(room)
  isAway = true
  client.sync(2, typed(3, 'venter'))
  const last = (one: RawClient) => one.standings.at(-1)?.reason
  await until(() => last(client) === 'service-behind', 3000)
  const late = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room), ours: true })
  await until(() => late.standings.length > 0)
  expect(late.standings[0]).toEqual({ state: 'open', access: 'write', reason: 'service-behind', epoch: 1 })
  isAway = false
  await until(() => client.saved.at(-1)!.n === 2 && last(client) === null && last(late) === null)
  expect(client.standings).toHaveLength(3)
  expect((await house.logged(room)).text).toBe('venter')
})

test('CP23 a row that the store refuses ends its sender only; other rooms of the commit are saved', async () => {
  const [good, bad] = [await house.room(), await house.room()]
  await house.withStore((real) => ({
    async append(entries) {
      if (entries.some((entry) => entry.room === bad)) throw new StoreRefusal(new Error('too long'))
      return real.append(entries)
    },
  }))
  const [mine, theirs, beside] = [await ours(good), await ours(bad), await ours(bad)]
  theirs.sync(2, typed(3, 'x'))
  mine.sync(2, typed(3, 'godt'))
  expect((await theirs.closed).code).toBe(closeCodes.malformed)
  expect((await beside.closed).code).toBe(closeCodes.evicted)
  await until(() => mine.saved.at(-1)!.n === 2)
  expect((await house.logged(good)).text).toBe('godt')
})

test('CP23 PostgreSQL cuts every connection: nobody is sent away, and all is saved when it is back', async () => {
  const room = await house.room()
  const provider = await house.write(oda, room)
  await synced(provider)
  for (let i = 0; i < 20; i++) {
    textOf(provider).insert(textOf(provider).length, `${i} `)
    if (i % 5 === 0) {
      await house.database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'faellesrum collab' and datname = current_database()`,
      )
    }
  }
  await until(async () => (await house.logged(room)).text === textOf(provider).toString())
  expect(provider.wsconnected).toBe(true)
})

test('CP21 a refused row of one room lets no row of another overtake its elder, which an act had held', async () => {
  const [first, room, beside, bad] = [await house.room(), await house.room(), await house.room(), await house.room()]
  const queued = async () => (await house.collab.registry.getSingleMetric('collab_queued_rows')!.get()).values[0]!.value
  const act = await house.database.owner.connect()
  // Not back into the pool: what it has begun may not be over.
  onTestFinished(() => act.release(true))
  let go = (): void => {}
  let isTaken = false
  const isQueued = new Promise<void>((resolve) => (go = resolve))
  await house.withStore((real) => ({
    async append(entries) {
      if (entries.some((entry) => entry.room === first)) {
        isTaken = true
        await isQueued
      }
      if (entries.some((entry) => entry.room === bad)) throw new StoreRefusal(new Error('too long'))
      const outcomes = await real.append(entries)
      if (entries.some((entry) => entry.room === room)) await act.query('rollback')
      return outcomes
    },
  }))
  const [a, x, b] = [await ours(beside), await ours(bad), await ours(first)]
  // Two rows of one connection: what comes with the first step 2 is a row of its own.
  const writer = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room), ours: true })
  await writer.opened
  await act.query('begin')
  await act.query('select from collab.room where name = $1 for update', [room])
  b.sync(2, typed(2, 'går først'))
  await until(() => isTaken)
  const type = typing(3)
  const rows: [RawClient, 1 | 2, Uint8Array][] = [[writer, 1, type('et ')], [a, 2, typed(4, 'hos')], [x, 2, typed(5, 'x')], [writer, 2, type('to')]]
  for (const [i, [client, step, update]] of rows.entries()) {
    client.sync(step, update)
    await until(async () => (await queued()) === i + 1)
  }
  go()
  await until(() => writer.saved.at(-1)?.n === 2)
  expect((await house.logged(room)).rows.map(({ offline }) => offline)).toEqual([true, false])
  expect((await house.logged(room)).text).toBe('et to')
  expect((await house.logged(beside)).text).toBe('hos')
})

test.each([
  ['for a moment: all is saved, and nobody is sent away', 2, null],
  ['for good: the room starts again, and nobody is called malformed', Infinity, closeCodes.evicted],
])('CP23 our row is saved behind one that others wrote, which cannot be read %s', async (_name, failures, code) => {
  const room = await house.room()
  const beside = await house.room()
  let left = failures
  await house.withStore((real) => ({
    async rowsAfter(name, seq) {
      if (name === room && left-- > 0) throw new StoreAway(new Error('gone'))
      return real.rowsAfter(name, seq)
    },
  }))
  const [mine, listening, other] = [await ours(room), await ours(room), await ours(beside)]
  await house.otherwise(room, [typed(44, 'andres ')])
  mine.sync(2, typed(3, 'mit '))
  other.sync(2, typed(4, 'ved siden af'))
  await until(() => other.saved.at(-1)!.n === 2)
  if (code === null) {
    await until(() => mine.saved.at(-1)!.n === 2)
    await until(() => listening.of(messageTypes.sync).length >= 4)
    expect([mine.closeCode, listening.closeCode]).toEqual([null, null])
  } else {
    expect((await mine.closed).code).toBe(code)
    expect((await listening.closed).code).toBe(code)
  }
  expect(other.closeCode).toBeNull()
  left = 0
  const again = await house.write(oda, room)
  await synced(again)
  expect(textOf(again).toString()).toContain('mit ')
  expect(textOf(again).toString()).toContain('andres ')
})
