// Drafts: where in the text on screen the server's runs lie. The server has read the text a moment ago; what was typed
// since moves them along, and is nobody's until the server has said whose.
import type { MandateKind } from '../__generated__/graphql.js'

export type RunAuthor = Readonly<{ label: string; mandateKind?: MandateKind | null }>
export type Run = Readonly<{ block: string; from: number; to: number; author: RunAuthor; copiedBy?: RunAuthor | null }>
export type PlacedRun = Readonly<{ from: number; to: number; author: RunAuthor; copiedBy: RunAuthor | null }>

/**
 * The runs of one block, moved from the words that the server had read to the words that stand there now: what both
 * begin and end with stays, the middle was written or removed since. Template and imported text, which nobody vouches
 * for, has no mandate and is left out.
 */
export function placeRuns(runs: readonly Run[], then: string, now: string): PlacedRun[] {
  const head = sharedHead(then, now)
  const tail = Math.min(sharedTail(then, now), then.length - head, now.length - head)
  const moved = now.length - then.length
  const middleEnd = then.length - tail
  const placed: PlacedRun[] = []
  for (const { from, to, author, copiedBy } of runs) {
    if (author.mandateKind === null || author.mandateKind === undefined) continue
    const add = (start: number, end: number) => {
      if (end > start) placed.push({ from: start, to: end, author, copiedBy: copiedBy ?? null })
    }
    if (then === now) add(from, to)
    else {
      add(from, Math.min(to, head))
      add(Math.max(from, middleEnd) + moved, to + moved)
    }
  }
  return placed
}

function sharedHead(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

function sharedTail(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[a.length - 1 - at] === b[b.length - 1 - at]) at++
  return at
}

/** Once for each author, in the order in which they first stand there. */
export function authorsOf(runs: readonly PlacedRun[]): RunAuthor[] {
  const authors = new Map<string, RunAuthor>()
  for (const { author } of runs) {
    const key = `${author.mandateKind}/${author.label}`
    if (!authors.has(key)) authors.set(key, author)
  }
  return [...authors.values()]
}
