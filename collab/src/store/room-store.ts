// Collab, store: the port behind which the log lies. One contract suite holds for every implementation.
import type { LogRow, RoomName, RoomState, Sender } from '@faellesrum/schema/rooms'
import type { MandateKind } from '@faellesrum/schema/people'
import type { Folded } from '../folder.js'

/** Who a client id belongs to: a person, `guest:<mandate>` where there is none, `server`, or nobody any more. */
export type Owner = string

/** Of an id that stands in an epoch of the room that is over: nobody may write under it again. */
export const formerOwner: Owner = 'former'

export const ownerOf = ({ person, mandate }: Sender): Owner => person ?? `guest:${mandate}`

/** One row to be: updates of one sender in one room, as they were received. */
export type Entry = Readonly<{
  room: RoomName
  epoch: number
  sender: Sender
  mandateKind: MandateKind
  offline: boolean
  updates: readonly Uint8Array[]
  /** 20 bytes, never used for anything else: by it a commit whose answer was lost is found again. */
  receipt: Uint8Array
}>

/**
 * What became of an entry. `busy`: an act holds the room, try again. `shut`: the room takes no text now. `gone`: no
 * such room, or another epoch.
 */
export type Outcome = Readonly<{ kind: 'saved'; seq: number } | { kind: 'busy' | 'shut' | 'gone' }>

/** Rows 1 to `seq` folded into one update. */
export type Snapshot = Folded & Readonly<{ seq: number }>

export type Loaded = Readonly<{
  state: RoomState
  epoch: number
  snapshot: Snapshot | null
  /** The rows after the snapshot, oldest first. */
  tail: readonly LogRow[]
  owners: ReadonlyMap<number, Owner>
}>

export type Head = Readonly<{ state: RoomState; epoch: number; seq: number }>

export type Claim = Readonly<{ room: RoomName; client: number; owner: Owner }>

/** The store cannot be reached, or broke off: whether the statement was carried out is not known. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super(`the store is away: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** The store has looked at the statement and will not have it: nothing was written, and trying again will not help. */
export class StoreRefusal extends Error {
  constructor(cause: unknown) {
    super(`the store refused: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Every method may throw `StoreAway`; those that write may throw `StoreRefusal`. */
export interface RoomStore {
  /** Null for a room that was never created. */
  load(room: RoomName): Promise<Loaded | null>
  /**
   * One commit: all entries of rooms that are open and not held by an act, in the order given, one outcome each. Rows
   * of a room get sequence numbers without a gap.
   */
  append(entries: readonly Entry[]): Promise<readonly Outcome[]>
  /** Which of these entries are in the log already, after a commit whose answer was lost: their seq, else null. */
  find(entries: readonly Entry[]): Promise<readonly (number | null)[]>
  /** Writes down owners of client ids that have none, and answers whose each of them is. */
  claim(claims: readonly Claim[]): Promise<readonly Owner[]>
  /** Where rooms stand now: their state, and the last row of each; null for unknown ones. In the order asked. */
  heads(rooms: readonly RoomName[]): Promise<readonly (Head | null)[]>
  rowsAfter(room: RoomName, seq: number): Promise<readonly LogRow[]>
  /** Keeps a snapshot unless a newer one is there. */
  saveSnapshot(room: RoomName, epoch: number, snapshot: Snapshot): Promise<void>
}
