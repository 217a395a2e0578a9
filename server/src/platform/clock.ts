// Platform: time and chance, as ports. Rules, acts and rooms get them handed in, so that a test can hold them still.
import { randomFillSync } from 'node:crypto'

/** Milliseconds since 1970, UTC. */
export type Clock = Readonly<{ now(): number }>
export type Random = Readonly<{ bytes(count: number): Uint8Array }>

export const systemClock: Clock = { now: () => Date.now() }

// Asked for a few bytes at a time and at every request; fetched from the system by the page. No byte is given out twice.
const pool = new Uint8Array(4096)
let next = pool.length
export const systemRandom: Random = {
  bytes(count) {
    if (count > pool.length) return randomFillSync(new Uint8Array(count))
    if (next + count > pool.length) {
      randomFillSync(pool)
      next = 0
    }
    next += count
    return pool.slice(next - count, next)
  },
}
