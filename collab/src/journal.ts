// Collab: the way of text into the log. One commit is in flight for the whole process; what comes in meanwhile rides
// with the next. No timer: an idle server commits at once, a busy one makes big commits.
import type { RoomName } from '@faellesrum/schema/rooms'
import type { Connection, Frame } from './connection.js'
import type { Limits } from './limits.js'
import type { Metrics } from './metrics.js'
import type { Clock, Log, Random, Timers } from './ports.js'
import type { Scanned } from './splice.js'
import { type Entry, type Outcome, type RoomStore, StoreAway, StoreRefusal } from './store/room-store.js'

/** A row to be: updates of one connection. Grows until the journal takes it. */
export class Draft implements Entry {
  readonly updates: Uint8Array[] = []
  readonly scanned: Scanned[] = []
  readonly frames: number[] = []
  /** Frames of others that hold only what this row holds: saved when it is. */
  readonly followers: { connection: Connection; n: number }[] = []
  bytes = 0

  constructor(
    readonly to: DraftRoom,
    readonly from: Connection,
    readonly offline: boolean,
    readonly receipt: Uint8Array,
    readonly since: number,
  ) {}

  get room(): RoomName {
    return this.to.name
  }

  get epoch(): number {
    return this.to.epoch
  }

  get sender(): Entry['sender'] {
    return this.from.sender
  }

  get mandateKind(): Entry['mandateKind'] {
    return this.from.claims.mandateKind
  }

  add(scanned: Scanned, frame: Frame): void {
    this.updates.push(scanned.bytes)
    this.scanned.push(scanned)
    this.frames.push(frame.n)
    this.bytes += scanned.bytes.length
  }
}

export type Saved = Readonly<{ draft: Draft; seq: number }>

/** What the journal asks of a room. */
export interface DraftRoom {
  readonly name: RoomName
  readonly epoch: number
  readonly isEvicted: boolean
  /** These rows are in the log, in this order. Resolves when the room has taken notice. */
  committed(saved: readonly Saved[]): Promise<void>
  /** These rows will never be: the room takes no text now, or is another one. */
  rejected(drafts: readonly Draft[], outcome: 'shut' | 'gone'): void
  /** PostgreSQL will not have this row. */
  poisoned(draft: Draft, error: Error): void
  /** What is in the log could not be taken in. */
  failed(error: unknown): void
}

export type JournalPorts = Readonly<{
  store: RoomStore
  clock: Clock
  timers: Timers
  random: Random
  limits: Limits
  log: Log
  metrics: Metrics
  /** The store cannot be reached (true), or can again (false): sockets pause meanwhile, for what is unsaved needs a bound. */
  away(isAway: boolean): void
}>

type Result = Outcome | { kind: 'refused'; error: Error } | { kind: 'dropped' }

export class Journal {
  readonly #ports: JournalPorts
  #queue: Draft[] = []
  #inFlight: readonly Draft[] = []
  #inFlightDone: Promise<void> = Promise.resolve()
  #running: Promise<void> | null = null
  #scheduled = false
  #away = false
  #closed = false
  #wake: (() => void) | null = null

  constructor(ports: JournalPorts) {
    this.#ports = ports
  }

  get queued(): number {
    return this.#queue.length
  }

  draft(to: DraftRoom, from: Connection, offline: boolean): Draft {
    const { random, clock } = this.#ports
    const draft = new Draft(to, from, offline, random.bytes(20), clock.now())
    this.#queue.push(draft)
    this.#schedule()
    return draft
  }

  /** The newest row to be of a room, in the queue or on its way. */
  last(room: DraftRoom): Draft | null {
    return this.#queue.findLast((draft) => draft.to === room) ?? this.#inFlight.findLast((draft) => draft.to === room) ?? null
  }

  /** Resolves when nothing is queued and nothing on its way; never while the store is away. */
  async settled(): Promise<void> {
    while (this.#scheduled || this.#running !== null) {
      if (this.#running !== null) await this.#running
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Resolves when no commit with a row of this room waits for its answer any more. */
  async idle(room: RoomName): Promise<void> {
    if (this.#inFlight.some((draft) => draft.room === room)) await this.#inFlightDone
  }

  close(): void {
    this.#closed = true
    this.#wake?.()
  }

  /** At the end of the turn, so that frames that arrive together are committed together. */
  #schedule(): void {
    if (this.#scheduled || this.#running !== null) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#running = this.#run().finally(() => {
        this.#running = null
        if (this.#queue.length > 0 && !this.#closed) this.#schedule()
      })
    })
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0 && !this.#closed) {
      const batch = this.#take()
      if (batch.length === 0) return
      this.#inFlight = batch
      const work = this.#commit(batch).then((results) => this.#settle(batch, results))
      this.#inFlightDone = work.then(
        () => {},
        () => {},
      )
      try {
        const anySettled = await work
        // Every room of the batch is held by an act: it will be short.
        if (!anySettled) await this.#pause(20)
      } catch (error) {
        if (this.#closed) return
        // A fault of ours, not of the store, and of nobody who writes.
        for (const { to } of batch) if (!to.isEvicted) to.failed(error)
      } finally {
        this.#inFlight = []
      }
    }
  }

