// Collab: looks an update over before anything believes it. No document and no objects of Yjs: the work is proportional
// to the update, never to the text it changes. What passes can be applied by every client, at once and without a rest.
import { ByteReader, malformed } from './byte-reader.js'
import { child, type Children } from './children.js'
import type { Knowledge } from './knowledge.js'
import type { Limits } from './limits.js'
import { goInARing, type Late } from './late.js'
import { type Beside, type Placed, Placing } from './placing.js'
import { isTextRoot, skipAny, skipJson, textLength } from './scan-values.js'

/** One client's run: clocks `[clock, end)`, as `structs` structs that stand in the bytes `[from, to)`. */
export type Section = Readonly<{ client: number; clock: number; end: number; structs: number; from: number; to: number }>

export type Deletion = Readonly<{ client: number; from: number; to: number }>

export type Scan = Readonly<{
  sections: readonly Section[]
  deletions: readonly Deletion[]
  /** Where the per-client entries of the delete set begin, and how many there are. */
  deleteSetAt: number
  deleteSetClients: number
  /** Holds something the room does not have yet. */
  news: boolean
  /** Every section begins exactly where the room stands: such updates can be spliced. */
  flush: boolean
  /** Builds on something, of a client it has no section of, that is accepted but not committed: it may not overtake it. */
  crosses: boolean
  /** What it puts among the children of elements; null for the letters that most updates are. */
  children: Children | null
}>

/**
 * `hole`: something is missing before it (an honest client may do that before its first sync). `malformed`: no client
 * writes that. `tooLarge`: more clocks or bytes than a room takes. `tooManyIds`: of more client ids that the room does not
 * know than one connection may bring.
 */
export type ScanRefusal = 'hole' | 'malformed' | 'tooLarge' | 'tooManyIds'

/** Up to so many sections are looked through: a key stroke has one, and needs no map of them. */
const few = 8

const reader = new ByteReader()

export function scan(update: Uint8Array, room: Knowledge, limits: Limits): Scan | ScanRefusal {
  try {
    return new UpdateScan(room, limits).read(update)
  } catch (refused) {
    if (refused === malformed) return 'malformed'
    if (refused === hole) return 'hole'
    if (refused === tooLarge) return 'tooLarge'
    if (refused === tooManyIds) return 'tooManyIds'
    throw refused
  }
}

const hole: unique symbol = Symbol('hole')
const tooLarge: unique symbol = Symbol('tooLarge')
const tooManyIds: unique symbol = Symbol('tooManyIds')

class UpdateScan {
  readonly #room: Knowledge
  readonly #limits: Limits
  readonly #sections: Section[] = []
  #byClient: Map<number, Section> | null = null
  #unknown = 0
  readonly #deletions: Deletion[] = []
  readonly #late: Late[] = []
  #placing: Placing | null = null
  /** How far the room has the client whose section is being read. */
  #next = 0
  #news = false
  #flush = true
  #crosses = false

  constructor(room: Knowledge, limits: Limits) {
    this.#room = room
    this.#limits = limits
  }

