// Drafts: where words begin and end, for rules that speak of words.

const inWord = /[\p{L}\p{N}\p{M}\u00AD]/u

/** True between two words, at the ends of the text, and beside anything that is no part of a word. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  return !(inWord.test(text[at - 1]!) && inWord.test(text[at]!))
}

/** Words that [from, to) touches, counted up to `enough`. */
export function hasWords(text: string, from: number, to: number, enough: number): boolean {
  let words = 0
  let inside = false
  for (let at = from; at < to && words < enough; at++) {
    const is = inWord.test(text[at]!)
    if (is && !inside) words++
    inside = is
  }
  return words >= enough
}
