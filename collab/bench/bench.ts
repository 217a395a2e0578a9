// The bench: a cell is one server at one piece of work: fresh processes, a fresh database, and what they cost.
import { mkdtemp, rm } from 'node:fs/promises'
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose'
import type { Databases } from './database.js'
import { cpuOf, cpuOfMachine, rssOf } from './machine.js'
import type { ServerName, Target } from './names.js'
import { LoadProcess, ServerProcess } from './processes.js'

/** What a stretch of work cost; milliseconds of CPU. */
export type Cost = Readonly<{ server: number; postgres: number; load: number; wall: number; delayMax: number }>

/** Named figures of one server; null where a server cannot have one. */
export type Figures = Readonly<Record<string, number | null>>

export type Column = Readonly<{ name: string; title: string; isRatio?: boolean }>

/** One table of the report. */
export type Work = Readonly<{
  name: string
  /** Which steps the load process knows. */
  load: string
  about: string
  columns: readonly Column[]
  /** Servers that can do it at all. */
  fits(server: ServerName): boolean
  /** Measures; throws where what arrived is wrong. */
  measure(cell: Cell, isQuick: boolean): Promise<Figures>
}>

type Keys = Readonly<{ public: object; private: object }>

export class Cell {
  readonly name: ServerName
  /** The file of the trace. */
  readonly trace: string
  readonly #databases: Databases
  readonly #databaseUrl: string
  /** For a store that is a folder. */
  readonly #folder: string
  readonly #load: LoadProcess
  readonly #keys: Keys
  #server: ServerProcess
  #othersMs = 0
  #machineMs = 0

  private constructor(name: ServerName, databases: Databases, url: string, folder: string, load: LoadProcess, keys: Keys, server: ServerProcess, trace: string) {
    this.name = name
    this.trace = trace
    this.#databases = databases
    this.#databaseUrl = url
    this.#folder = folder
    this.#load = load
    this.#keys = keys
    this.#server = server
  }

  static async open(name: ServerName, work: Work, databases: Databases, trace: string): Promise<Cell> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const jwk = async (key: CryptoKey): Promise<object> => ({ ...(await exportJWK(key)), kid: 'bench' })
    const keys = { public: await jwk(publicKey), private: await jwk(privateKey) }
    const url = await databases.fresh()
    const folder = await mkdtemp(`${trace}-store-`)
    const server = await ServerProcess.start(name, { port: 0, databaseUrl: url, folder, passKeys: [keys.public] })
    return new Cell(name, databases, url, folder, await LoadProcess.start(work.load), keys, server, trace)
  }

  /** Where the load finds the server. */
  get target(): Target {
    return { server: this.name, url: `ws://127.0.0.1:${this.#server.port}`, passKey: this.#keys.private }
  }

  /** A step of the work in the load process. */
  call<T = void>(step: string, args: Record<string, unknown> = {}): Promise<T> {
    return this.#load.call<T>(step, { target: this.target, ...args })
  }

  /** Ends the server by a signal. */
  stopServer(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    return this.#server.end(signal)
  }

  /** Starts another one on the same port and database. */
  async startServer(): Promise<void> {
    this.#server = await ServerProcess.start(this.name, {
      port: this.#server.port,
      databaseUrl: this.#databaseUrl,
      folder: this.#folder,
      passKeys: [this.#keys.public],
    })
  }

  /** Kills PostgreSQL as a power cut would, and starts it again. */
  killPostgres(): Promise<void> {
    return this.#databases.killAndRestart()
  }

  /** KB of the server, after it has thrown away what nobody holds. */
  async memory(): Promise<number> {
    await this.#server.ask('collect-garbage')
    return rssOf(this.#server.pid)
  }

  /** What `work` cost, and what came of it. */
  async cost<T>(work: () => Promise<T>): Promise<[T, Cost]> {
    await this.#server.ask('forget-delay')
    const before = this.#read()
    const result = await work()
    const after = this.#read()
    const delayMax = (await this.#server.ask('delay')) ?? 0
    const spent = (name: keyof typeof before): number => after[name] - before[name]
    const ours = spent('server') + spent('postgres') + spent('load') + spent('bench')
    this.#othersMs += Math.max(0, spent('busy') - ours)
    this.#machineMs += spent('total')
    return [result, { server: spent('server'), postgres: spent('postgres'), load: spent('load'), wall: spent('wall'), delayMax }]
  }

  #read() {
    const { busy, total } = cpuOfMachine()
    return {
      server: cpuOf(this.#server.pid),
      postgres: this.#databases.cpu(),
      load: cpuOf(this.#load.pid),
      bench: cpuOf(process.pid),
      busy,
      total,
      wall: performance.now(),
    }
  }

  /** The part of the machine that neither this bench nor idleness had while it measured; null where no cost was. */
  get othersShare(): number | null {
    return this.#machineMs === 0 ? null : this.#othersMs / this.#machineMs
  }

  async close(): Promise<void> {
    await Promise.all([this.#load.end(), this.#server.end('SIGKILL')])
    await this.#databases.drop(this.#databaseUrl)
    await rm(this.#folder, { recursive: true, force: true })
  }
}
