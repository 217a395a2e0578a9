// Collab: limits hold. What is too fast waits, what is too much ends, and others are not disturbed.
import { closeCodes, messageTypes, type RoomName } from '@faellesrum/schema/rooms'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { StoreAway } from './store/room-store.js'
import { House, type Person, synced, textOf, until } from './testing/house.js'
import { RawClient, typed } from './testing/raw-client.js'

let house: House
let oda: Person
let birk: Person
beforeAll(async () => {
  house = await House.open({
    limits: { messagesPerSecond: 100, messagesBurst: 50, pingEveryMs: 1000, socketsPerPerson: 8, largeAnswerEveryMs: 400, unsent: 256 * 1024 },
  })
  oda = await house.person('Oda')
  birk = await house.person('Birk')
})
afterAll(() => house.close())

const enter = async (who: Person, room: RoomName, ours = false) => {
  const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(who, room), ours })
  await client.opened
  return client
}

test('CP29 too many messages wait, none is lost, and nobody is closed', async () => {
  const room = await house.room()
  const client = await enter(oda, room, true)
  client.begin()
  const doc = new Y.Doc()
  const at = Date.now()
  const type = (): void => {
    const before = Y.encodeStateVector(doc)
    doc.getText('default').insert(0, 'x')
    client.sync(2, Y.encodeStateAsUpdate(doc, before))
  }
  for (let i = 0; i < 150; i++) type()
  await until(() => client.saved.at(-1)?.n === 151)
  // What one read of the socket brought is heard, whatever it is; the next read waits until the rate has come down:
  // 152 messages, of which 50 may come at once, at 100 a second.
  type()
  await until(() => client.saved.at(-1)?.n === 152)
  expect(Date.now() - at).toBeGreaterThan(800)
  expect((await house.logged(room)).text).toBe('x'.repeat(151))
})

test('CP29 a ninth socket of one person is one too many', async () => {
  const room = await house.room()
  const clients = await Promise.all(Array.from({ length: 9 }, () => enter(birk, room)))
  const closed = await Promise.race(clients.map((client) => client.closed))
  expect(closed.code).toBe(closeCodes.tooMany)
  expect(clients.filter((client) => client.ws.readyState === WebSocket.OPEN)).toHaveLength(8)
})

test('CP29 whoever does not read is sent away, and the others hear everything', async () => {
  // At the pace of people this takes half a minute.
  await house.with({ limits: { bytesPerSecond: 1e9 } })
  const room = await house.room()
  const slow = await enter(birk, room)
  slow.begin()
  await until(() => slow.of(messageTypes.sync).length > 1)
  slow.ws.pause()
  const [a, b] = [await house.write(oda, room), await house.write(oda, room)]
  await synced(a, b)
  const page = 'Grønne veje og trygge skoler. '.repeat(2000)
  for (let i = 0; i < 250 && slow.closeCode === null; i++) {
    textOf(a).insert(0, page)
    textOf(a).delete(0, page.length)
    if (i % 25 === 0) {
      const { values } = await house.collab.registry.getSingleMetric('collab_closed_total')!.get()
      if (values.some(({ labels, value }) => labels['reason'] === 'resync' && value > 0)) break
    }
  }
  await until(async () => {
    const { values } = await house.collab.registry.getSingleMetric('collab_closed_total')!.get()
    return values.some(({ labels, value }) => labels['reason'] === 'resync' && value > 0)
  })
  textOf(a).insert(0, 'slut')
  await until(() => textOf(b).toString() === textOf(a).toString())
}, 60_000)

test('CP29 whoever answers no ping is gone at the next round, so two rounds after they were last heard', async () => {
  const room = await house.room()
  const ws = new WebSocket(`${house.url}/${room}?pass=${await house.pass(oda, room)}`, { autoPong: false })
  ws.on('error', () => {})
  onTestFinished(() => ws.terminate())
  let pings = 0
  ws.on('ping', () => void pings++)
  await new Promise((resolve) => ws.once('close', resolve))
  expect(pings).toBe(1)
})

