// Platform: how often something may happen, per name (an address, a person). In memory: with several processes each
// counts for itself, which a stranger gains little by.
import type { Clock } from './clock.js'

export type Rate = Readonly<{
  /** Counts one; false when it was too many. */
  take(name: string): boolean
  /** Would `take` say yes? Counts nothing. */
  isFree(name: string): boolean
}>

const mostNames = 100_000

/** A bucket of `most` that fills up again over `perMs`. */
export function rate(clock: Clock, most: number, perMs: number): Rate {
  const buckets = new Map<string, { left: number; at: number }>()
  const look = (name: string): { left: number; at: number } => {
    const now = clock.now()
    const bucket = buckets.get(name)
    if (!bucket) return { left: most, at: now }
    return { left: Math.min(most, bucket.left + ((now - bucket.at) * most) / perMs), at: now }
  }
  return {
    take(name) {
      const bucket = look(name)
      const free = bucket.left >= 1
      if (free) bucket.left--
      if (buckets.size >= mostNames && !buckets.has(name)) buckets.clear()
      buckets.set(name, bucket)
      return free
    },
    isFree: (name) => look(name).left >= 1,
  }
}
