// Drafts: what two texts have in common, found by short grams. Used for parts of removed text and for copies.
import type { Stretch } from './stretch.js'
import { hasWords, isWordEdge } from './words.js'

/** At most so many places are kept per gram: a page of dashes must not stall a replay (ATTRIBUTION's trap). */
const mostPlaces = 32

/**
 * How many letters may still be compared for one update. A hostile text (a book of dashes, a thousand blocks rebuilt at
 * once) would otherwise stall every replay after it for ever; what is not found by then stays its sender's.
 */
export class Effort {
  #left = 4_000_000

  /** False when there is no more to spend. */
  spend(letters: number): boolean {
    this.#left -= letters
    return this.#left > 0
  }
}

type Place = Readonly<{ source: Stretch; at: number }>
export type Shared = Readonly<{ at: number; source: Stretch; from: number; len: number }>

/** How long a common part must be, and of how many words; its ends lie at edges of words. */
export type Wanted = Readonly<{ least: number; words: number }>

/** Grams of `size` letters of many texts, at every `step`-th place. */
export class GramIndex {
  readonly #places = new Map<string, Place[]>()
  constructor(
    readonly size: number,
    readonly step: number,
  ) {}

  add(source: Stretch): void {
    for (let at = 0; at + this.size <= source.text.length; at += this.step) {
      const gram = source.text.slice(at, at + this.size)
      const places = this.#places.get(gram)
      if (places === undefined) this.#places.set(gram, [{ source, at }])
      else if (places.length < mostPlaces) places.push({ source, at })
    }
  }

  /** Takes out a text that no longer is what it was. */
  remove(source: Stretch): void {
    for (let at = 0; at + this.size <= source.text.length; at += this.step) {
      const gram = source.text.slice(at, at + this.size)
      const places = this.#places.get(gram)
      const place = places?.findIndex((each) => each.source === source) ?? -1
      if (places === undefined || place < 0) continue
      if (places.length === 1) this.#places.delete(gram)
      else places.splice(place, 1)
    }
  }

  at(text: string, at: number): readonly Place[] {
    return this.#places.get(text.slice(at, at + this.size)) ?? []
  }
}

/**
 * Common parts of a target's unsettled units and unsettled units of the index's texts, the longest first, without
 * overlap on either side, each as long as possible and cut back to edges of words.
 */
export function sharedParts(target: Stretch, index: GramIndex, { least, words }: Wanted, effort: Effort): Shared[] {
  const taken: Shared[] = []
  const isOpen = (part: Shared): boolean =>
    taken.every((other) => other.at + other.len <= part.at || part.at + part.len <= other.at) &&
    taken.every(
      (other) =>
        other.source !== part.source || other.from + other.len <= part.from || part.from + part.len <= other.from,
    )
  for (const whole of common(target, index, least, effort).sort((a, b) => b.len - a.len)) {
    for (const part of isOpen(whole) ? [whole] : remains(whole, taken)) {
      const cut = atWordEdges(target.text, part)
      if (cut.len >= least && hasWords(target.text, cut.at, cut.at + cut.len, words) && isOpen(cut)) taken.push(cut)
    }
  }
  return taken
}

/** What is left of a part beside those already taken, on the target's side and on the source's. */
function remains(whole: Shared, taken: readonly Shared[]): Shared[] {
  let rest: Shared[] = [whole]
  for (const other of taken) {
    rest = rest.flatMap((part) => without(part, other.at - part.at, other.at + other.len - part.at))
    if (other.source !== whole.source) continue
    rest = rest.flatMap((part) => without(part, other.from - part.from, other.from + other.len - part.from))
  }
  return rest
}

function without(part: Shared, from: number, to: number): Shared[] {
  if (to <= 0 || from >= part.len) return [part]
  const left = from > 0 ? [{ ...part, len: from }] : []
  const right = to < part.len ? [{ ...part, at: part.at + to, from: part.from + to, len: part.len - to }] : []
  return [...left, ...right]
}

function atWordEdges(text: string, part: Shared): Shared {
  let { at, len } = part
  while (len > 0 && !isWordEdge(text, at)) {
    at++
    len--
  }
  while (len > 0 && !isWordEdge(text, at + len)) len--
  return { at, len, source: part.source, from: part.from + at - part.at }
}

/** Every longest common part of at least `least` units. */
function common(target: Stretch, index: GramIndex, least: number, effort: Effort): Shared[] {
  const found: Shared[] = []
  const { text } = target
  for (const { from, to } of target.freeRanges()) {
    if (to - from < least) continue
    /** Per source and offset between the two texts: the end of the last common part, which covers later grams of it. */
    const ends = new Map<Stretch, Map<number, number>>()
    for (let at = from; at + index.size <= to; at++) {
      for (const { source, at: place } of index.at(text, at)) {
        if (source === target) continue
        const offset = place - at
        const bySource = ends.get(source) ?? new Map<number, number>()
        if (at < (bySource.get(offset) ?? 0)) continue
        if (!source.isFree(place, place + index.size)) continue
        let start = at
        while (start > from && fits(source, start - 1 + offset, text[start - 1]!)) start--
        let end = at + index.size
        while (end < to && fits(source, end + offset, text[end]!)) end++
        ends.set(source, bySource.set(offset, end))
        if (!effort.spend(end - start)) return found
        if (end - start >= least) found.push({ at: start, source, from: start + offset, len: end - start })
      }
    }
  }
  return found
}

const fits = (source: Stretch, at: number, letter: string): boolean =>
  source.text[at] === letter && source.spent[at] === 0
