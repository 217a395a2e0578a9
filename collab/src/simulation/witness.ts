// Collab, simulation: sees everything and believes nobody. What has to hold is asked in the moment in which it could break.
import { unknownPart } from '@faellesrum/schema/drafts'
import { type CloseCode, closeCodes, type LogRow, type RoomName } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { DeletedRanges } from '../deleted-ranges.js'
import { ownerOf, type Snapshot } from '../store/room-store.js'
import { contentOf, type Facts, factsOf, isGone, sameButForMarks, structsOf } from './facts.js'
import type { Right } from './rights.js'
import type { World } from './world.js'

/** A decision takes effect within this: notices are at most 2 s old, looked at every 250 ms, and travel. */
export const effectMs = 2_300

export class Violation extends Error {}

type Ledger = {
  seq: number
  rows: LogRow[]
  /** The log replayed as a client would hear it. */
  doc: Y.Doc
  deleted: DeletedRanges
  /** What stands at each clock, as it was first committed. */
  content: Map<string, string>
  owners: Map<number, string>
  snapshots: Snapshot[]
}

/** What only those hear who broke the protocol, or asked for what is not there. */
const blame: readonly CloseCode[] = [
  closeCodes.malformed,
  closeCodes.unknownRoom,
  closeCodes.otherShape,
  closeCodes.otherEpoch,
  closeCodes.tooLarge,
  closeCodes.tooMany,
  closeCodes.clientIdTaken,
]

/** How often a piece of bytes has reached a server under one right, and since when. */
type Sent = { right: Right; times: number; logged: number; since: number }

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

export class Witness {
  readonly #world: World
  readonly #ledgers = new Map<RoomName, Ledger>()
  readonly #sent = new Map<string, Sent[]>()
  counts = { rows: 0, byServer: 0, edits: 0, acknowledged: 0, delivered: 0, closed: 0, kills: 0 }

  constructor(world: World) {
    this.#world = world
  }

  open(room: RoomName): void {
    const doc = new Y.Doc()
    const nothing = { rows: [], deleted: new DeletedRanges(), content: new Map(), owners: new Map(), snapshots: [] }
    this.#ledgers.set(room, { seq: 0, doc, ...nothing })
  }

  /** Thrown by the world and not here, where somebody might catch it. */
  fail(rule: string, facts: string): void {
    this.#world.broken ??= new Violation(`${rule}: ${facts}`)
  }

  doc(room: RoomName): Y.Doc {
    return this.#ledger(room).doc
  }

  seqOf(room: RoomName): number {
    return this.#ledger(room).seq
  }

  // ---- what clients do ----

  /** An update-bearing message has reached a server. */
  arrived(right: Right, update: Uint8Array, at: number): void {
    const key = textOf(update)
    const list = this.#sent.get(key) ?? []
    this.#sent.set(key, list)
    let sent = list.find((one) => one.right === right)
    if (sent === undefined) list.push((sent = { right, times: 0, logged: 0, since: at }))
    sent.times++
  }

  /** A client has been told that this edit of its own is saved. */
  acknowledged(right: Right, edit: Uint8Array): void {
    this.counts.acknowledged++
    this.#mustHold(right.room, factsOf(edit), `saved: ${right.name} was told so`)
  }

  /** An update has come to a client. */
  delivered(right: Right, update: Uint8Array): void {
    this.counts.delivered++
    this.#mustHold(right.room, factsOf(update), `commit before relay: ${right.name} was given`)
  }

  /** A process writes text or presence to somebody. */
  written(right: Right): void {
    const { now } = this.#world
    if (!right.hadAny(['write', 'suggest', 'comment', 'read'], now - effectMs, now)) {
      this.fail('nothing after the right has ended', `${right.name} in ${right.room}`)
    }
  }

  /** Whoever keeps to the protocol is never told to have broken it. */
  closed(right: Right, code: number, isHonest: boolean, mayWrite: boolean): void {
    this.counts.closed++
    this.#world.note(`${right.name} is closed ${code}`)
    const isWrong = right.access !== null && (code === closeCodes.notSignedIn || (code === closeCodes.rightEnded && !mayWrite))
    const isBlamed = blame.includes(code as CloseCode) || isWrong
    if (isHonest && isBlamed) this.fail('the honest are not blamed', `${right.name} was closed ${code}`)
  }

  // ---- what the store does ----

  committed(room: RoomName, rows: readonly LogRow[]): void {
    const ledger = this.#ledger(room)
    for (const row of rows) {
      this.#world.note(`row ${row.seq} of ${room.slice(0, 12)} by ${row.sender.mandate.slice(-4)}`)
      if (row.seq !== ledger.seq + 1) this.fail('no gaps', `${room}: row ${row.seq} after ${ledger.seq}`)
      ledger.seq = row.seq
      ledger.rows.push(row)
      this.counts.rows++
      for (const update of row.updates) this.#logged(ledger, row, update)
    }
  }

