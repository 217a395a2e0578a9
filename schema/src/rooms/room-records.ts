// Rooms: the port behind which collab's records lie. `collab/src/door.ts` implements it over a pool, without sockets;
// only `server/bin/*` imports that and hands it to the server. Nobody else touches the tables of `collab`.
import type { MandateId, PersonId } from '../kernel/index.js'
import type { RoomName } from './room-name.js'
import type { RoomState } from './room-notice.js'

/** Who stands behind a row of the log. `person` is null for guests, `server` for what the server wrote itself. */
export type Sender = Readonly<{ person: PersonId | 'server' | null; mandate: MandateId | 'server' }>

/** One row of the log as it was received: several updates of one sender, with their own boundaries. */
export type LogRow = Readonly<{
  room: RoomName
  epoch: number
  seq: number
  sender: Sender
  /** ISO 8601, UTC, from the database. */
  receivedAt: string
  /** Received with `offline` when the text had been written without a connection. */
  offline: boolean
  updates: readonly Uint8Array[]
  /** `authors:v1` for rows of the server, else null. */
  authors: unknown | null
}>

export type RoomHead = Readonly<{ room: RoomName; state: RoomState; epoch: number; nextSeq: number }>
/** And when its last row came; null while there is none. */
export type WrittenHead = RoomHead & Readonly<{ writtenAt: string | null }>

/** A run of text and who it is credited to, by `attribution:v1`; offsets in UTF-16 units within the block. */
export type AuthoredRun = Readonly<{
  block: string
  from: number
  to: number
  person: PersonId | null
  mandate: MandateId | null
  /** Text that nobody vouches for, by the name of its source; `person` and `mandate` are null then. */
  source: 'template' | 'import' | null
  /** The sender who copied text whose first author is `person`; null where it was not copied. */
  copiedBy: { person: PersonId | null; mandate: MandateId | null } | null
}>

/** A piece of text that was deleted, and where in the text of now it stood; null where its block is gone. */
export type RemovedRun = Readonly<{
  block: string | null
  at: number | null
  text: string
  person: PersonId | null
  mandate: MandateId | null
  source: 'template' | 'import' | null
  /** The first who deleted it. */
  deletedBy: { person: PersonId | null; mandate: MandateId | null }
}>

/** What the server needs of a transaction, so that collab's rows commit with the act's. `pg`'s client fits. */
export type Tx = { query(text: string, values?: unknown[]): Promise<{ rows: any[]; rowCount: number | null }> }

export interface RoomRecords {
  /** Creates the room's row, and its first log row when there is a beginning; doing it twice is an error. */
  create(tx: Tx, room: RoomName, beginning: Beginning | null): Promise<RoomHead>
  head(room: RoomName): Promise<RoomHead | null>
  /** Of many rooms at once; the moment is ISO 8601, UTC. An unknown room is not in it. */
  heads(rooms: readonly RoomName[]): Promise<ReadonlyMap<RoomName, WrittenHead>>
  /** Brings the room to another state under its row lock and answers the head at that instant. */
  setState(tx: Tx, room: RoomName, state: RoomState): Promise<RoomHead>
  /**
   * The one way in which the server writes: brings the text to `wanted` with the least change, as one row of the log that
   * says whose each letter is (SPEC DR16, DR17), inside the act's transaction. The room's row stays locked until that is
   * through. Whoever types meanwhile keeps their words, but in a block that had to be made anew (another kind, another place):
   * those are deleted with it, and `removed` tells them. `seq` is the row that `wanted` was made for: where others have written since, nothing is written and the answer
   * is `moved`; read anew and ask again, and now nobody can come in between. Whoever has the text open gets it within a
   * moment of the commit. Throws for an unknown room, and where `wanted` is no text that editors could bear. What a text is
   * (`DraftJson`) and how its words are credited (`WhoseWords`) drafts declare, which rooms do not know.
   */
  write(tx: Tx, room: RoomName, seq: number, wanted: unknown, whose: unknown): Promise<Written>
  /**
   * Erasure: makes the room anew without these words, in a new epoch. Of the old one no byte of text stays, deleted or not,
   * packed or not; who wrote each remaining letter first stays known (who copied it does not), and `collab.redaction` says how many rows there were, of
   * whom, and their hash. Editors that have it open go on in the new epoch; what comes from a document of the old one is
   * refused (4410). A sealed text is left as it is: its bytes are the record of a decision. `tx` is the database owner's,
   * for nobody who serves may erase. Throws for an unknown room and for words that are none.
   */
  redact(tx: Tx, room: RoomName, phrases: readonly string[], reason: string): Promise<Redacted>
  /** The document as canonical JSON and who wrote it, at `seq` (default: now). */
  read(room: RoomName, seq?: number): Promise<{ seq: number; json: unknown; update: Uint8Array } | null>
  /** Runs in document order; `attribution:v1`. Null for an unknown room. Whoever has the head hands it in. */
  attribution(room: RoomName | RoomHead): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly AuthoredRun[] } | null>
  /** The same as it was at an earlier row, by a replay from the beginning. Null for an unknown room or row. */
  attributionAt(room: RoomName, seq: number): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly AuthoredRun[] } | null>
  /** All that was ever deleted, in document order, with who wrote it and who deleted it first. Null for an unknown room. */
  removed(room: RoomName): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly RemovedRun[] } | null>
  /** The log from `afterSeq`, oldest first, packed or not. */
  log(room: RoomName, afterSeq?: number): AsyncIterable<LogRow>
  /**
   * Packs rows that came before this moment, `most` segments at once, and answers how many rows it packed. Nothing of
   * them is lost, and every reading above is the same as before.
   */
  pack(before: Date, most: number): Promise<number>
}

/** The first text of a room, written by the server: one Yjs update, and who is credited with which clocks of it. */
export type Beginning = Readonly<{ update: Uint8Array; authors: unknown }>

/** What became of it. `unchanged`: the text says so already. `shut`: the room takes no text now. */
export type Written = Readonly<
  { kind: 'written'; seq: number } | { kind: 'unchanged' } | { kind: 'moved'; seq: number } | { kind: 'shut'; state: RoomState }
>

/** `found`: occurrences in the text of now; what stood in the history is gone whatever it was. `digest`: of the old rows' bytes. */
export type Redacted = Readonly<
  { kind: 'redacted'; found: number; rows: number; digest: string; epoch: number } | { kind: 'sealed' }
>
