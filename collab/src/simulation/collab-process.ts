// Collab, simulation: one collab process. Its end takes all its memory along, in the middle of anything.
import type { PassClaims, RoomName } from '@faellesrum/schema/rooms'
import type { Pool } from 'pg'
import { type Admission, Doorkeeper } from '../doorkeeper.js'
import { fold, shows } from '../fold.mjs'
import { Folder, type Folded } from '../folder.js'
import { defaultLimits, type Limits } from '../limits.js'
import { type Collab, startCollab } from '../mount.js'
import type { Log } from '../ports.js'
import { noRelay } from '../relay.js'
import type { Line } from './line.js'
import type { Town } from './town.js'

/** Small, so that a run of a minute meets them all. */
export const limits: Limits = {
  ...defaultLimits,
  foldUpdates: 40,
  foldAgainBytes: 0,
  foldOnLeave: 5,
  unloadMs: 3000,
  compareEveryMs: 2000,
  unsent: 64 * 1024,
}

export class CollabProcess {
  readonly name: string
  readonly #town: Town
  /** Told apart from the process that will have the same name. */
  #life = 0
  #collab: Collab | null = null
  readonly #lines = new Set<Line>()

  constructor(town: Town, name: string) {
    this.#town = town
    this.name = name
    this.start()
  }

  get isAlive(): boolean {
    return this.#collab !== null
  }

  start(): void {
    if (this.#collab !== null) return
    const { world, database, bus, lies } = this.#town
    const life = ++this.#life
    const isAlive = (): boolean => life === this.#life
    const timers = { after: (ms: number, run: () => void) => world.after(ms, () => isAlive() && run()) }
    world.note(`${this.name} starts`)
    this.#collab = startCollab({
      pool: database.pool(isAlive, lies.forgetsNotice) as Pool,
      store: database.store(isAlive, lies.store?.(database)),
      passKeys: [],
      clock: world.clock,
      timers,
      random: world.random,
      log: this.#log(isAlive),
      origins: [],
      limits,
      relay: bus === null ? noRelay : bus.relay(`${this.name}, ${life}`, isAlive),
      folder: new FolderAtOnce(this.#town),
      doorkeeper: new TrustingDoorkeeper(this.#town),
    })
  }

  accept(line: Line): void {
    this.#lines.add(line)
    const { server, request } = line.link
    server.on('close', () => this.#lines.delete(line))
    const life = this.#life
    server.watch = (bytes) => {
      if (life === this.#life && saysSomething(bytes)) this.#town.witness.written(line.right)
    }
    if (!this.#collab!.handleUpgrade(request, server, Buffer.alloc(0))) server.destroy()
  }

  /** kill -9: no goodbye to anybody, and nothing that was on its way within the process is ever done. */
  kill(): void {
    if (this.#collab === null) return
    this.#town.world.note(`${this.name} is killed`)
    this.#town.witness.counts.kills++
    this.#end()
    for (const line of [...this.#lines]) line.link.cut()
    this.#lines.clear()
  }

  /** SIGTERM. */
  async stop(): Promise<void> {
    const collab = this.#collab
    if (collab === null) return
    const life = this.#life
    this.#town.world.note(`${this.name} is told to stop`)
    await collab.close()
    if (life === this.#life) this.#end()
  }

  #end(): void {
    this.#collab = null
    this.#life++
  }

  /** Expected faults of the store are warnings and refusals; anything else is ours. */
  #log(isAlive: () => boolean): Log {
    const hear = (facts: object, words: string): void => {
      if (!isAlive()) return
      const { err, reason } = facts as { err?: unknown; reason?: unknown }
      const why = err instanceof Error ? (err.stack ?? err.message) : String(reason ?? '')
      this.#town.world.note(`${this.name}: ${words} (${why})`)
      if (!/the store (is away|refused)|Error: closed/.test(why)) this.#town.witness.fail('no fault of ours', `${words} (${why})`)
    }
    const note = (facts: object, words: string): void => {
      if (isAlive()) this.#town.world.note(`${this.name}: ${words} ${JSON.stringify(facts)}`)
    }
    return { debug() {}, info() {}, warn: note, error: hear }
  }
}

/** Folds at once what the worker folds beside: no seed repeats when a thread is done. */
class FolderAtOnce extends Folder {
  readonly #town: Town

  constructor(town: Town) {
    super()
    this.#town = town
  }

  override async fold(base: Uint8Array | null, updates: readonly Uint8Array[], isLog = false): Promise<Folded> {
    const { world, lies } = this.#town
    await world.wait(world.between(1, 60))
    return fold(base, lies.foldsTooLittle === true ? updates.slice(0, -1) : updates, isLog)
  }

  override async shows(...asked: Parameters<Folder['shows']>): Promise<boolean> {
    const { world } = this.#town
    await world.wait(world.between(1, 60))
    return shows(...asked)
  }

  override async close(): Promise<void> {}
}

/** Reads passes that nobody has signed. How forged and foreign ones fare stands in entering.test.ts. */
class TrustingDoorkeeper extends Doorkeeper {
  readonly #town: Town

  constructor(town: Town) {
    super([], {}, town.world.clock, limits)
    this.#town = town
  }

  override async admit(token: string | null, room: RoomName): Promise<Admission> {
    const { world, lies } = this.#town
    await world.wait(world.between(0, 3))
    const claims = JSON.parse(Buffer.from(token ?? '', 'base64url').toString()) as PassClaims
    const isOver = claims.exp * 1000 + limits.passLeewayMs < world.now
    if (isOver || claims.room !== room) return { ok: false, code: 'notSignedIn', reason: 'forged or expired pass' }
    return { ok: true, claims: lies.access === undefined ? claims : { ...claims, access: lies.access } }
  }
}

/** Text or presence, of the frames that go to a client; ours about saving and standing are not. */
function saysSomething(frame: Buffer): boolean {
  if (frame[0] !== 0x82) return false
  const short = frame[1]!
  const type = frame[short < 126 ? 2 : short === 126 ? 4 : 10]
  return type === 0 || type === 1
}

