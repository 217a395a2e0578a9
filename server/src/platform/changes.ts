// Platform: what a subscription waits for. Each event only says that a thing has changed; the field reads it anew, with
// the subscriber's own rights.
import type { Bus, TownEvent } from './bus.js'

/**
 * One value at once, so that a subscriber begins with what stands, then one for each change. Changes that come while
 * the last one is still being answered are one. Written out rather than as a generator: a generator that waits cannot be
 * stopped from outside, and its ear would stay on the bus for ever.
 */
export function changesOf(bus: Bus, kind: TownEvent['kind'], id: string): AsyncIterableIterator<string> {
  let changed = true
  let over = false
  let wake = (): void => {}
  const stop = bus.listen(kind, (about) => {
    if (about !== id && about !== null) return
    changed = true
    wake()
  })
  return {
    async next() {
      while (!changed && !over) await new Promise<void>((resolve) => (wake = resolve))
      changed = false
      return over ? { done: true, value: undefined } : { done: false, value: id }
    },
    async return() {
      over = true
      stop()
      wake()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
