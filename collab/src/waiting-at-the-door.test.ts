// Collab: whoever waits at the door does not wait for ever, and is let in by what holds when it opens.
import { closeCodes, type RoomName } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StoreAway, StoreRefusal } from './store/room-store.js'
import { House, type Person, synced, textOf, until } from './testing/house.js'
import { RawClient, typed } from './testing/raw-client.js'

let house: House
let oda: Person
let birk: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
  birk = await house.person('Birk')
})
afterAll(() => house.close())

const open = async (who: Person, room: RoomName) => new RawClient(`${house.url}/${room}`, { pass: await house.pass(who, room), ours: true })

/** Something that waits until it is told to go on. */
function gate() {
  let go = (): void => {}
  let isReached = (): void => {}
  const opened = new Promise<void>((resolve) => (go = resolve))
  const reached = new Promise<void>((resolve) => (isReached = resolve))
  const wait = (): Promise<void> => {
    isReached()
    return opened
  }
  return { go, reached, wait }
}

test('CP20 a load that takes too long closes 4503; it goes on, and whoever comes back finds the room', async () => {
  const room = await house.room()
  const { go, wait } = gate()
  let loads = 0
  await house.withStore(
    (real) => ({
      async load(name) {
        loads++
        await wait()
        return real.load(name)
      },
    }),
    { limits: { loadMs: 100 } },
  )
  for (let i = 0; i < 3; i++) {
    const client = await open(oda, room)
    expect((await client.closed).code).toBe(closeCodes.cannotLoad)
    expect(client.heard).toEqual([])
  }
  go()
  await synced(await house.write(oda, room))
  expect(loads).toBe(1)
})

test('CP23 a full disk: what is there can be read, also in a room that was not loaded, and is written when there is room', async () => {
  const [room, beside] = [await house.room(), await house.room()]
  await house.otherwise(room, [typed(44, 'Det står her')])
  let isFull = false
  const full = async (): Promise<void> => {
    if (isFull) throw new StoreAway(new Error('could not extend file'))
  }
  await house.withStore((real) => ({
    append: (entries) => full().then(() => real.append(entries)),
    claim: (claims) => full().then(() => real.claim(claims)),
    saveSnapshot: (...snapshot) => full().then(() => real.saveSnapshot(...snapshot)),
  }))
  const writing = await open(oda, beside)
  await writing.opened
  writing.begin()
  await until(() => writing.saved.length > 0)
  writing.sync(2, typed(3, 'først '))
  await until(() => writing.saved.length > 1)
  isFull = true
  writing.sync(2, typed(3, 'så ', typed(3, 'først ')))
  await until(() => writing.standings.at(-1)!.reason === 'service-behind')
  const reading = await house.write(birk, room, 'read')
  const coming = await house.write(birk, room)
  await synced(reading, coming)
  expect([textOf(reading).toString(), textOf(coming).toString()]).toEqual(['Det står her', 'Det står her'])
  textOf(coming).insert(0, 'Hør: ')
  isFull = false
  await until(async () => (await house.logged(room)).text === 'Hør: Det står her')
  await until(() => writing.saved.at(-1)!.n === 3)
  expect([reading.wsconnected, coming.wsconnected]).toEqual([true, true])
})

test('CP13 CP3 what is decided, and what runs out, while a room is loading holds when it is there', async () => {
  let later = 0
  const [soon, late, beside] = [await house.room(), await house.room(), await house.room()]
  const gates = new Map([soon, late].map((room) => [room, gate()]))
  await house.withStore(
    (real) => ({
      async load(name) {
        await gates.get(name)?.wait()
        return real.load(name)
      },
    }),
    { clock: { now: () => Date.now() + later }, limits: { loadMs: 3_600_000 } },
  )
  const [ended, old] = [await open(birk, soon), await open(oda, late)]
  await Promise.all([...gates.values()].map(({ reached }) => reached))
  const watching = await open(birk, beside)
  await until(() => watching.standings.length > 0)
  await house.notice({ kind: 'ended', room: null, person: birk.id, mandate: null, session: null })
  expect((await watching.closed).code).toBe(closeCodes.rightEnded)
  gates.get(soon)!.go()
  expect((await ended.closed).code).toBe(closeCodes.rightEnded)
  later = 130_000
  gates.get(late)!.go()
  expect((await old.closed).code).toBe(closeCodes.fetchNewPass)
  expect([...ended.heard, ...old.heard]).toEqual([])
})

test('CP23 a room that is evicted while somebody waits to be named is not the one they get into', async () => {
  const room = await house.room()
  let refuses = false
  await house.withStore((real) => ({
    async append(entries) {
      if (refuses) throw new StoreRefusal(new Error('too long'))
      return real.append(entries)
    },
  }))
  const writing = await open(oda, room)
  await writing.opened
  writing.begin()
  await until(() => writing.saved.length > 0)
  const act = await house.database.owner.connect()
  await act.query('begin')
  await act.query('lock table rooms.card_of in access exclusive mode')
  const waiting = await open(birk, room)
  await waiting.opened
  await until(async () => (await act.query(`select from pg_locks where not granted`)).rowCount)
  refuses = true
  writing.sync(2, typed(3, 'x'))
  expect((await writing.closed).code).toBe(closeCodes.malformed)
  await act.query('rollback')
  act.release()
  expect((await waiting.closed).code).toBe(closeCodes.evicted)
  expect(waiting.heard).toEqual([])
})
