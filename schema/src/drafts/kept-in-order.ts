// Drafts: which of several things stay where they are when their order changes: the heaviest that need not move.

/**
 * For each wanted place where its thing stood (`at`, each at most once) and what it weighs; null for a new one. Answers
 * the same places, with null for what must move.
 */
export function keptInOrder(wanted: readonly (Readonly<{ at: number; weight: number }> | null)[]): (number | null)[] {
  /** The heaviest rising chain that ends with this one, and the one before it there. */
  const chains: { place: number; at: number; weight: number; before: number }[] = []
  const heaviest = new HeaviestBelow(wanted.reduce((most, thing) => Math.max(most, (thing?.at ?? -1) + 1), 0), (i) => chains[i]!.weight)
  for (const [place, thing] of wanted.entries()) {
    if (thing === null) continue
    const before = heaviest.below(thing.at)
    chains.push({ place, at: thing.at, weight: thing.weight + (before < 0 ? 0 : chains[before]!.weight), before })
    heaviest.put(thing.at, chains.length - 1)
  }
  const kept: (number | null)[] = wanted.map(() => null)
  for (let i = heaviest.below(Number.POSITIVE_INFINITY); i >= 0; i = chains[i]!.before) kept[chains[i]!.place] = chains[i]!.at
  return kept
}

/** Of those that were put at places below one, the heaviest: a Fenwick tree, for a text may have 100,000 paragraphs. */
class HeaviestBelow {
  readonly #tree: Int32Array
  readonly #weightOf: (i: number) => number

  constructor(places: number, weightOf: (i: number) => number) {
    this.#tree = new Int32Array(places + 1).fill(-1)
    this.#weightOf = weightOf
  }

  /** -1 where there is none. */
  below(place: number): number {
    let best = -1
    for (let i = Math.min(place, this.#tree.length - 1); i > 0; i -= i & -i) best = this.#heavier(best, this.#tree[i]!)
    return best
  }

  put(place: number, one: number): void {
    for (let i = place + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = this.#heavier(this.#tree[i]!, one)
  }

  #heavier(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b)
    return this.#weightOf(b) > this.#weightOf(a) ? b : a
  }
}
