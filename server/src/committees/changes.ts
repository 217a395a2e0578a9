// Committees: what a subscription waits for. Each event only says that a thing changed; the field reads it anew, with the
// subscriber's own rights.
import type { TownEvent, Visit } from '../platform/index.js'

/**
 * One value at once, so that a subscriber begins with what stands, then one for each change. Changes that come while the
 * last one is still being answered are one.
 */
export async function* changesOf(visit: Visit, kind: TownEvent['kind'], id: string): AsyncGenerator<string> {
  let changed = true
  let wake = (): void => {}
  const stop = visit.town.bus.listen(kind, (about) => {
    if (about !== id) return
    changed = true
    wake()
  })
  try {
    for (;;) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve))
      changed = false
      yield id
    }
  } finally {
    stop()
  }
}