  #take(): Draft[] {
    const { commitBytes, commitRows } = this.#ports.limits
    const batch: Draft[] = []
    let bytes = 0
    let taken = 0
    for (const draft of this.#queue) {
      if (batch.length >= commitRows || (bytes > 0 && bytes + draft.bytes > commitBytes)) break
      taken++
      if (draft.from.draft === draft) draft.from.draft = null
      if (draft.to.isEvicted) continue
      batch.push(draft)
      bytes += draft.bytes
    }
    this.#queue = this.#queue.slice(taken)
    return batch
  }

  /** An outcome for each; tries until the store has answered. */
  async #commit(batch: readonly Draft[]): Promise<readonly Result[]> {
    const { store, log, limits, metrics } = this.#ports
    const results = new Map<Draft, Result>()
    let open = batch
    for (let unsure = false; ; ) {
      try {
        if (unsure) {
          const found = await store.find(open)
          for (const [i, seq] of found.entries()) if (seq !== null) results.set(open[i]!, { kind: 'saved', seq })
          open = open.filter((draft) => !results.has(draft))
          unsure = false
        }
        if (open.length > 0) {
          for (const [i, outcome] of (await store.append(open)).entries()) results.set(open[i]!, outcome)
          metrics.commits.inc()
        }
        this.#setAway(false)
        return batch.map((draft) => results.get(draft)!)
      } catch (error) {
        if (error instanceof StoreRefusal) {
          const refused = await this.#findGuilty(open, error)
          for (const [i, result] of refused.entries()) results.set(open[i]!, result)
          return batch.map((draft) => results.get(draft)!)
        }
        if (!(error instanceof StoreAway)) throw error
        // It may have been carried out: look for the receipts before trying again.
        unsure = true
        metrics.away.inc()
        log.warn({ rows: open.length, reason: error.message }, 'the log cannot be written; waiting')
        this.#setAway(true)
        await this.#pause(limits.retryMs)
        if (this.#closed) throw error
      }
    }
  }

  /** Halves the batch: one room's bad row must not stop all others. What follows in its room on a row that is not saved shares its fate. */
  async #findGuilty(batch: readonly Draft[], error: StoreRefusal): Promise<readonly Result[]> {
    if (batch.length === 1) return [{ kind: 'refused', error }]
    const middle = batch.length >> 1
    const first = await this.#commit(batch.slice(0, middle))
    const fates = new Map<DraftRoom, Result>()
    for (const [i, result] of first.entries()) {
      if (result.kind !== 'saved') fates.set(batch[i]!.to, result.kind === 'refused' ? { kind: 'dropped' } : result)
    }
    const rest = batch.slice(middle)
    const free = rest.filter(({ to }) => !fates.has(to))
    const second = free.length > 0 ? await this.#commit(free) : []
    return [...first, ...rest.map((draft): Result => fates.get(draft.to) ?? second[free.indexOf(draft)]!)]
  }

  /** Tells each room what became of its rows. False if all of them have to wait. */
  async #settle(batch: readonly Draft[], results: readonly Result[]): Promise<boolean> {
    const { clock, metrics } = this.#ports
    const busy: Draft[] = []
    const saved = new Map<DraftRoom, Saved[]>()
    const lost = new Map<DraftRoom, { outcome: 'shut' | 'gone'; drafts: Draft[] }>()
    for (const [i, draft] of batch.entries()) {
      const result = results[i]!
      if (result.kind === 'busy') busy.push(draft)
      else if (result.kind === 'saved') {
        push(saved, draft.to, { draft, seq: result.seq })
        metrics.saveSeconds.observe((clock.now() - draft.since) / 1000)
      } else if (result.kind === 'refused') draft.to.poisoned(draft, result.error)
      else if (result.kind !== 'dropped') {
        const one = lost.get(draft.to) ?? { outcome: result.kind, drafts: [] }
        one.drafts.push(draft)
        lost.set(draft.to, one)
      }
    }
    this.#queue = [...busy, ...this.#queue]
    for (const [room, { drafts, outcome }] of lost) {
      const queued = this.#queue.filter((draft) => draft.to === room)
      this.#queue = this.#queue.filter((draft) => draft.to !== room)
      for (const draft of queued) if (draft.from.draft === draft) draft.from.draft = null
      room.rejected([...drafts, ...queued], outcome)
    }
    await Promise.all([...saved].map(([room, rows]) => room.committed(rows).catch((error: unknown) => room.failed(error))))
    return busy.length < batch.length
  }

  #setAway(away: boolean): void {
    if (away === this.#away) return
    this.#away = away
    this.#ports.away(away)
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.timers.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
