// The bench: a cell is one server at one piece of work: fresh processes, a fresh database, and what they cost.
import { mkdtemp, rm } from 'node:fs/promises'
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose'
import type { Databases } from './database.js'
import { cpuOf, cpuOfMachine, rssOf } from './machine.js'
import type { Ground, ServerName, Target } from './names.js'
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
type Four = [number, number, number, number]
type WorkPlace = Readonly<{ name: ServerName; trace: string }>
type Started = Readonly<{ server: ServerProcess; ground: Ground }>

export class Cell {
  readonly name: ServerName
  /** The file of the trace. */
  readonly trace: string
  readonly #databases: Databases
  readonly #keys: Keys
  readonly #load: LoadProcess
  readonly #ground: Ground
  #server: ServerProcess
  #othersMs = 0
  #machineMs = 0

  private constructor(work: WorkPlace, databases: Databases, keys: Keys, load: LoadProcess, started: Started) {
    this.name = work.name
    this.trace = work.trace
    this.#databases = databases
    this.#keys = keys
    this.#load = load
    this.#server = started.server
    this.#ground = { ...started.ground, port: started.server.port }
  }

  static async open(name: ServerName, work: Work, databases: Databases, trace: string): Promise<Cell> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const jwk = async (key: CryptoKey): Promise<object> => ({ ...(await exportJWK(key)), kid: 'bench' })
    const keys = { public: await jwk(publicKey), private: await jwk(privateKey) }
    const folder = await mkdtemp(`${trace}-store-`)
    const ground: Ground = { port: 0, databaseUrl: await databases.fresh(), folder, passKeys: [keys.public] }
    const server = await ServerProcess.start(name, ground)
    return new Cell({ name, trace }, databases, keys, await LoadProcess.start(work.load), { server, ground })
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
    this.#server = await ServerProcess.start(this.name, this.#ground)
  }

  /** Kills PostgreSQL as a power cut would, and starts it again. */
  killPostgres(): Promise<void> {
    return this.#databases.restart('SIGKILL')
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
    const [server, postgres, load, wall] = (['server', 'postgres', 'load', 'wall'] as const).map(spent) as Four
    return [result, { server, postgres, load, wall, delayMax }]
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
    await this.#databases.drop(this.#ground.databaseUrl)
    await rm(this.#ground.folder, { recursive: true, force: true })
  }
}
