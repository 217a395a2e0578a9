// Collab: what has been deleted in a room, as ranges of clocks per client. State vectors know no deletions, so without
// this a join of an old text would add its whole delete set to the log again and again.

/** Sorted, disjoint, merged half-open ranges: `[from0, to0, from1, to1, …]`. */
type Ranges = number[]

export class DeletedRanges {
  readonly #clients = new Map<number, Ranges>()

  /** True when every clock of `[from, to)` is deleted already. */
  has(client: number, from: number, to: number): boolean {
    const ranges = this.#clients.get(client)
    if (ranges === undefined) return false
    const at = firstEndingAtOrAfter(ranges, to)
    return at < ranges.length && ranges[at]! <= from
  }

  add(client: number, from: number, to: number): void {
    const ranges = this.#clients.get(client)
    if (ranges === undefined) {
      this.#clients.set(client, [from, to])
      return
    }
    // Typing backwards and deleting on are by far the most usual: they touch the last range or follow it.
    const first = firstEndingAtOrAfter(ranges, from)
    let past = first
    while (past < ranges.length && ranges[past]! <= to) past += 2
    if (past === first) {
      ranges.splice(first, 0, from, to)
    } else {
      const start = Math.min(from, ranges[first]!)
      const stop = Math.max(to, ranges[past - 1]!)
      ranges.splice(first, past - first, start, stop)
    }
  }

  get size(): number {
    return this.#clients.size
  }

  *[Symbol.iterator](): Iterator<[client: number, ranges: readonly number[]]> {
    yield* this.#clients
  }
}

/** Index of the first range whose end is ≥ `clock` (it may touch), or the length. */
function firstEndingAtOrAfter(ranges: Ranges, clock: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranges[middle * 2 + 1]! < clock) low = middle + 1
    else high = middle
  }
  return low * 2
}
