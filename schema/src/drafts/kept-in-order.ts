// Drafts: which of several things stay where they are when their order changes: the heaviest that need not move.

/**
 * For each wanted place where its thing stood (`at`, each at most once) and what it weighs; null for a new one. Answers
 * the same places, with null for what must move.
 */
export function keptInOrder(wanted: readonly (Readonly<{ at: number; weight: number }> | null)[]): (number | null)[] {
  /** The heaviest rising chain that ends with this one, and the one before it there. */
  const chains: { place: number; at: number; weight: number; before: number }[] = []
  for (const [place, thing] of wanted.entries()) {
    if (thing === null) continue
    let before = -1
    for (const [i, chain] of chains.entries()) {
      if (chain.at < thing.at && (before < 0 || chain.weight > chains[before]!.weight)) before = i
    }
    chains.push({ place, at: thing.at, weight: thing.weight + (before < 0 ? 0 : chains[before]!.weight), before })
  }
  const kept: (number | null)[] = wanted.map(() => null)
  let best = -1
  for (const [i, { weight }] of chains.entries()) if (best < 0 || weight > chains[best]!.weight) best = i
  for (let i = best; i >= 0; i = chains[i]!.before) kept[chains[i]!.place] = chains[i]!.at
  return kept
}
