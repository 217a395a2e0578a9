// Drafts: a text without certain words, for erasure: what stood in their place is marked, and all else stays whose it was.
import type { CreditedRun } from './credited-runs.js'
import type { DraftJson, DraftMark, DraftNode } from './draft-json.js'
import { idOf } from './draft-json.js'
import { takesText } from './draft-doc.js'

/** What a reader sees where words were taken out. */
export const omission = '[…]'

type Kept = Readonly<{ from: number; to: number; at: number }>

/**
 * The text and its runs with every occurrence cut out, whatever its case, its composition of letters (NFC, NFD) or the marks
 * across it, also out of the addresses of links. Offsets of the runs are those of the new text; the omissions are nobody's.
 * `found` counts occurrences. Words across two blocks, or across a line break, are not found.
 */
export function withoutWords(
  json: DraftJson,
  runs: readonly CreditedRun[],
  phrases: readonly string[],
): { json: DraftJson; runs: CreditedRun[]; found: number } {
  const pattern = patternOf(phrases)
  const keptIn = new Map<string, readonly Kept[]>()
  let found = 0
  const cut = (node: DraftNode): DraftNode => {
    if (node.content === undefined) return node
    if (!takesText.has(node.type)) return { ...node, content: node.content.map(cut) }
    const { content, kept, count } = withoutIn(node.content, pattern)
    found += count
    const id = idOf(node)
    if (id !== null) keptIn.set(id, kept)
    const { content: _all, ...rest } = node
    return content.length > 0 ? { ...rest, content } : rest
  }
  const cutJson = cut(json) as DraftJson
  return { json: cutJson, runs: runs.flatMap((run) => shifted(run, keptIn.get(run.block))), found }
}

function patternOf(phrases: readonly string[]): RegExp {
  const forms = phrases.flatMap((phrase) => [phrase.normalize('NFC'), phrase.normalize('NFD')])
  const escaped = [...new Set(forms)].filter((form) => form.trim() !== '').map((form) => form.trim().split(/\s+/u).map(escape).join('\\s+'))
  if (escaped.length === 0) throw new RangeError('no words to take out')
  return new RegExp(escaped.join('|'), 'giu')
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`)

function withoutIn(content: readonly DraftNode[], pattern: RegExp): { content: DraftNode[]; kept: Kept[]; count: number } {
  // A line break is a character that no phrase has.
  const text = content.map((node) => node.text ?? '\u0000').join('')
  const gone = [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  const kept: Kept[] = []
  let [from, at] = [0, 0]
  for (const piece of [...gone, { from: text.length, to: text.length }]) {
    if (piece.from > from) kept.push({ from, to: piece.from, at })
    at += piece.from - from + (piece.to > piece.from ? omission.length : 0)
    from = piece.to
  }
  const found: DraftNode[] = []
  const add = (node: DraftNode): void => {
    const last = found.at(-1)
    const joins = last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (joins) found[found.length - 1] = { ...last, text: last.text! + node.text! }
    else found.push(node)
  }
  let start = 0
  let links = 0
  for (const node of content) {
    const end = start + (node.text?.length ?? 1)
    if (node.type !== 'text') add(node)
    else {
      const marks = node.marks?.filter((mark) => !leadsTo(mark, pattern)) ?? []
      links += (node.marks?.length ?? 0) - marks.length
      for (let place = start; place < end; ) {
        const hole = gone.find((one) => one.from <= place && place < one.to)
        if (hole?.from === place) add({ type: 'text', text: omission })
        const to = hole === undefined ? Math.min(end, ...gone.filter((one) => one.from > place).map((one) => one.from)) : Math.min(end, hole.to)
        if (hole === undefined) add({ type: 'text', text: text.slice(place, to), ...(marks.length > 0 ? { marks } : {}) })
        place = to
      }
    }
    start = end
  }
  return { content: found, kept, count: gone.length + links }
}

function leadsTo({ type, attrs }: DraftMark, pattern: RegExp): boolean {
  if (type !== 'link' || typeof attrs?.href !== 'string') return false
  return [attrs.href, decoded(attrs.href)].some((address) => address.search(pattern) >= 0)
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const shifted = (run: CreditedRun, kept: readonly Kept[] = [{ from: 0, to: Number.POSITIVE_INFINITY, at: 0 }]): CreditedRun[] =>
  kept.flatMap(({ from, to, at }) => {
    const [start, end] = [Math.max(run.from, from), Math.min(run.to, to)]
    return start < end ? [{ ...run, from: at + start - from, to: at + end - from }] : []
  })
