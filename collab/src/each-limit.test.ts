// Collab: one test for each limit, at its edge, as it is set when nobody sets another.
import { closeCodes, messageTypes, type RoomName } from '@faellesrum/schema/rooms'
import * as encoding from 'lib0/encoding'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.js'
import type { Entry } from './store/room-store.js'
import { House, type Person, until } from './testing/house.js'
import { RawClient, typed, typing } from './testing/raw-client.js'

let house: House
let oda: Person
let later = 0
const now = () => Date.now() + later
beforeAll(async () => {
  house = await House.open({ clock: { now } })
  oda = await house.person('Oda')
})
afterAll(() => house.close())

/** With a pass of the house's clock, `age` seconds old. */
const passFor = (who: Person, room: RoomName, age = 0, lives = 120) => {
  const iat = Math.floor(now() / 1000) - age
  return house.pass(who, room, 'write', { iat, exp: iat + lives })
}

async function enter(room: RoomName, who = oda): Promise<RawClient> {
  const client = new RawClient(`${house.url}/${room}`, { pass: await passFor(who, room), ours: true })
  await client.opened
  await until(() => client.standings.length > 0)
  return client
}

async function entered(room: RoomName, who = oda): Promise<RawClient> {
  const client = await enter(room, who)
  client.begin()
  await until(() => client.saved.length > 0)
  return client
}

/** An update by which the whole message is so long. */
function messageOf(length: number, client: number): Uint8Array {
  const measure = (letters: number): Uint8Array => typed(client, 'a'.repeat(letters))
  const overhead = (update: Uint8Array): number => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint8Array(encoder, update)
    return encoding.length(encoder) + 2
  }
  const first = measure(length - 100)
  return measure(length - 100 + length - overhead(first))
}

const KB = 1024
const MB = 1024 * KB

test('CP17 a message of 1 MiB is taken in, one byte more is too large', async () => {
  const client = await entered(await house.room())
  client.sync(2, messageOf(MB, 5))
  await until(() => client.saved.at(-1)!.n === 2)
  client.sync(2, messageOf(MB + 1, 6))
  expect((await client.closed).code).toBe(closeCodes.tooLarge)
})

test('CP17 only the first step 2 may be larger, up to 12 MiB', async () => {
  const larger = await enter(await house.room())
  larger.sync(1, messageOf(3 * MB, 5))
  await until(() => larger.saved.at(-1)?.n === 1)
  larger.sync(1, messageOf(MB + 1, 6))
  expect((await larger.closed).code).toBe(closeCodes.tooLarge)
  // Not the size but what it says is wrong with the first of these.
  const [most, more] = [await enter(await house.room()), await enter(await house.room())]
  most.ws.send(new Uint8Array(12 * MB).fill(255))
  more.sync(1, new Uint8Array(12 * MB))
  expect((await most.closed).code).toBe(closeCodes.malformed)
  expect((await more.closed).code).toBe(closeCodes.tooLarge)
})

test('CP17 a text of 10 MiB, and not more', async () => {
  const client = await enter(await house.room())
  const half = 'a'.repeat(5 * MB - 1000)
  client.sync(1, Y.mergeUpdates([typed(5, half), typed(6, half)]))
  await until(() => client.saved.at(-1)?.n === 1)
  client.sync(2, typed(7, 'a'.repeat(1000)))
  await until(() => client.saved.at(-1)?.n === 2)
  client.sync(2, typed(8, 'a'.repeat(1000)))
  expect((await client.closed).code).toBe(closeCodes.tooLarge)
})

test('CP17 a message in 64 pieces, and not in 65', async () => {
  const client = await entered(await house.room())
  const send = (pieces: number, update: Uint8Array): void => {
    const encoder = encoding.createEncoder()
    for (const value of [messageTypes.sync, 2]) encoding.writeVarUint(encoder, value)
    encoding.writeVarUint8Array(encoder, update)
    const bytes = encoding.toUint8Array(encoder)
    for (let i = 0; i < pieces - 1; i++) client.ws.send(bytes.subarray(i, i + 1), { fin: false })
    client.ws.send(bytes.subarray(pieces - 1), { fin: true })
  }
  send(64, typed(5, 'a'.repeat(100)))
  await until(() => client.saved.at(-1)!.n === 2)
  send(65, typed(6, 'a'.repeat(100)))
  expect((await client.closed).code).toBe(closeCodes.malformed)
})

