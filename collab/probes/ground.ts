// The probes: what they are tried on. The real program in a process of its own, over a real PostgreSQL.
import { draftShape } from '@faellesrum/schema/drafts'
import { newId } from '@faellesrum/schema/kernel'
import { type Access, passAudience, type PassClaims, passLifetimeMs, passVersion, RoomName, type RoomKind } from '@faellesrum/schema/rooms'
import { portIfFree } from '@faellesrum/tools/ports'
import { exportJWK, generateKeyPair, type CryptoKey, SignJWT } from 'jose'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cpuOf, rssOf } from '../bench/machine.js'
import { PostgresRoomStore } from '../src/store/postgres-room-store.js'
import { pause } from './probe.js'

export const id = () => newId<never>(Date.now(), randomBytes(16))

export type Person = Readonly<{ name: string; id: string; mandate: string; session: string }>

/** Where the program lies that was built; from source and from what was built it is the same file. */
const program = join(import.meta.dirname, import.meta.url.endsWith('.js') ? '../bin/collab.js' : '../dist/bin/collab.js')

/** Collab as an installation starts it. */
export class Program {
  readonly port: number
  readonly #child: ChildProcess
  #said = ''
  /** What ended it, if nobody here did. */
  died: string | null = null
  #isOver = false

  private constructor(port: number, child: ChildProcess) {
    this.port = port
    this.#child = child
    const hear = (bytes: Buffer): void => void (this.#said += bytes)
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code, signal) => {
      if (!this.#isOver) this.died = signal ?? `${code}`
    })
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Program> {
    const port = (await portIfFree(0))!
    const child = spawn(process.execPath, [program], {
      env: { HOST: '127.0.0.1', PORT: `${port}`, LOG_LEVEL: 'warn', PUBLIC_URL: 'http://localhost:4000', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = new Program(port, child)
    const deadline = performance.now() + 20_000
    while (!(await started.#isReady())) {
      if (started.died !== null || performance.now() > deadline) throw new Error(`collab did not start:\n${started.#said}`)
      await pause(20)
    }
    return started
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/readyz`)).status === 200
    } catch {
      return false
    }
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/collab`
  }

  get rssMb(): number {
    return rssOf(this.#child.pid!) / 1024
  }

  get cpuMs(): number {
    return cpuOf(this.#child.pid!)
  }

  /** Ended by itself, or an error that nobody caught. */
  get faults(): string[] {
    return [this.died, /unhandled|uncaught/i.exec(this.#said)?.[0] ?? null].filter((fault) => fault !== null)
  }

  async end(): Promise<void> {
    this.#isOver = true
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()))
    this.#child.kill('SIGKILL')
    await gone
  }
}

type Claims = Partial<Record<keyof PassClaims, unknown>>

export class Ground {
  readonly pool: pg.Pool
  readonly collab: Program
  readonly #start: (over: Readonly<Record<string, string>>) => Promise<Program>
  readonly #key: CryptoKey
  readonly #folder: string
  readonly #beside: Program[] = []

  private constructor(pool: pg.Pool, collab: Program, start: Ground['startBeside'], key: CryptoKey, folder: string) {
    this.pool = pool
    this.collab = collab
    this.#start = start
    this.#key = key
    this.#folder = folder
  }

  /** Over a database that has collab's tables and the stand-ins. */
  static async open(databaseUrl: string): Promise<Ground> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const folder = mkdtempSync(join(tmpdir(), 'faellesrum-probes-'))
    const keys = join(folder, 'keys.json')
    writeFileSync(keys, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'probes' }] }))
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
    pool.on('error', () => {})
    const start = (over: Readonly<Record<string, string>>): Promise<Program> =>
      Program.start({ DATABASE_URL: databaseUrl, PASS_PUBLIC_KEYS: keys, ...over })
    try {
      return new Ground(pool, await start({}), start, privateKey, folder)
    } catch (error) {
      await pool.end()
      throw error
    }
  }

  /** Another process over the same log. */
  async startBeside(over: Readonly<Record<string, string>>): Promise<Program> {
    const program = await this.#start(over)
    this.#beside.push(program)
    return program
  }

  async close(): Promise<void> {
    await Promise.all([this.collab, ...this.#beside].map((program) => program.end()))
    await this.pool.end()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async room(kind: RoomKind = 'draft'): Promise<RoomName> {
    const room = RoomName.print(kind, id())
    await this.pool.query('insert into collab.room (name) values ($1)', [room])
    return room
  }

  async person(name: string): Promise<Person> {
    const person = { name, id: id(), mandate: id(), session: id() }
    await this.pool.query('insert into rooms.card_of values ($1, $2)', [person.id, name])
    return person
  }

  pass(who: Person, room: string, access: Access = 'write', over: Claims = {}): Promise<string> {
    const iat = Math.floor(Date.now() / 1000)
    const claims = {
      v: passVersion,
      aud: passAudience,
      room,
      sub: who.id,
      mandate: who.mandate,
      mandateKind: 'council-member',
      access,
      shape: draftShape,
      session: who.session,
      iat,
      exp: iat + passLifetimeMs / 1000,
      ...over,
    }
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: 'probes' }).sign(this.#key)
  }

  /** Rows after `seq` as the store reads them: for each its sender and the client's own updates. */
  rowsAfter(room: string, seq: number) {
    return new PostgresRoomStore(this.pool).rowsAfter(room as RoomName, seq)
  }

  /** How many rows, and how many bytes. */
  async logSize(room: string): Promise<{ rows: number; bytes: number }> {
    const { rows } = await this.pool.query(
      'select count(*)::int as rows, coalesce(sum(length(updates)), 0)::int as bytes from collab.log where room = $1',
      [room],
    )
    return rows[0]
  }
}