  snapshot(room: RoomName, snapshot: Snapshot): void {
    this.#ledger(room).snapshots.push(snapshot)
  }

  #logged(ledger: Ledger, row: LogRow, update: Uint8Array): void {
    const where = `${row.room}, row ${row.seq}`
    if (row.sender.person === 'server') this.counts.byServer++
    else this.#wasSent(row, update, where)
    const facts = factsOf(update)
    const known = Y.decodeStateVector(Y.encodeStateVector(ledger.doc))
    for (const { client, end } of facts.runs) {
      if (end <= (known.get(client) ?? 0)) continue
      const owner = ownerOf(row.sender)
      const first = ledger.owners.get(client) ?? owner
      if (first !== owner) this.fail('a client id is its first person\'s', `${where}: ${client}`)
      ledger.owners.set(client, first)
    }
    Y.applyUpdate(ledger.doc, unknownPart(ledger.doc, update))
    if (ledger.doc.store.pendingStructs !== null || ledger.doc.store.pendingDs !== null) {
      this.fail('every row builds on those before it', where)
    }
    for (const [client, clock, what] of contentOf(update)) {
      const place = `${client} ${clock}`
      if (!ledger.content.has(place)) ledger.content.set(place, what)
    }
    for (const { client, from, to } of facts.deletions) ledger.deleted.add(client, from, to)
  }

  /** Whoever is said to have sent it has, as often, and was allowed to. */
  #wasSent(row: LogRow, update: Uint8Array, where: string): void {
    const mine = (this.#sent.get(textOf(update)) ?? []).filter(
      ({ right }) => right.room === row.room && right.person === row.sender.person && right.mandate === row.sender.mandate,
    )
    if (mine.length === 0) return this.fail('every row is attributed', `${where}: its sender never sent that`)
    // What waits unread while rights are not known is judged by those that it is read under.
    const { now } = this.#world
    if (!mine.some(({ right, since }) => right.hadAny(['write'], since - effectMs, now))) this.fail('a reader changes nothing', `${where} is by ${mine[0]!.right.name}`)
    const once = mine.find(({ times, logged }) => logged < times)
    if (once === undefined) return this.fail('nothing is doubled', `${where}: logged more often than it was sent`)
    once.logged++
  }

  #mustHold(room: RoomName, facts: Facts, what: string): void {
    const ledger = this.#ledger(room)
    for (const { client, end } of facts.runs) {
      const known = Y.getState(ledger.doc.store, client)
      if (end > known) this.fail(what, `${client} up to ${end}, and the log holds ${known}`)
    }
    for (const { client, from, to } of facts.deletions) {
      if (!ledger.deleted.has(client, from, to) && !isGone(ledger.doc, client, from, to)) this.fail(what, `a deletion of ${client} ${from}–${to}`)
    }
  }

  // ---- the end ----

  /** What was acknowledged stands in the log as it was written. */
  checkContent(room: RoomName, edit: Uint8Array): void {
    const { content, doc } = this.#ledger(room)
    for (const [client, clock, what] of contentOf(edit)) {
      const logged = content.get(`${client} ${clock}`)
      // Written and deleted again before it was handed in: the document has forgotten what it was.
      if (logged === undefined && isGone(doc, client, clock, clock + 1)) continue
      if (logged !== what) this.fail('saved', `${client} ${clock} is ${logged} in the log, and was ${what}`)
    }
  }

  /** Each snapshot that was ever kept says what the rows up to it say. */
  checkSnapshots(): void {
    for (const [room, { rows, snapshots }] of this.#ledgers) {
      const doc = new Y.Doc()
      let seq = 0
      for (const snapshot of snapshots.toSorted((a, b) => a.seq - b.seq)) {
        for (; seq < snapshot.seq; seq++) for (const update of rows[seq]!.updates) Y.applyUpdate(doc, unknownPart(doc, update))
        const folded = new Y.Doc()
        Y.applyUpdate(folded, snapshot.update)
        this.mustEqual(folded, doc, `snapshot equals replay: ${room} at row ${seq}`)
        const vector = textOf(Y.encodeStateVector(folded)) === textOf(snapshot.stateVector)
        const deletions = textOf(Y.encodeStateAsUpdate(folded, snapshot.stateVector).subarray(1)) === textOf(snapshot.deletions)
        if (!vector || !deletions) this.fail('snapshot equals replay', `${room} at row ${seq}: vector or deletions`)
      }
    }
  }

  /** As Yjs compares its own users: vectors, structs with their deletions, and nothing pending. */
  mustEqual(one: Y.Doc, other: Y.Doc, what: string): void {
    for (const doc of [one, other]) {
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) this.fail(what, 'something is pending')
    }
    if (textOf(Y.encodeStateVector(one)) !== textOf(Y.encodeStateVector(other))) this.fail(what, 'state vectors')
    if (!sameButForMarks(structsOf(one), structsOf(other))) this.fail(what, 'structs or deletions')
  }

  #ledger(room: RoomName): Ledger {
    return this.#ledgers.get(room)!
  }
}
