// Collab: "saved" means committed, and nothing that was saved is ever lost.
import { closeCodes, type RoomName } from '@faellesrum/schema/rooms'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
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

test('CP7 saved frames count up, come after the commit, and name its row', async () => {
  const room = await house.room()
  const client = await ours(room)
  expect(client.saved).toEqual([{ n: 1, seq: 0 }])
  const type = typing(3)
  for (let i = 2; i <= 6; i++) {
    client.sync(2, type(`${i}`))
    await until(() => client.saved.at(-1)!.n === i)
    const { rows } = await house.logged(room)
    expect(rows.map((row) => Number(row.seq))).toContain(client.saved.at(-1)!.seq)
    expect((await house.logged(room)).text.endsWith(`${i}`)).toBe(true)
  }
  for (let i = 0; i < 50; i++) client.sync(2, type('x'))
  await until(() => client.saved.at(-1)!.n === 56)
  const told = client.saved.map(({ n }) => n)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  // Sent again after a cut: nothing new, and saved all the same.
  const again = await ours(room)
  again.sync(2, typed(3, '2'))
  await until(() => again.saved.at(-1)!.n === 2)
})

test('CP16 what is typed before the first sync is held and saved with it, in the order of the frames', async () => {
  const room = await house.room()
  const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room), ours: true })
  await client.opened
  const type = typing(3)
  const offline = type('i toget ')
  const early = type('og her')
  client.sync(2, early)
  await until(() => client.of(0).length === 2)
  expect(client.saved).toEqual([])
  client.sync(1, Y.mergeUpdates([offline, early]))
  await until(() => client.saved.at(-1)?.n === 2)
  expect((await house.logged(room)).text).toBe('i toget og her')
})

test('CP16 what was held for ten seconds, or is more than 64 KB, must come anew', async () => {
  const room = await house.room()
  const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(oda, room) })
  await client.opened
  const type = typing(3)
  type('fehlt')
  client.sync(2, type('a'.repeat(65_000)))
  client.sync(2, type('a'.repeat(65_000)))
  expect((await client.closed).code).toBe(closeCodes.resync)
})

test('CP20 many come while a room is loading: it is loaded once, and each sees the whole text first', async () => {
  const room = await house.room()
  const first = await house.write(oda, room)
  await synced(first)
  textOf(first).insert(0, 'Hele teksten')
  await until(async () => (await house.logged(room)).text === 'Hele teksten')
  first.destroy()
  let loads = 0
  let open = (): void => {}
  const allAreThere = new Promise<void>((resolve) => (open = resolve))
  await house.withStore((real) => ({
    async load(name) {
      loads++
      await allAreThere
      return real.load(name)
    },
  }))
  const seen: string[] = []
  const coming = await Promise.all(Array.from({ length: 20 }, () => house.write(oda, room)))
  void until(() => coming.every((provider) => provider.wsconnected)).then(open)
  for (const provider of coming) provider.on('sync', (is: boolean) => is && seen.push(textOf(provider).toString()))
  await synced(...coming)
  expect(loads).toBe(1)
  expect(new Set(seen)).toEqual(new Set(['Hele teksten']))
})

test('CP19 another process writes into the same room: its words arrive, and ours follow', async () => {
  const room = await house.room()
  const provider = await house.write(oda, room)
  await synced(provider)
  textOf(provider).insert(0, 'vores')
  await until(async () => (await house.logged(room)).text === 'vores')
  await house.otherwise(room, [typed(44, 'andres ')])
  textOf(provider).insert(5, ' igen')
  await until(() => textOf(provider).toString().includes('andres'))
  await until(async () => (await house.logged(room)).text.includes('vores igen'))
  expect((await house.logged(room)).rows.map((row) => Number(row.seq))).toEqual([1, 2, 3])
  await house.otherwise(room, [typed(45, 'uden at nogen skriver ')])
  await until(() => textOf(provider).toString().includes('uden at nogen'))
})

test('CP28 a room is unloaded when all have left, and the next finds everything', async () => {
  await house.stop()
  await house.start({ limits: { unloadMs: 20 } })
  onTestFinished(async () => {
    await house.stop()
    await house.start()
  })
  const rooms = async () => (await house.collab.registry.getSingleMetric('collab_rooms')!.get()).values[0]!.value
  const room = await house.room()
  let text = ''
  for (let cycle = 0; cycle < 25; cycle++) {
    const provider = await house.write(oda, room)
    await synced(provider)
    expect(textOf(provider).toString()).toBe(text)
    textOf(provider).insert(text.length, `${cycle} `)
    text += `${cycle} `
    await until(async () => (await house.logged(room)).text === text)
    provider.destroy()
    // Now and then after the room has gone, else while it is going.
    if (cycle % 3 === 0) await until(async () => (await rooms()) === 0)
  }
  await until(async () => (await rooms()) === 0)
})