/** A socket that says websocket frames as it likes. */
async function socketInto(room: RoomName) {
  const { hostname, port } = new URL(house.url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  socket.on('error', () => {})
  const isGone = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const key = Buffer.alloc(16, 1).toString('base64')
  socket.write(
    `GET /collab/${room}?pass=${await passFor(oda, room)} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n` +
      `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  )
  let heard = Buffer.alloc(0)
  socket.on('data', (bytes) => (heard = Buffer.concat([heard, bytes])))
  await until(() => heard.includes('\r\n\r\n') && heard.indexOf('\r\n\r\n') + 4 < heard.length)
  return { socket, isGone, heard: () => heard }
}

test('CP17 a message that comes in more than 1,024 chunks', async () => {
  const { socket, isGone, heard } = await socketInto(await house.room())
  // 4,000 bytes announced, masked by zeros; then each byte by itself.
  socket.write(Uint8Array.from([0x82, 0xfe, 0x0f, 0xa0, 0, 0, 0, 0]))
  for (let i = 0; i < 1100 && !socket.destroyed; i++) {
    socket.write(Uint8Array.of(0))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await isGone
  // The close frame: its code is the last thing that was said.
  expect(heard().includes(Buffer.from([0x11, 0x30]))).toBe(true)
})

test('CP29 a socket that was told to close, and does not answer, is gone within a second', async () => {
  const { socket, isGone } = await socketInto(await house.room())
  const at = performance.now()
  // A text message of nothing.
  socket.write(Uint8Array.from([0x81, 0x80, 0, 0, 0, 0]))
  await isGone
  expect(performance.now() - at).toBeGreaterThan(900)
  expect(performance.now() - at).toBeLessThan(3000)
})

test('CP29 512 KB in a second once 12.5 MB have been said, and nothing is lost', async () => {
  await house.with({ limits: { firstStep2: 100_000, bytesPerSecond: 50_000 } })
  const client = await entered(await house.room())
  const type = typing(5)
  const at = performance.now()
  // 150,000 at once; 100,000 more take two seconds.
  for (let i = 0; i < 25; i++) client.sync(2, type('a'.repeat(10_000)))
  await until(() => client.saved.at(-1)!.n === 26)
  client.sync(2, type('b'))
  await until(() => client.saved.at(-1)!.n === 27)
  expect(performance.now() - at).toBeGreaterThan(1800)
})

test('CP16 64 KB that hang in the air are held, and not more', async () => {
  for (const [letters, code] of [[60 * KB, null], [66 * KB, closeCodes.resync]] as const) {
    const client = await enter(await house.room())
    const type = typing(5)
    const missing = type('først ')
    client.sync(2, type('a'.repeat(letters)))
    if (code !== null) expect((await client.closed).code).toBe(code)
    else {
      client.sync(1, missing)
      await until(() => client.saved.at(-1)?.n === 2)
    }
  }
})

test('CP16 what hangs in the air is held for ten seconds, and not longer', async () => {
  const [first, second] = [await enter(await house.room()), await enter(await house.room())]
  const type = typing(5)
  const missing = type('først ')
  const early = type('så')
  first.sync(2, early)
  await until(() => first.of(messageTypes.sync).length === 2)
  later += 6000
  await until(() => house.collab.ready())
  second.sync(2, early)
  await until(() => second.of(messageTypes.sync).length === 2)
  later += 5000
  expect((await first.closed).code).toBe(closeCodes.resync)
  // Looked at in the same round.
  expect(second.closeCode).toBeNull()
  second.sync(1, missing)
  await until(() => second.saved.at(-1)?.n === 2)
})

test('CP17 20,000 pieces in one update, and not more; what one hands in first may have as many as it needs', async () => {
  expect(defaultLimits.structs).toBe(20_000)
  /** A text of one letter each, no two of which can be joined. */
  const pieces = (count: number): Uint8Array => {
    const doc = new Y.Doc()
    doc.transact(() => {
      const text = doc.getText('default')
      for (let i = 0; i < count; i++) text.insert(0, 'a')
    })
    return Y.encodeStateAsUpdate(doc)
  }
  for (const [step, count, code] of [[2, 20_000, null], [2, 20_001, closeCodes.tooLarge], [1, 20_001, null]] as const) {
    const room = await house.room()
    const client = await (step === 1 ? enter(room) : entered(room))
    client.sync(step, pieces(count))
    if (code === null) await until(() => client.saved.at(-1)?.n === step)
    else expect((await client.closed).code).toBe(code)
  }
})

test('CP17 a run of ten million clocks, and not more; types 100 deep, and not deeper', async () => {
  const run = (length: number): Uint8Array => {
    const encoder = encoding.createEncoder()
    for (const value of [1, 1, 5, 0, 0, length, 0]) encoding.writeVarUint(encoder, value)
    return encoding.toUint8Array(encoder)
  }
  const nested = (depth: number): Uint8Array => {
    const doc = new Y.Doc()
    doc.transact(() => {
      let parent: Y.XmlFragment = doc.getXmlFragment('default')
      for (let i = 0; i < depth; i++) {
        const element = new Y.XmlElement('blockquote')
        parent.insert(0, [element])
        parent = element
      }
    })
    return Y.encodeStateAsUpdate(doc)
  }
  for (const [good, bad, code] of [
    [run(10_000_000), run(10_000_001), closeCodes.tooLarge],
    [nested(100), nested(102), closeCodes.malformed],
  ] as const) {
    const client = await entered(await house.room())
    client.sync(2, good)
    await until(() => client.saved.at(-1)!.n === 2)
    const other = await entered(await house.room())
    other.sync(2, bad)
    expect((await other.closed).code).toBe(code)
  }
})

test('CP11 a presence of 4,096 bytes, and not of one more; 1,024 of them in a message, and not one more', async () => {
  const padded = (length: number): string => JSON.stringify({ more: 'a'.repeat(length - JSON.stringify({ more: '' }).length) })
  const client = await entered(await house.room())
  client.presence([5, 1, padded(4096)])
  await until(() => client.of(messageTypes.awareness).length === 1)
  client.presence([5, 2, padded(4097)])
  expect((await client.closed).code).toBe(closeCodes.tooLarge)
  const gone = (count: number) => Array.from({ length: count }, (_, i): [number, number, null] => [i + 10, 1, null])
  const echo = await entered(await house.room())
  echo.presence(...gone(1024))
  echo.sync(2, typed(5, 'a'))
  await until(() => echo.saved.at(-1)!.n === 2)
  echo.presence(...gone(1025))
  expect((await echo.closed).code).toBe(closeCodes.tooLarge)
})

test('CP11 nobody is heard more than 20 times in a second, and the last that they said is', async () => {
  const room = await house.room()
  const [tells, listens] = [await entered(room), await entered(room, await house.person('Birk'))]
  const sections = () => listens.of(messageTypes.awareness).length
  const at = performance.now()
  for (let i = 1; i <= 200; i++) {
    tells.presence([5, i, { section: `${i}` }])
    await new Promise((resolve) => setImmediate(resolve))
  }
  const last = () => Buffer.from(listens.heard.filter(({ type }) => type === messageTypes.awareness).at(-1)?.bytes ?? []).includes('"section":"200"')
  await until(last)
  expect(sections()).toBeLessThanOrEqual(2 + ((performance.now() - at) / 1000) * 20)
})

test('CP12 32 client ids in an hour, and 32 more in the next', async () => {
  const room = await house.room()
  const client = await entered(room)
  const bring = (from: number, count: number) =>
    client.presence(...Array.from({ length: count }, (_, i): [number, number, unknown] => [from + i, 1, { writes: true }]))
  const seen = () => client.of(messageTypes.awareness).length
  bring(100, 32)
  await until(() => seen() > 0)
  // An hour in steps that its lease lasts for.
  for (let minutes = 0; minutes < 66; minutes += 11) {
    later += 11 * 60_000
    const leases = client.leases.length
    client.lease(await passFor(oda, room))
    await until(() => client.leases.length > leases)
  }
  const before = seen()
  bring(200, 32)
  await until(() => seen() > before)
  bring(300, 1)
  expect((await client.closed).code).toBe(closeCodes.tooMany)
})

test('CP3 clocks may differ by five seconds, and not by more', async () => {
  const room = await house.room()
  await until(() => house.collab.ready())
  for (const [age, lives, code] of [[120, 119, null], [120, 110, closeCodes.notSignedIn], [-3, 120, null], [-8, 120, closeCodes.notSignedIn]] as const) {
    const client = new RawClient(`${house.url}/${room}`, { pass: await passFor(oda, room, age, lives), ours: true })
    if (code === null) await until(() => client.standings.length > 0)
    else expect((await client.closed).code).toBe(code)
  }
})

test('CP29 a commit takes 2,000 rows along, or 4 MB, and not more', async () => {
  expect(defaultLimits).toMatchObject({ commitRows: 2000, commitBytes: 4 * MB })
  for (const [limit, letters] of [[{ commitRows: 2 }, 1], [{ commitBytes: 25_000 }, 10_000]] as const) {
    const rooms = await Promise.all(Array.from({ length: 6 }, () => house.room()))
    const commits: (readonly Entry[])[] = []
    let isTaken = false
    let go = (): void => {}
    const gate = new Promise<void>((resolve) => (go = resolve))
    await house.withStore((real) => ({
      async append(entries) {
        isTaken = true
        await gate
        commits.push(entries)
        return real.append(entries)
      },
    }), { limits: limit })
    const clients = await Promise.all(rooms.map((room) => entered(room)))
    const [first, ...others] = clients as [RawClient, ...RawClient[]]
    first.sync(2, typed(5, 'a'))
    await until(() => isTaken)
    for (const client of others) client.sync(2, typed(6, 'a'.repeat(letters)))
    await until(async () => (await house.collab.registry.getSingleMetric('collab_queued_rows')!.get()).values[0]!.value === 5)
    go()
    await until(() => clients.every((client) => client.saved.at(-1)!.n === 2))
    expect(commits.map(({ length }) => length)).toEqual([1, 2, 2, 1])
  }
})

test('CP25 a room of 50 updates that is left gets a snapshot, one of 49 does not', async () => {
  await house.with({ limits: { unloadMs: 20 } })
  const snapshots = async (room: RoomName) => (await house.database.owner.query('select from collab.snapshot where room = $1', [room])).rowCount
  const rooms = async () => (await house.collab.registry.getSingleMetric('collab_rooms')!.get()).values[0]!.value
  for (const [updates, made] of [[49, 0], [50, 1]] as const) {
    const room = await house.room()
    const client = await entered(room)
    const type = typing(5)
    for (let i = 0; i < updates; i++) client.sync(2, type('a'))
    await until(() => client.saved.at(-1)!.n === updates + 1)
    client.ws.close()
    await until(async () => (await rooms()) === 0)
    expect(await snapshots(room)).toBe(made)
  }
})

test('CP25 a long text is folded again when as much has come as it has, or 1 MB', async () => {
  expect(defaultLimits).toMatchObject({ foldAgainBytes: MB })
  const folds = async () => (await house.collab.registry.getSingleMetric('collab_folds_total')!.get()).values.reduce((sum, { value }) => sum + value, 0)
  for (const [foldAgainBytes, again] of [[MB, 1], [100, 2]] as const) {
    await house.with({ limits: { foldUpdates: 5, foldAgainBytes } })
    const client = await entered(await house.room())
    client.sync(2, typed(5, 'a'.repeat(4000)))
    const type = typing(6)
    for (let i = 0; i < 5; i++) client.sync(2, type('b'))
    await until(async () => (await folds()) === 1)
    for (let i = 0; i < 20; i++) client.sync(2, type('b'))
    await until(() => client.saved.at(-1)!.n === 27)
    await until(async () => (await folds()) >= again)
    // A fold that was not due would be under way by now.
    client.sync(2, type('b'))
    await until(() => client.saved.at(-1)!.n === 28)
    expect(await folds()).toBe(again)
  }
})

/** The title of the test that shows each limit. A limit without one does not compile, a title that is nowhere fails. */
const shownBy: Readonly<Record<keyof typeof defaultLimits, string>> = {
  frame: 'CP17 a message of 1 MiB',
  structs: 'CP17 20,000 pieces in one update',
  firstStep2: 'CP17 only the first step 2',
  fragments: 'CP17 a message in 64 pieces',
  bufferedChunks: 'CP17 a message that comes in more than 1,024 chunks',
  messagesPerSecond: 'CP29 too many messages wait',
  messagesBurst: 'CP29 too many messages wait',
  bytesPerSecond: 'CP29 512 KB in a second',
  document: 'CP17 a text of 10 MiB',
  heldBytes: 'CP16 64 KB that hang in the air',
  heldMs: 'CP16 what hangs in the air is held for ten seconds',
  nesting: 'CP17 a run of ten million clocks',
  clocksPerRun: 'CP17 a run of ten million clocks',
  presence: 'CP11 a presence of 4,096 bytes',
  presenceEntries: 'CP11 a presence of 4,096 bytes',
  presenceEveryMs: 'CP11 nobody is heard more than 20 times',
  presenceRelayMs: 'CP33 a process that says nothing',
  presenceConfirmMs: 'CP11 nobody speaks for others',
  newClientIds: 'CP12 32 client ids in an hour',
  newClientIdsPerMs: 'CP12 32 client ids in an hour',
  socketsPerPerson: 'CP29 a ninth socket of one person',
  passLeewayMs: 'CP3 clocks may differ by five seconds',
  unsent: 'CP29 whoever does not read is sent away',
  largeAnswer: 'CP29 what came since the last snapshot is not sent again and again',
  largeAnswerEveryMs: 'CP29 a whole text is not sent to the same connection again',
  looksWaiting: 'CP10 few wait for a look',
  pingEveryMs: 'CP29 whoever answers no ping is gone',
  closeMs: 'CP29 a socket that was told to close',
  noticesStaleMs: 'CP14 CP30 when notices cannot be read for two seconds',
  noticesEveryMs: 'CP13 the channel wakes: with an hour between readings',
  compareEveryMs: 'CP19 another process writes into the same room',
  commitBytes: 'CP29 a commit takes 2,000 rows along',
  commitRows: 'CP29 a commit takes 2,000 rows along',
  retryMs: 'CP23 an answer that is lost after the commit',
  readOnTries: 'CP23 our row is saved behind one that others wrote',
  foldUpdates: 'CP25 a room is folded while people write',
  foldBytes: 'CP29 a whole text is not sent to the same connection again',
  foldAgainBytes: 'CP25 a long text is folded again',
  foldOnLeave: 'CP25 a room of 50 updates that is left',
  unloadMs: 'CP28 a room is unloaded when all have left',
  loadMs: 'CP20 a load that takes too long',
}

test('each limit is shown by a test', () => {
  const here = new URL('./', import.meta.url)
  const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts')).map((name) => readFileSync(new URL(name, here), 'utf8'))
  const titles = tests.flatMap((text) => text.replaceAll(/^\s*.*: '(CP|each).*',$/gm, '').match(/'CP\d+ [^']*'/g) ?? [])
  expect(titles.length).toBeGreaterThan(60)
  for (const [limit, title] of Object.entries(shownBy)) {
    expect(titles.filter((one) => one.slice(1).startsWith(title)), limit).not.toEqual([])
  }
})
