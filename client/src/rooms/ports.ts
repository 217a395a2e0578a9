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
  /** Reads the copy into the document and keeps it up to date from then on. */
  open(epoch: number, doc: Doc): LocalCopy
  /** Forgets the copy of every epoch of this account and room. */
  forget(): void
}>
export type LocalCopy = Readonly<{ loaded: Promise<void>; close(): void }>

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