// ---- a process of its own, killed without warning ----

const program = fileURLToPath(new URL('../dist/bin/collab.js', import.meta.url))

class Process {
  #child: ChildProcess | null = null
  readonly #env: Record<string, string>

  constructor(
    readonly port: number,
    keysFile: string,
  ) {
    this.#env = {
      PORT: String(port),
      DATABASE_URL: house.database.url,
      PUBLIC_URL: 'https://rum.test',
      PASS_PUBLIC_KEYS: keysFile,
      LOG_LEVEL: 'warn',
    }
    onTestFinished(async () => void (await this.kill('SIGKILL')))
  }

  async start(): Promise<void> {
    this.#child = spawn(process.execPath, [program], { env: { ...process.env, ...this.#env }, stdio: ['ignore', 'ignore', 'inherit'] })
    await until(async () => (await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null))?.status === 200)
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }
}

async function aProcess(): Promise<Process> {
  // The program as it is run, so as it is built; what did not change costs a second.
  spawnSync('npx', ['tsc', '-b', 'collab'], { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'faellesrum-collab-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const keysFile = join(folder, 'keys.json')
  writeFileSync(keysFile, JSON.stringify({ keys: house.keys }))
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return new Process(port, keysFile)
}

/** A stock client whose pass is always new, as a page fetches it. */
async function writer(process: Process, who: Person, room: RoomName): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${process.port}/collab`, room, new Y.Doc(), {
    params: { pass: await house.pass(who, room) },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    maxBackoffTime: 300,
  })
  onTestFinished(() => provider.destroy())
  return provider
}

test('CP7 kill -9 again and again while two write: nothing that was saved is lost, and both converge', { timeout: 240_000 }, async () => {
  const room = await house.room()
  const running = await aProcess()
  await running.start()
  const birk = await house.person('Birk')
  const [a, b] = [await writer(running, oda, room), await writer(running, birk, room)]
  await synced(a, b)
  const rounds = process.env['FULL'] === '1' ? 20 : 3
  const saved = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const watched = new RawClient(`ws://127.0.0.1:${running.port}/collab/${room}`, { pass: await house.pass(oda, room), ours: true })
    await watched.opened
    watched.begin()
    const type = typing(50_000 + round)
    let word = 0
    const typingOn = setInterval(() => {
      textOf(a).insert(textOf(a).length, `a${round}.${word} `)
      textOf(b).insert(0, `b${round}.${word} `)
      watched.sync(2, type(`<${round}.${word++}>`))
    }, 2)
    await until(() => watched.saved.length > 40)
    await running.kill('SIGKILL')
    clearInterval(typingOn)
    // Frame 1 was the empty step 2; every later one up to n was one word.
    const { n } = watched.saved.at(-1)!
    for (let i = 0; i <= n - 2; i++) saved.add(`<${round}.${i}>`)
    await running.start()
  }
  await until(() => a.synced && b.synced && textOf(a).toString() === textOf(b).toString())
  const whole = textOf(a).toString()
  expect([...saved].filter((one) => !whole.includes(one))).toEqual([])
  await until(async () => (await house.logged(room)).text === textOf(a).toString())
  for (let round = 0; round < rounds; round++) expect(whole.split(`a${round}.0 `)).toHaveLength(2)
  expect(a.doc.store.pendingStructs).toBeNull()
  const { rows } = await house.logged(room)
  expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, i) => i + 1))
  expect(rows.filter((row) => row.person !== oda.id && row.person !== birk.id)).toEqual([])
})

test('CP28 SIGTERM: what was received is saved, sockets close with 1012, the process ends well', { timeout: 60_000 }, async () => {
  const room = await house.room()
  const running = await aProcess()
  await running.start()
  const client = new RawClient(`ws://127.0.0.1:${running.port}/collab/${room}`, { pass: await house.pass(oda, room), ours: true })
  await client.opened
  client.begin()
  const type = typing(3)
  for (let i = 0; i < 100; i++) client.sync(2, type('x'))
  await until(() => client.saved.length > 1)
  const left = running.kill('SIGTERM')
  expect((await client.closed).code).toBe(closeCodes.restart)
  expect(await left).toBe(0)
  expect((await house.logged(room)).text.length).toBeGreaterThanOrEqual(client.saved.at(-1)!.n - 1)
})
