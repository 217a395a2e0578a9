// Platform: how often something may happen, per name (an address, a person). In memory: with several processes each
// counts for itself, which a stranger gains little by.
import type { Clock } from './clock.js'

export type Rate = Readonly<{
  /** Counts one; false when it was too many, which then does not count. */
  take(name: string): boolean
  /** Would `take` say yes? Counts nothing. */
  isFree(name: string): boolean
  /** Whole seconds after which `take` may say yes again; 0 when it would now. */
  freeInSeconds(name: string): number
}>

const mostNames = 100_000

/**
 * At most `most` in any `perMs`. Not a bucket that fills up while one asks: whoever was a little slow got through one
 * of those at nearly twice the rate that is promised.
 */
export function rate(clock: Clock, most: number, perMs: number): Rate {
  const taken = new Map<string, number[]>()
  const recent = (name: string): number[] => {
    const since = clock.now() - perMs
    return (taken.get(name) ?? []).filter((at) => at > since)
  }
  return {
    take(name) {
      const moments = recent(name)
      const free = moments.length < most
      if (free) moments.push(clock.now())
      if (taken.size >= mostNames && !taken.has(name)) taken.clear()
      taken.set(name, moments)
      return free
    },
    isFree: (name) => recent(name).length < most,
    freeInSeconds(name) {
      const moments = recent(name)
      return moments.length < most ? 0 : Math.ceil((moments[0]! + perMs - clock.now()) / 1000)
    },
  }
}
