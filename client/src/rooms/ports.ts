// Rooms: what the provider needs of the world: time, chance, a socket, and somebody who fetches passes.
import type { Access } from '@faellesrum/schema/rooms'
import type { Doc } from 'yjs'

/** Milliseconds since 1970, and doing something later; `after` answers how to take it back. */
export type Clock = Readonly<{ now(): number; after(ms: number, run: () => void): () => void }>

/** At least 0, below 1. */
export type Random = () => number

/** A signed right to open a socket, for a short while and as often as needed. */
export type Pass = Readonly<{ url: string; token: string; access: Access; expiresAt: number }>

/** Why the server says no; `message` is a sentence in the reader's language. */
export type EnterRefusal = Readonly<{ code: string; message: string }>

/** Asks the server. Rejects where the server could not be asked; a no is a value. */
export type FetchPass = () => Promise<{ pass: Pass } | { refusal: EnterRefusal }>

/** The part of a browser's WebSocket that is used; `ws` has it too. */
export type Socket = {
  binaryType: string
  readonly readyState: number
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
}
export type OpenSocket = (url: string, protocols: string[]) => Socket

/** Where unsent words wait while there is no server: on this device, for one account, room and epoch. */
export type LocalCopies = Readonly<{
  /** The epoch that was last known on this device, or null. */
  lastEpoch(): number | null
  /** Reads the copy into the document and keeps it up to date from then on; `changed` is called when `holds` has changed. */
  open(epoch: number, doc: Doc, changed: () => void): LocalCopy
  /** Forgets the copy of this epoch. */
  forget(epoch: number): void
}>

/**
 * What a copy was found to hold. `brought`: something that the document did not have. `unsent`: one's own words and
 * deletions that were not on record when the copy was last written, as an update; null where all were.
 */
export type Found = Readonly<{ brought: boolean; unsent: Uint8Array | null }>

export type LocalCopy = {
  /** Never rejects: a copy that cannot be read is as good as none. */
  readonly loaded: Promise<Found>
  /** The device keeps what the document holds. Ends when the browser takes the storage away, or has no room in it. */
  readonly holds: boolean
  /** Called before the copy hears of the change: from this clock on, what this client writes is not on record yet. */
  wrote(client: number, clock: number): void
  /** All of one's own words are on record. */
  saved(): void
  close(): void
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
