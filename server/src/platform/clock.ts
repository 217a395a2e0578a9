// Platform: time and chance, as ports. Rules, acts and rooms get them handed in, so that a test can hold them still.
import { randomBytes } from 'node:crypto'

/** Milliseconds since 1970, UTC. */
export type Clock = Readonly<{ now(): number }>
export type Random = Readonly<{ bytes(count: number): Uint8Array }>

export const systemClock: Clock = { now: () => Date.now() }
export const systemRandom: Random = { bytes: (count) => randomBytes(count) }
