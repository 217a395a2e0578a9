// Collab: which items of a text stand among the children of an element or of the text itself. Among those an editor
// bears elements and, within an element, texts; at anything else it throws, for everybody, whenever the text is opened.
import * as decoding from 'lib0/decoding'

/**
 * What stands there. `gone`: deleted, but still a neighbour that others are put beside. `collected`: lay in something deleted,
 * and the document has forgotten it; what is put beside it or into it is forgotten at once.
 */
export const child = { none: 0, rootElement: 1, element: 2, text: 3, rootGone: 4, gone: 5, collected: 6 } as const
export type Child = (typeof child)[keyof typeof child]

/** What a run says: what stands there, and how deep its list lies (1: that of the text itself; 0: an older program did not say). */
const inList = (kind: Child, depth: number): number => kind | (depth << 3)
const kindIn = (said: number): Child => (said & 0b111) as Child

/**
 * A list that an item may stand in: the children of the text itself, those of an element, those of something deleted, or
 * none that matters here.
 */
export type ChildList = 'root' | 'inner' | 'collected' | null

/** The list that this one stands in. */
export const listOf = (kind: Child): ChildList =>
  kind === child.none
    ? null
    : kind === child.collected
      ? 'collected'
      : kind === child.rootElement || kind === child.rootGone
        ? 'root'
        : 'inner'

/** The list of its own children. */
export const listWithin = (kind: Child): ChildList =>
  kind === child.rootElement || kind === child.element ? 'inner' : kind >= child.rootGone ? 'collected' : null

/** Per client, in the order of clocks: `[from0, to0, kind0, from1, …]`. */
type Runs = number[]

export class Children {
  readonly #clients = new Map<number, Runs>()
  /** The text itself has elements, or had some: it is one that editors open. */
  hasElements = false
  #hadElements = false

  kindOf(client: number, clock: number): Child {
    return kindIn(this.#saidOf(client, clock))
  }

  /** How deep the list lies that it stands in. */
  depthOf(client: number, clock: number): number {
    return this.#saidOf(client, clock) >>> 3
  }

  #saidOf(client: number, clock: number): number {
    const runs = this.#clients.get(client)
    if (runs === undefined) return child.none
    const at = firstEndingAfter(runs, clock)
    return at < runs.length && runs[at]! <= clock ? runs[at + 2]! : child.none
  }

  put(client: number, from: number, to: number, kind: Child, depth: number): void {
    this.#put(client, from, to, inList(kind, depth))
  }

  /** Adds what is not there yet. */
  #put(client: number, from: number, to: number, said: number): void {
    const kind = kindIn(said)
    if (kind === child.rootElement) this.hasElements = true
    const runs = this.#clients.get(client)
    if (runs === undefined) {
      this.#clients.set(client, [from, to, said])
      return
    }
    const at = firstEndingAfter(runs, from)
    if (at === runs.length) {
      // Deleted ones are many, and follow one another.
      if (runs[at - 2] === from && runs[at - 1] === said && kind >= child.rootGone) runs[at - 2] = to
      else runs.push(from, to, said)
    } else if (runs[at]! > from) runs.splice(at, 0, from, to, said)
  }

  putAll(others: Children): void {
    for (const [client, runs] of others.#clients) {
      for (let i = 0; i < runs.length; i += 3) this.#put(client, runs[i]!, runs[i + 1]!, runs[i + 2]!)
    }
  }

  /** Forgets what stands at or after the clock that a client has committed. */
  rollBack(committed: (client: number) => number): void {
    this.hasElements = this.#hadElements
    for (const [client, runs] of this.#clients) {
      const stays = committed(client)
      while (runs.length > 0 && runs[runs.length - 3]! >= stays) runs.length -= 3
      if (runs.length > 0 && runs[runs.length - 2]! > stays) runs[runs.length - 2] = stays
      for (let i = 2; i < runs.length; i += 3) if (kindIn(runs[i]!) === child.rootElement) this.hasElements = true
      if (runs.length === 0) this.#clients.delete(client)
    }
  }

  /** A fold's answer with what it cannot know any more: that there once were elements, all of them deleted since. */
  static withElements(encoded: Uint8Array): Uint8Array {
    return Uint8Array.of(1, ...encoded.subarray(1))
  }

  /** As `fold.mjs` writes it: of our own fold, so trusted. */
  static decode(bytes: Uint8Array): Children {
    const children = new Children()
    const decoder = decoding.createDecoder(bytes)
    children.hasElements = children.#hadElements = decoding.readVarUint(decoder) === 1
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const client = decoding.readVarUint(decoder)
      const runs = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint(decoder))
      children.#clients.set(client, runs)
    }
    return children
  }
}

/** Index of the first run that ends after `clock`, or the length. */
function firstEndingAfter(runs: Runs, clock: number): number {
  let low = 0
  let high = runs.length / 3
  while (low < high) {
    const middle = (low + high) >>> 1
    if (runs[middle * 3 + 1]! <= clock) low = middle + 1
    else high = middle
  }
  return low * 3
}
