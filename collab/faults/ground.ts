// The faults: what they happen to. A real PostgreSQL that keeps its promises, real processes of collab, a Redis.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unknownPart } from '@faellesrum/schema/drafts'
import { portIfFree } from '@faellesrum/tools/ports'
import { findRedis, type RunningRedis, startRedis } from '@faellesrum/tools/redis'
import { exportJWK, generateKeyPair } from 'jose'
import pg from 'pg'
import * as Y from 'yjs'
import { Databases } from '../bench/database.js'
import { rssOf } from '../bench/machine.js'
import { roomName } from '../bench/names.js'
import { PostgresRoomStore } from '../src/store/postgres-room-store.js'

/** The tests run from source, what they start is built. */
const built = new URL(import.meta.url.endsWith('.ts') ? '../dist/' : '../', import.meta.url)
export const builtFile = (path: string): string => fileURLToPath(new URL(path, built))
const program = builtFile('bin/collab.js')

// Below those that the system gives away: a process that starts again must find its port free, whatever runs beside it.
const [lowest, highest] = [20_000, 32_000]
let next = lowest + ((process.pid * 37) % (highest - lowest))
async function ownPort(): Promise<number> {
  for (;;) {
    next = next < highest ? next + 1 : lowest
    const port = await portIfFree(next)
    if (port !== null) return port
  }
}

/** One process of collab, as an installation starts it. */
export class Node {
  readonly port: number
  readonly #env: Readonly<Record<string, string>>
  #process: ChildProcess | null = null
  #said = ''
  /** What it was ended by, if nobody here ended it. */
  died: string | null = null

  private constructor(port: number, env: Readonly<Record<string, string>>) {
    this.port = port
    this.#env = env
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Node> {
    const node = new Node(await ownPort(), env)
    await node.start()
    return node
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#process!.pid!
  }

  get rssMb(): number {
    return rssOf(this.pid) / 1024
  }

  /** What it has logged; warnings and worse. */
  get log(): string {
    return this.#said
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: `${this.port}`, LOG_LEVEL: 'warn', ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    const hear = (bytes: Buffer): void => void (this.#said += bytes)
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code, signal) => {
      if (this.#process === child) this.died = signal ?? `${code}`
    })
    const deadline = performance.now() + 20_000
    while ((await this.readiness()) !== 200) {
      if (this.died !== null || performance.now() > deadline) throw new Error(`collab did not start:\n${this.#said}`)
      await pause(20)
    }
  }

  /** The answer of /readyz; 0 where there is none within `ms`. */
  async readiness(ms = 5000): Promise<number> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/readyz`, { signal: AbortSignal.timeout(ms) })).status
    } catch {
      return 0
    }
  }

  /** Ends it; resolves with how long that took. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const child = this.#process
    if (child === null || child.exitCode !== null) return 0
    this.#process = null
    const began = performance.now()
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await gone
    return performance.now() - began
  }

  /** One figure of /metrics, summed over its labels. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text()
    const found = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'gm'))]
    return found.reduce((sum, [, value]) => sum + Number(value), 0)
  }
}

export class Ground {
  readonly databases: Databases
  readonly databaseUrl: string
  readonly passKey: object
  /** What collab checks it against. */
  readonly passKeys: readonly object[]
  readonly pool: pg.Pool
  readonly #folder: string
  readonly #nodes: Node[]
  readonly #redises: RunningRedis[] = []
  #rooms = 0

  private constructor(databases: Databases, databaseUrl: string, folder: string, passKey: object, passKeys: readonly object[], nodes: Node[] = []) {
    this.databases = databases
    this.databaseUrl = databaseUrl
    this.#folder = folder
    this.passKey = passKey
    this.passKeys = passKeys
    this.#nodes = nodes
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    // The faults are about this.
    this.pool.on('error', () => {})
  }

  static async open(): Promise<Ground> {
    const databases = await Databases.open()
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const folder = mkdtempSync(join(tmpdir(), 'faellesrum-faults-'))
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'bench' }]
    writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }))
    return new Ground(databases, await databases.fresh(), folder, { ...(await exportJWK(privateKey)), kid: 'bench' }, keys)
  }

  async startNode(over: { databaseUrl?: string; redisUrl?: string } = {}): Promise<Node> {
    const { databaseUrl = this.databaseUrl, redisUrl } = over
    const node = await Node.start({
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'http://localhost:4000',
      PASS_PUBLIC_KEYS: join(this.#folder, 'keys.json'),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    })
    this.#nodes.push(node)
    return node
  }

  /** The same over another database of the same PostgreSQL; its pool is the caller's to end, its nodes are ended with ours. */
  over(databaseUrl: string): Ground {
    return new Ground(this.databases, databaseUrl, this.#folder, this.passKey, this.passKeys, this.#nodes)
  }

  /** Null where the machine has none. */
  async startRedis(port?: number): Promise<RunningRedis | null> {
    const command = findRedis()
    if (command === null) return null
    const redis = await startRedis(command, port ?? (await ownPort()))
    this.#redises.push(redis)
    return redis
  }

  /** One that nobody has been in. */
  newRoom(): string {
    return roomName(this.#rooms++)
  }

  /** The document that the log in PostgreSQL makes, with nothing left over. */
  async fromLog(room: string): Promise<Y.Doc> {
    const doc = new Y.Doc()
    const rows = await new PostgresRoomStore(this.pool).rowsAfter(room as never, 0)
    for (const { updates } of rows) for (const update of updates) Y.applyUpdate(doc, unknownPart(doc, update))
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the log has a hole')
    return doc
  }

  async close(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.end('SIGKILL')))
    await Promise.all(this.#redises.map((redis) => redis.stop()))
    await this.pool.end()
    await this.databases.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
