// Collab, simulation: PostgreSQL as collab meets it. Every statement takes time, may not arrive, and may be carried out
// although its answer never comes.
import type { RoomName, RoomNotice, RoomState } from '@faellesrum/schema/rooms'
import { MemoryRoomStore } from '../store/memory-room-store.js'
import { type Entry, type Outcome, type RoomStore, StoreAway, StoreRefusal } from '../store/room-store.js'
import type { Witness } from './witness.js'
import type { World } from './world.js'

/** A row that holds this is one that PostgreSQL will not have. */
export const unbearable = Buffer.from('postgres-vil-ikke-have-det')

/** What a test lets the store do wrong, to see that it is noticed. */
export type StoreLies = Partial<RoomStore>

type Row = { id: number; notice: RoomNotice; at: number }

export class Database {
  readonly memory = new MemoryRoomStore()
  readonly world: World
  readonly #witness: Witness
  /** Statements may fail one by one. */
  isMoody = true
  #restarts = 0
  #awayUntil = 0
  #noticesAwayUntil = 0
  #nextNotice = 1
  readonly #notices: Row[] = []
  readonly #listeners = new Set<(payload: string) => void>()

  /** The last row that the witness has seen. */
  readonly seqOf = (room: RoomName): number => this.#witness.seqOf(room)

  constructor(world: World, witness: Witness) {
    this.world = world
    this.#witness = witness
  }

  /** Restarts: whatever was under way has no answer, and for so long nobody gets through. */
  goAway(ms: number): void {
    this.#restarts++
    this.#awayUntil = this.world.now + ms
    this.world.note(`the store is away for ${ms} ms`)
  }

  /** Only the notices cannot be read. */
  hideNotices(ms: number): void {
    this.#noticesAwayUntil = this.world.now + ms
    this.world.note(`notices cannot be read for ${ms} ms`)
  }

  heal(): void {
    this.isMoody = false
    this.#awayUntil = this.#noticesAwayUntil = 0
  }