  read(update: Uint8Array): Scan {
    reader.open(update)
    const count = reader.varUint()
    if (count > reader.left) throw malformed
    for (let i = 0; i < count; i++) this.#readSection()
    const deleteSetClients = reader.varUint()
    const deleteSetAt = reader.at
    if (deleteSetClients > reader.left) throw malformed
    for (let i = 0; i < deleteSetClients; i++) this.#readDeletions()
    if (reader.left > 0) throw malformed
    this.#settleHoles()
    if (this.#late.length > 0) this.#settleLate()
    this.#placing?.settle()
    return {
      sections: this.#sections,
      deletions: this.#deletions,
      deleteSetAt,
      deleteSetClients,
      news: this.#news,
      flush: this.#flush,
      crosses: this.#crosses,
      children: this.#placing?.children ?? null,
    }
  }

  #readSection(): void {
    const structs = reader.varUint()
    const client = reader.varUint()
    const clock = reader.varUint()
    // A struct is at least two bytes long; a claim of 2^31 of them would make Yjs allocate the list first.
    if (structs === 0 || structs > reader.left) throw malformed
    // A second section of the same client overwrites the first when Yjs reads it.
    if (this.#sectionOf(client) !== undefined) throw malformed
    const progress = this.#room.clients.get(client)
    if (progress === undefined && ++this.#unknown > this.#limits.newClientIds) throw tooManyIds
    const next = (this.#next = progress?.next ?? 0)
    const from = reader.at
    let at = clock
    for (let i = 0; i < structs; i++) {
      const length = this.#readStruct(client, at)
      // Items without a length keep the clock where it is, and Yjs looking for it for ever.
      if (length === 0) throw malformed
      if (length > this.#limits.clocksPerRun) throw tooLarge
      at += length
      if (at - clock > this.#limits.clocksPerRun) throw tooLarge
    }
    const section = { client, clock, end: at, structs, from, to: reader.at }
    this.#sections.push(section)
    this.#byClient?.set(client, section)
    if (at > next) this.#news = true
    if (clock !== next) this.#flush = false
  }

  /** The struct's length in clocks. */
  #readStruct(client: number, clock: number): number {
    const info = reader.uint8()
    const kind = info & 0b11111
    if (kind === 0) return this.#readCollected(client, clock)
    if (kind > 9) throw malformed // 10 is Skip: whoever sends it has lost something
    const hasOrigin = (info & 0b10000000) !== 0
    const hasRight = (info & 0b01000000) !== 0
    // What it stands beside, or in: the right one only where there is no left one, as Yjs has it.
    let ofClient = 0
    let ofClock = 0
    let isLate = false
    let beside: Beside = 'sibling'
    if (hasOrigin) isLate = this.#need(client, clock, (ofClient = reader.varUint()), (ofClock = reader.varUint()))
    if (hasRight) {
      const rightClient = reader.varUint()
      const rightClock = reader.varUint()
      const isRightLate = this.#need(client, clock, rightClient, rightClock)
      if (!hasOrigin) {
        ofClient = rightClient
        ofClock = rightClock
        isLate = isRightLate
      }
    }
    if (!hasOrigin && !hasRight) {
      const named = reader.varUint()
      if (named === 1) beside = isTextRoot(reader) ? 'root' : 'elsewhere'
      else if (named === 0) {
        beside = 'parent'
        isLate = this.#need(client, clock, (ofClient = reader.varUint()), (ofClock = reader.varUint()))
      } else throw malformed
      if ((info & 0b00100000) !== 0) {
        // An attribute is nobody's child.
        textLength(reader)
        beside = 'elsewhere'
      }
    }
    // A type within a type that is no element or text of the text: nobody could tell how deep.
    if (kind === 7 && beside === 'elsewhere') throw malformed
    const at = reader.at
    const length = this.#readContent(kind)
    if (beside !== 'elsewhere' || clock < this.#next) this.#place(client, clock, length, kind, reader.bytes[at]!, ofClient, ofClock, beside, isLate)
    return length
  }

  /** GC: of something that whoever sends it had deleted with all that lay around it. */
  #readCollected(client: number, clock: number): number {
    const length = reader.varUint()
    const from = Math.max(clock, this.#next)
    if (from < clock + length) (this.#placing ??= new Placing(this.#room, this.#limits.nesting)).collect(client, from, clock + length)
    return length
  }

  /** Letters beside letters, which most are, cost a look at what they stand beside. */
  #place(client: number, clock: number, length: number, kind: number, type: number, ofClient: number, ofClock: number, beside: Beside, isLate: boolean): void {
    const end = clock + length
    const from = Math.max(clock, this.#next)
    if (from >= end) return
    // The rest of something that the room has begins where that ends, whatever it says.
    if (clock < this.#next) [ofClient, ofClock, beside, isLate] = [client, this.#next - 1, 'sibling', false]
    const isUnread = isLate && (this.#sectionOf(ofClient)?.end ?? 0) <= ofClock
    if (this.#placing === null) {
      if (kind !== 7 && beside !== 'root' && !isUnread && this.#room.children.kindOf(ofClient, ofClock) === child.none) return
      this.#placing = new Placing(this.#room, this.#limits.nesting)
    }
    const what: Placed = kind === 1 ? 'gone' : kind !== 7 ? 'other' : type === 3 ? 'element' : type === 6 ? 'text' : 'type'
    this.#placing.take(client, from, end, what, ofClient, ofClock, beside, isUnread)
  }

  #readContent(kind: number): number {
    const { nesting } = this.#limits
    switch (kind) {
      case 1: // deleted
        return reader.varUint()
      case 2: { // JSON
        const count = reader.varUint()
        if (count > reader.left) throw malformed
        for (let i = 0; i < count; i++) skipJson(reader, nesting, true)
        return count
      }
      case 3: // binary
        reader.varBytes()
        return 1
      case 4:
        return textLength(reader)
      case 5: // embed
        skipJson(reader, nesting)
        return 1
      case 6: // format
        textLength(reader)
        skipJson(reader, nesting)
        return 1
      case 7: { // type
        const type = reader.varUint()
        if (type > 6) throw malformed
        if (type === 3 || type === 5) textLength(reader)
        return 1
      }
      case 8: { // any
        const count = reader.varUint()
        if (count > reader.left) throw malformed
        for (let i = 0; i < count; i++) skipAny(reader, nesting)
        return count
      }
      default: // 9, a document in a document: it would be a room without a pass
        throw malformed
    }
  }

  /** True for what must come from this very update. */
  #need(client: number, clock: number, needsClient: number, needsClock: number): boolean {
    if (needsClient === client) {
      // Yjs looks its own client's items up without asking whether it has them.
      if (needsClock >= clock) throw malformed
      return false
    }
    const progress = this.#room.clients.get(needsClient)
    if (progress === undefined || needsClock >= progress.next) {
      this.#late.push({ client, clock, needsClient, needsClock })
      return true
    }
    if (needsClock >= progress.committed) this.#crosses = true
    return false
  }

  #readDeletions(): void {
    const client = reader.varUint()
    const count = reader.varUint()
    if (count === 0 || count > reader.left) throw malformed
    for (let i = 0; i < count; i++) {
      const from = reader.varUint()
      const length = reader.varUint()
      if (length === 0) throw malformed
      const to = from + length
      if (!Number.isSafeInteger(to)) throw malformed
      this.#deletions.push({ client, from, to })
    }
  }

  #settleLate(): void {
    for (const late of this.#late) if (late.needsClock >= this.#endOf(late.needsClient)) throw hole
    if (goInARing(this.#late)) throw malformed
  }

  #settleHoles(): void {
    for (const { client, clock } of this.#sections) if (clock > this.#room.next(client)) throw hole
    for (const { client, from, to } of this.#deletions) {
      if (to > this.#endOf(client)) throw hole
      if (to > this.#room.committed(client) && this.#sectionOf(client) === undefined) this.#crosses = true
      if (!this.#news && !this.#room.deleted.has(client, from, to)) this.#news = true
    }
  }

  #sectionOf(client: number): Section | undefined {
    const { length } = this.#sections
    if (length <= few) {
      for (let i = 0; i < length; i++) if (this.#sections[i]!.client === client) return this.#sections[i]
      return undefined
    }
    this.#byClient ??= new Map(this.#sections.map((section) => [section.client, section]))
    return this.#byClient.get(client)
  }

  #endOf(client: number): number {
    return Math.max(this.#sectionOf(client)?.end ?? 0, this.#room.next(client))
  }
}
