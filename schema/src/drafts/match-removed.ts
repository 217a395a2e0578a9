// Drafts: rules AT5 and AT6. What an update brings back of what it removed: the same words in another node.
import { type Effort, GramIndex, sharedParts } from './shared-parts.js'
import type { Stretch } from './stretch.js'

/** An end of one or two letters agrees by chance: that took the last wrong letters out of the vectors (AT6). */
const shortestEdge = 3
/** Inner parts shorter than this, or of one word, are common words and prove nothing (AT6). */
const innerPart = { least: 8, words: 2 }

/** Credits what in `targets` equals something in `sources`. Every unit of a source is used once. */
export function matchRemoved(targets: readonly Stretch[], sources: readonly Stretch[], effort: Effort): void {
  if (targets.length === 0 || sources.length === 0) return
  matchWhole(targets, sources)
  matchEdges(targets, sources, effort)
  matchInner(targets, sources, effort)
}

/** AT5: a whole stretch equals a whole stretch; equal ones are paired in order. */
function matchWhole(targets: readonly Stretch[], sources: readonly Stretch[]): void {
  const waiting = new Map<string, Stretch[]>()
  for (const source of sources) {
    if (!source.isFree(0, source.text.length)) continue
    const same = waiting.get(source.text)
    if (same === undefined) waiting.set(source.text, [source])
    else same.push(source)
  }
  for (const target of targets) {
    for (const { from, to } of target.freeRanges()) {
      const source = waiting.get(target.text.slice(from, to))?.shift()
      if (source !== undefined) settle(target, from, source, 0, to - from)
    }
  }
}

type Edge = { target: Stretch; at: number; source: Stretch; from: number; len: number }

/** AT6: a split moves a tail, a join a head, and one may have typed or deleted beside it in the same update. */
function matchEdges(targets: readonly Stretch[], sources: readonly Stretch[], effort: Effort): void {
  const edges = [...edgesBetween(targets, sources, effort)]
  for (const { target, at, source, from, len } of edges.sort((a, b) => b.len - a.len)) {
    if (target.isFree(at, at + len) && source.isFree(from, from + len)) settle(target, at, source, from, len)
  }
}

function* edgesBetween(targets: readonly Stretch[], sources: readonly Stretch[], effort: Effort): Iterable<Edge> {
  for (const target of targets) {
    for (const t of target.freeRanges()) {
      for (const source of sources) {
        if (source.block === target.block) continue
        for (const s of source.freeRanges()) {
          if (!effort.spend(t.to - t.from + s.to - s.from)) return
          yield* edgesOf(target, t, source, s)
        }
      }
    }
  }
}

type Range = { from: number; to: number }

function edgesOf(target: Stretch, t: Range, source: Stretch, s: Range): Edge[] {
  const a = target.text.slice(t.from, t.to)
  const b = source.text.slice(s.from, s.to)
  const edge = (at: number, from: number, len: number): Edge => ({ target, at, source, from, len })
  const heads = commonHead(a, b)
  const tails = commonTail(a, b)
  const tailToHead = overlap(b, a)
  const headToTail = overlap(a, b)
  return [
    edge(t.from, s.from, heads),
    edge(t.to - tails, s.to - tails, tails),
    edge(t.from, s.to - tailToHead, tailToHead),
    edge(t.to - headToTail, s.from, headToTail),
  ].filter(({ len }) => len >= shortestEdge)
}

function commonHead(a: string, b: string): number {
  let len = 0
  while (len < a.length && len < b.length && a[len] === b[len]) len++
  return len
}

function commonTail(a: string, b: string): number {
  let len = 0
  while (len < a.length && len < b.length && a[a.length - 1 - len] === b[b.length - 1 - len]) len++
  return len
}

/** The longest tail of `left` that is a head of `right` (Knuth, Morris and Pratt: linear in both). */
function overlap(left: string, right: string): number {
  const fail = new Int32Array(right.length)
  for (let i = 1, k = 0; i < right.length; i++) {
    while (k > 0 && right[i] !== right[k]) k = fail[k - 1]!
    if (right[i] === right[k]) k++
    fail[i] = k
  }
  let k = 0
  for (let i = 0; i < left.length; i++) {
    if (k === right.length) k = fail[k - 1]!
    while (k > 0 && left[i] !== right[k]) k = fail[k - 1]!
    if (left[i] === right[k]) k++
  }
  return k
}

/** AT6: parts from the inside, the longest first. */
function matchInner(targets: readonly Stretch[], sources: readonly Stretch[], effort: Effort): void {
  const index = new GramIndex(innerPart.least, 1)
  for (const source of sources) index.add(source)
  for (const target of targets) {
    const parts = sharedParts(target, index, innerPart, effort)
    for (const { at, source, from, len } of parts) settle(target, at, source, from, len)
  }
}

function settle(target: Stretch, at: number, source: Stretch, from: number, len: number): void {
  target.creditAs(at, len, source, from)
  source.spent.fill(1, from, from + len)
}