  /** An act's notice: its number is given now, it can be read when the answer is called. */
  notice(notice: RoomNotice): () => void {
    const row = { id: this.#nextNotice++, notice, at: this.world.now }
    return () => {
      this.#notices.push(row)
      this.#notices.sort((a, b) => a.id - b.id)
      this.world.note(`notice ${row.id} ${JSON.stringify(notice)}`)
      this.#wake('')
    }
  }

  /** The server writes a row, in an act that has the room's lock and is through now. */
  async serverWrites(room: RoomName, client: number, update: Uint8Array): Promise<void> {
    await this.memory.claim([{ room, client, owner: 'server' }])
    const sender = { person: 'server', mandate: 'server' } as const
    const receipt = this.world.random.bytes(20)
    await this.memory.append([{ room, epoch: 1, sender, mandateKind: 'administration', offline: false, updates: [update], receipt }])
    this.#witness.committed(room, await this.memory.rowsAfter(room, this.#witness.seqOf(room)))
    this.#wake(room)
  }

  #wake(payload: string): void {
    for (const wake of this.#listeners) if (this.world.odds(70)) this.world.after(this.world.between(1, 20), () => wake(payload))
  }

  setState(room: RoomName, state: RoomState): void {
    this.memory.setState(room, state)
  }

  /** The store as one process has it. What the process hears after its end it does not hear. */
  store(isAlive: () => boolean, lies: StoreLies = {}): RoomStore {
    const { memory } = this
    const real: RoomStore = {
      load: (room) => memory.load(room),
      append: (entries) => memory.append(entries),
      find: (entries) => memory.find(entries),
      claim: (claims) => memory.claim(claims),
      heads: (rooms) => memory.heads(rooms),
      rowsAfter: (room, seq) => memory.rowsAfter(room, seq),
      saveSnapshot: (room, epoch, snapshot) => memory.saveSnapshot(room, epoch, snapshot),
      ...lies,
    }
    const call = <T>(run: () => Promise<T>): Promise<T> => this.#call(run, isAlive, () => this.#awayUntil)
    return {
      load: (room) => call(() => real.load(room)),
      append: (entries) => call(() => this.#append(real, entries)),
      find: (entries) => call(() => real.find(entries)),
      claim: (claims) => call(() => real.claim(claims)),
      heads: (rooms) => call(() => real.heads(rooms)),
      rowsAfter: (room, seq) => call(() => real.rowsAfter(room, seq)),
      saveSnapshot: (room, epoch, snapshot) =>
        call(async () => {
          await real.saveSnapshot(room, epoch, snapshot)
          this.#witness.snapshot(room, snapshot)
        }),
    }
  }

  async #append(real: RoomStore, entries: readonly Entry[]): Promise<readonly Outcome[]> {
    if (entries.some(({ updates }) => updates.some((update) => Buffer.from(update).includes(unbearable)))) {
      throw new StoreRefusal(new Error('22021'))
    }
    const outcomes = await real.append(entries)
    // What lies in the store is the truth, not what it says of itself.
    for (const room of new Set(entries.map((entry) => entry.room))) {
      this.#witness.committed(room, await this.memory.rowsAfter(room, this.#witness.seqOf(room)))
    }
    return outcomes
  }

  /** The pool as one process has it: notices and names, and nothing else. */
  pool(isAlive: () => boolean, forgets: (notice: RoomNotice) => boolean = () => false): object {
    const query = (asked: string | { text: string; values: unknown[] }, list: unknown[] = []): Promise<{ rows: unknown[] }> => {
      const { text, values } = typeof asked === 'string' ? { text: asked, values: list } : asked
      return this.#call(async () => ({ rows: this.#answer(text, values, forgets) }), isAlive, () =>
        Math.max(this.#awayUntil, this.#noticesAwayUntil),
      )
    }
    return { query, connect: () => this.#connect(query, isAlive) }
  }

  async #connect(query: unknown, isAlive: () => boolean): Promise<object> {
    await this.#call(async () => {}, isAlive, () => Math.max(this.#awayUntil, this.#noticesAwayUntil))
    let woken: ((told: { payload: string }) => void) | null = null
    const wake = (payload: string): void => {
      if (isAlive()) woken?.({ payload })
    }
    this.#listeners.add(wake)
    return {
      query,
      on: (event: string, run: (told: { payload: string }) => void) => {
        if (event === 'notification') woken = run
      },
      off: () => (woken = null),
      release: () => this.#listeners.delete(wake),
    }
  }

  #answer(text: string, values: readonly unknown[], forgets: (notice: RoomNotice) => boolean): unknown[] {
    const rows = this.#notices.filter(({ notice }) => !forgets(notice))
    const told = (row: Row) => ({ id: String(row.id), notice: row.notice, age: this.world.now - row.at })
    if (text.startsWith('listen ')) return []
    if (text.includes('rooms.card')) return (values[0] as string[]).map((person_id) => ({ person_id, name: 'Nogen' }))
    if (text.includes('id > $1 or id = any')) {
      const [highest, missing] = values as [number, number[]]
      return rows.filter(({ id }) => id > highest || missing.includes(id)).map(told)
    }
    // The beginning of a process: what is about, which in a run of minutes is everything.
    if (text.includes('from rooms.notice')) return rows.map(told)
    throw new Error(`a statement that the simulation does not know: ${text}`)
  }

  #call<T>(run: () => Promise<T>, isAlive: () => boolean, awayUntil: () => number): Promise<T> {
    const world = this.world
    const isSlow = this.isMoody && world.odds(2)
    const latency = (): number => (isSlow ? world.between(50, 700) : world.between(0, 3))
    const fate = this.isMoody ? world.chance(100) : 99
    const restarts = this.#restarts
    return new Promise((resolve, reject) => {
      const answer = (tell: () => void): void => {
        world.after(latency(), () => {
          if (isAlive()) tell()
        })
      }
      const away = (why: string): void => answer(() => reject(new StoreAway(new Error(why))))
      world.after(latency(), () => {
        if (world.now < awayUntil()) return away('refused')
        if (fate < 1 || restarts !== this.#restarts) return away('did not arrive')
        // A process that has died meanwhile has sent its statement all the same.
        run().then(
          (value) => answer(() => (fate < 3 || restarts !== this.#restarts ? reject(new StoreAway(new Error('no answer'))) : resolve(value))),
          (error: unknown) => answer(() => reject(error)),
        )
      })
    })
  }
}

