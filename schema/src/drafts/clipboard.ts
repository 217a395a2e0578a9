// Drafts: rule AT7. What somebody removed lately, and may paste.
import { type Effort, GramIndex, sharedParts } from './shared-parts.js'
import type { Stretch } from './stretch.js'

/** A whole stretch from `whole` on; parts from `least` on where they make up `share` of what came, else from `part`. */
const pasted = { kept: 100, whole: 3, least: 12, words: 2, share: 0.8, part: 30 }

/** The last stretches that one person removed, newest last. */
export class Clipboard {
  readonly #kept: Stretch[] = []
  /** Brought up to date when something is looked for: most of what is removed is never pasted. */
  readonly #index = new GramIndex(pasted.least, 1)
  readonly #indexed = new Set<Stretch>()

  put(stretch: Stretch): void {
    if (stretch.text.length < pasted.whole) return
    this.#kept.push(stretch)
    if (this.#kept.length <= pasted.kept) return
    const oldest = this.#kept.shift()!
    if (this.#indexed.delete(oldest)) this.#index.remove(oldest)
  }

  /** Credits what in the target was removed by this person before. May be pasted as often as one likes. */
  match(target: Stretch, effort: Effort): void {
    for (const { from, to } of target.freeRanges()) {
      if (to - from < pasted.whole) continue
      const text = target.text.slice(from, to)
      const source = this.#kept.findLast((kept) => kept.text === text)
      if (source !== undefined) target.creditAs(from, to - from, source, 0)
    }
    if (this.#kept.length === 0 || !target.freeRanges().some(({ from, to }) => to - from >= pasted.least)) return
    for (const kept of this.#kept) {
      if (this.#indexed.has(kept)) continue
      this.#indexed.add(kept)
      this.#index.add(kept)
    }
    const parts = sharedParts(target, this.#index, pasted, effort)
    const sum = parts.reduce((total, { len }) => total + len, 0)
    const most = sum >= pasted.share * target.text.length
    for (const { at, source, from, len } of parts)
      if (most || len >= pasted.part) target.creditAs(at, len, source, from)
  }
}
