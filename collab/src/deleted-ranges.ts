// Collab: what has been deleted in a room, as ranges of clocks per client. State vectors know no deletions, so without
// this a join of an old text would add its whole delete set to the log again and again.
import { SparseMap } from './sparse.js'

/** Sorted, disjoint half-open ranges that do not touch: `[from0, to0, from1, to1, …]`. */
type Ranges = number[]

/** Numbers in one piece: whoever deletes from the last to the first moves a piece for each range, never all of them. */
const largest = 1024

export class DeletedRanges {
  /** In pieces, none of them empty, each after the one before it. */
  readonly #clients = new SparseMap<number, Ranges[]>()

  /** True when every clock of `[from, to)` is deleted already. */
  has(client: number, from: number, to: number): boolean {
    const pieces = this.#clients.get(client)
    if (pieces === undefined) return false
    const piece = pieces[firstReaching(pieces, to)]
    return piece !== undefined && piece[firstEndingAtOrAfter(piece, to)]! <= from
  }

  add(client: number, from: number, to: number): void {
    const pieces = this.#clients.get(client)
    if (pieces === undefined) {
      this.#clients.set(client, [[from, to]])
      return
    }
    // Typing backwards and deleting on are by far the most usual: they touch the last range or follow it.
    const at = firstReaching(pieces, from)
    if (at === pieces.length) {
      pieces[at - 1]!.push(from, to)
      return split(pieces, at - 1)
    }
    const piece = pieces[at]!
    const first = firstEndingAtOrAfter(piece, from)
    const past = firstBeginningAfter(piece, to, first)
    if (past === first) {
      piece.splice(first, 0, from, to)
      return split(pieces, at)
    }
    const start = Math.min(from, piece[first]!)
    let stop = Math.max(to, piece[past - 1]!)
    if (past === piece.length) stop = Math.max(stop, absorb(pieces, at + 1, to))
    piece.splice(first, past - first, start, stop)
  }

  get size(): number {
    return this.#clients.size
  }

  /** Pieces of sorted, disjoint `[from0, to0, from1, to1, …]`. */
  *[Symbol.iterator](): Iterator<[client: number, pieces: readonly (readonly number[])[]]> {
    yield* this.#clients
  }
}

/** Takes away the ranges from this piece on that begin by `to`; the last one's end, or 0. */
function absorb(pieces: Ranges[], from: number, to: number): number {
  let stop = 0
  let at = from
  for (; at < pieces.length; at++) {
    const piece = pieces[at]!
    const past = firstBeginningAfter(piece, to, 0)
    if (past > 0) stop = piece[past - 1]!
    if (past < piece.length) {
      piece.splice(0, past)
      break
    }
  }
  pieces.splice(from, at - from)
  return stop
}

function split(pieces: Ranges[], at: number): void {
  const piece = pieces[at]!
  if (piece.length <= largest) return
  pieces.splice(at + 1, 0, piece.splice(largest / 2))
}

/** Index of the first piece whose last range ends at or after `clock`, or the number of pieces. */
function firstReaching(pieces: readonly Ranges[], clock: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const piece = pieces[middle]!
    if (piece[piece.length - 1]! < clock) low = middle + 1
    else high = middle
  }
  return low
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

/** Index of the first range from `first` on that neither holds nor touches `clock` from before, or the length. */
function firstBeginningAfter(ranges: Ranges, clock: number, first: number): number {
  let past = first
  while (past < ranges.length && ranges[past]! <= clock) past += 2
  return past
}
