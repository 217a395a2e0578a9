// Collab: a room's text as far as the room has one: the last snapshot, what came since, and what both say about clocks
// and deletions. Committed rows only; no Y.Doc.
import type { LogRow } from '@faellesrum/schema/rooms'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Chunk } from './chunk.js'
import { Knowledge } from './knowledge.js'
import type { Limits } from './limits.js'
import { scan } from './scan.js'
import { type Scanned, splice } from './splice.js'
import type { Loaded, Snapshot } from './store/room-store.js'

export class RoomText {
  /** The last row of the log that is in here. */
  seq: number
  readonly knowledge: Knowledge
  readonly #limits: Limits
  readonly #chunk = new Chunk()
  #snapshot: Snapshot | null
  /** The answer to a join must not run ahead of the log, so nothing uncommitted is in it. */
  #tail: Scanned[] = []
  #tailBytes = 0
  #tailAnswer: { seq: number; splice: Uint8Array | null } | null = null

  /** Throws `UnreadableRow` for a log that the scan will not have. */
  constructor({ snapshot, tail }: Loaded, limits: Limits) {
    this.#limits = limits
    this.#snapshot = snapshot
    this.seq = snapshot?.seq ?? 0
    this.knowledge = snapshot ? Knowledge.of(snapshot) : new Knowledge()
    for (const row of tail) this.takeRow(row)
  }

  /** The size of it all as updates; deleted letters count as long as they are not folded away. */
  get bytes(): number {
    return this.snapshotBytes + this.#tailBytes
  }

  get snapshotBytes(): number {
    return this.#snapshot?.update.length ?? 0
  }

  get tailLength(): number {
    return this.#tail.length
  }

  get tailBytes(): number {
    return this.#tailBytes
  }

  /** A copy that stays, for an update that is on its way into the log. */
  keep(update: Uint8Array): Uint8Array {
    return this.#chunk.keep(update)
  }

  /** Takes in what has been committed as row `seq`; answers what of it is to be told. */
  take(updates: readonly Scanned[], seq: number): Scanned[] {
    const taken = updates.map((one) => this.#unknownPart(one))
    this.seq = seq
    return taken
  }

  /** Takes in a row that somebody else wrote. */
  takeRow(row: Pick<LogRow, 'seq' | 'updates'>): Scanned[] {
    const taken = row.updates.map((bytes) => {
      const found = scan(bytes, this.knowledge, this.#limits)
      if (typeof found === 'string') throw new UnreadableRow(row.seq, found)
      return this.#unknownPart({ bytes, scan: found })
    })
    this.seq = row.seq
    return taken
  }

  /**
   * Taken in with each piece that begins before what is committed cut there: what two processes took in at once, or a client
   * sends again, and what somebody makes up so that it belongs in two places.
   */
  #unknownPart(one: Scanned): Scanned {
    let known: Map<number, number> | null = null
    for (const { client, clock, end } of one.scan.sections) {
      const committed = this.knowledge.committed(client)
      if (clock < committed && committed < end) (known ??= new Map()).set(client, committed)
    }
    if (known !== null) {
      const bytes = Y.diffUpdate(one.bytes, Y.encodeStateVector(known))
      const found = scan(bytes, this.knowledge, this.#limits)
      if (typeof found === 'string') throw new UnreadableRow(this.seq, found)
      one = { bytes, scan: found }
    }
    this.#take(one)
    return one
  }

  #take(one: Scanned): void {
    for (const { client, end } of one.scan.sections) this.knowledge.commit(client, end)
    for (const { client, from, to } of one.scan.deletions) this.knowledge.deleted.add(client, from, to)
    if (one.scan.children !== null) this.knowledge.children.putAll(one.scan.children)
    this.#tail.push(one)
    this.#tailBytes += one.bytes.length
  }

  stateVector(): Uint8Array {
    const encoder = encoding.createEncoder()
    const known = [...this.knowledge.clients].filter(([, { committed }]) => committed > 0)
    encoding.writeVarUint(encoder, known.length)
    for (const [client, { committed }] of known) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, committed)
    }
    return encoding.toUint8Array(encoder)
  }

  /**
   * What somebody lacks who stands here: the snapshot, updates that must come before the answer, and the answer itself.
   * The whole delete set is always in the answer: state vectors know no deletions.
   */
  lackedBy(theirs: ReadonlyMap<number, number>): { snapshot: Uint8Array | null; before: Uint8Array[]; answer: Uint8Array } {
    const has = (clocks: Iterable<readonly [client: number, clock: number]>): boolean => {
      for (const [client, clock] of clocks) if ((theirs.get(client) ?? 0) < clock) return false
      return true
    }
    const held = this.#snapshot
    const snapshot = held !== null && !has(Knowledge.vectorOf(held.stateVector)) ? held.update : null
    const hasAll = has([...this.knowledge.clients].map(([client, { committed }]) => [client, committed]))
    const tail = hasAll ? null : this.#tailNow()
    const before = hasAll || tail !== null ? [] : this.#tail.map(({ bytes }) => bytes)
    return { snapshot, before, answer: tail ?? splice([], this.knowledge.deleted)! }
  }

  /** The tail as one update with the whole delete set; kept until the next commit. Null where it cannot be joined. */
  #tailNow(): Uint8Array | null {
    if (this.#tailAnswer?.seq !== this.seq) {
      this.#tailAnswer = { seq: this.seq, splice: splice(this.#tail, this.knowledge.deleted) }
    }
    return this.#tailAnswer.splice
  }

  /** All that a snapshot of now has to be folded from. */
  toFold(): { base: Uint8Array | null; updates: Uint8Array[]; seq: number } {
    return { base: this.#snapshot?.update ?? null, updates: this.#tail.map(({ bytes }) => bytes), seq: this.seq }
  }

  /** `folded` updates of the tail are in this snapshot; those that came meanwhile stay. */
  useSnapshot(snapshot: Snapshot, folded: number): void {
    this.#snapshot = snapshot
    this.#tail = this.#tail.slice(folded)
    this.#tailBytes = this.#tail.reduce((sum, { bytes }) => sum + bytes.length, 0)
    this.#tailAnswer = null
    this.#chunk.release()
    // A document also deletes what nobody named: what was put into something deleted.
    this.knowledge.addDeletions(snapshot.deletions)
  }
}

/** A row of the log that the scan will not have: the room is then built from a fold, which knows more. */
export class UnreadableRow extends Error {
  constructor(seq: number, refusal: string) {
    super(`row ${seq} of the log is ${refusal}`)
  }
}