test('CP29 whoever goes while sockets are not read is seen to have gone', async () => {
  const room = await house.room()
  let isAway = false
  const limits = { pingEveryMs: 1000 }
  await house.withStore((real) => ({
    async append(entries) {
      if (isAway) throw new StoreAway(new Error('gone'))
      return real.append(entries)
    },
  }), { limits })
  const clients = async () => (await house.collab.registry.getSingleMetric('collab_clients')!.get()).values[0]!.value
  const [going, staying] = [await enter(birk, room, true), await enter(oda, room, true)]
  staying.begin()
  await until(() => staying.saved.length > 0)
  isAway = true
  staying.sync(2, typed(5, 'venter'))
  await until(() => going.standings.at(-1)?.reason === 'service-behind')
  // Not read by us, so the end that comes after it is not read either.
  going.begin()
  going.ws.once('ping', () => going.ws.terminate())
  await until(async () => (await clients()) === 1)
  isAway = false
  await until(() => staying.saved.at(-1)?.n === 2)
})

test('CP29 pings wait behind a large answer: whoever takes it in slowly is not gone', async () => {
  const room = await house.room()
  const client = await enter(oda, room, true)
  client.begin()
  for (let i = 0; i < 9; i++) client.sync(2, typed(100 + i, 'a'.repeat(1_000_000)))
  await until(() => client.saved.at(-1)?.n === 10)
  const slow = new WebSocket(`${house.url}/${room}?pass=${await house.pass(birk, room)}`, { autoPong: false })
  slow.on('error', () => {})
  onTestFinished(() => slow.terminate())
  await new Promise((resolve) => slow.once('open', resolve))
  let bytes = 0
  const drip = () => {
    slow.pause()
    setTimeout(() => slow.resume(), 20)
  }
  const socket = (slow as unknown as { _socket: import('node:net').Socket })._socket
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes < 6_000_000) drip()
  })
  slow.send(Uint8Array.of(0, 0, 1, 0))
  const codes: number[] = []
  slow.once('close', (code) => codes.push(code))
  await until(() => bytes > 8_000_000)
  expect(codes).toEqual([])
})

test('CP29 a whole text is not sent to the same connection again and again', async () => {
  const room = await house.room()
  const client = await enter(oda, room)
  client.begin()
  client.sync(2, typed(5, 'a'.repeat(300_000)))
  await until(async () => (await house.database.owner.query('select from collab.snapshot where room = $1', [room])).rowCount)
  const asking = await enter(oda, room)
  for (let i = 0; i < 20; i++) asking.sync(0, Uint8Array.of(0))
  const whole = () => asking.heard.filter(({ bytes }) => bytes.length > 300_000).length
  await until(() => whole() === 2)
  expect(whole()).toBe(2)
  expect(asking.closeCode).toBeNull()
})

test('CP29 what came since the last snapshot is not sent again and again either', async () => {
  const room = await house.room()
  const client = await enter(oda, room, true)
  client.begin()
  client.sync(2, typed(5, 'a'.repeat(100_000)))
  await until(() => client.saved.at(-1)?.n === 2)
  const asking = await enter(birk, room)
  const answers = () => asking.heard.filter(({ bytes }) => bytes.length > 100_000).length
  const at = performance.now()
  for (let round = 0; round < 30; round++) {
    asking.sync(0, Uint8Array.of(0))
    // Answered in turn, so the question before it is through.
    asking.send((encoder) => encoding.writeVarUint(encoder, messageTypes.queryAwareness))
    await until(() => asking.of(messageTypes.awareness).length > round)
  }
  await until(() => answers() > 1)
  expect(answers()).toBeLessThanOrEqual(2 + (performance.now() - at) / 400)
  expect(asking.closeCode).toBeNull()
})
