// Collab: sections of one update that build on one another. They may, but not in a ring: that would stay pending in
// every client for ever.

/** A dependency that the room cannot vouch for, so it must come from this very update. */
export type Late = Readonly<{ client: number; clock: number; needsClient: number; needsClock: number }>

/** What one client's run still has to wait for, in the order of its clocks; walked up to what another run needs of it. */
type Waiting = { late: Late[]; at: number; isWalked: boolean; until: number }

/**
 * Walked as Yjs will: each run goes on until it needs what another has not reached, which is then walked first. Each
 * dependency is passed once. They come in the order of each client's clocks.
 */
export function goInARing(lates: readonly Late[]): boolean {
  const waiting = new Map<number, Waiting>()
  for (const late of lates) {
    const one = waiting.get(late.client)
    if (one === undefined) waiting.set(late.client, { late: [late], at: 0, isWalked: false, until: Infinity })
    else one.late.push(late)
  }
  const path: Waiting[] = []
  const walk = (one: Waiting, until: number): void => {
    one.isWalked = true
    one.until = until
    path.push(one)
  }
  for (const one of waiting.values()) {
    walk(one, Infinity)
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const late = last.late[last.at]
      if (late === undefined || late.clock > last.until) {
        last.isWalked = false
        path.pop()
        continue
      }
      const needed = waiting.get(late.needsClient)
      const reached = needed?.late[needed.at]?.clock ?? Infinity
      if (needed === undefined || late.needsClock < reached) last.at++
      else if (needed.isWalked) return true
      else walk(needed, late.needsClock)
    }
  }
  return false
}
