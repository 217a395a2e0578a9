// Drafts: a text without certain words, for erasure: what stood in their place is marked, and all else stays whose it was.
import type { CreditedRun } from './credited-runs.js'
import type { DraftJson, DraftMark, DraftNode } from './draft-json.js'
import { idOf } from './draft-json.js'
import { takesText } from './draft-doc.js'

/** What a reader sees where words were taken out. */
export const omission = '[…]'

type Kept = Readonly<{ from: number; to: number; at: number }>

/**
 * The text and its runs with every occurrence cut out, across marks, and out of the addresses of links. Words are the same
 * whatever their case, how their letters are composed, how wide their blanks are, and with soft hyphens or letters without
 * width in them. Occurrences that overlap go together. Offsets of the runs are those of the new text; the omissions are
 * nobody's. `found` counts places. Words across two blocks, or across a line break, are not found.
 */
export function withoutWords(
  json: DraftJson,
  runs: readonly CreditedRun[],
  phrases: readonly string[],
): { json: DraftJson; runs: CreditedRun[]; found: number } {
  const wanted = phrases.map((phrase) => alike(phrase).text.trim()).filter((phrase) => phrase !== '')
  if (wanted.length === 0) throw new RangeError('no words to take out')
  const keptIn = new Map<string, readonly Kept[]>()
  let found = 0
  const cut = (node: DraftNode): DraftNode => {
    if (node.content === undefined) return node
    if (!takesText.has(node.type)) return { ...node, content: node.content.map(cut) }
    const { content, kept, count } = withoutIn(node.content, wanted)
    found += count
    const id = idOf(node)
    if (id !== null) keptIn.set(id, kept)
    const { content: _all, ...rest } = node
    return content.length > 0 ? { ...rest, content } : rest
  }
  const cutJson = cut(json) as DraftJson
  return { json: cutJson, runs: runs.flatMap((run) => shifted(run, keptIn.get(run.block))), found }
}

const letter = /\P{M}\p{M}*|\p{M}+/gu
/** Soft hyphen, zero width space and joiners, word joiner, byte order mark. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** As it is compared; for each unit of it, where in the text what it stands for begins and ends. */
function alike(text: string): { text: string; from: number[]; to: number[] } {
  let seen = ''
  const [from, to]: [number[], number[]] = [[], []]
  for (const { 0: whole, index } of text.matchAll(letter)) {
    const plain = whole.replace(unseen, '').normalize('NFC').toUpperCase().toLowerCase().replace(/\s/u, ' ')
    if (plain === ' ' && seen.endsWith(' ')) {
      to[to.length - 1] = index + whole.length
      continue
    }
    seen += plain
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(index)
      to.push(index + whole.length)
    }
  }
  return { text: seen, from, to }
}

type Range = { from: number; to: number }

/** In order; those that overlap or touch are one. */
function placesOf(phrases: readonly string[], text: string): Range[] {
  const where = alike(text)
  const found: Range[] = []
  for (const phrase of phrases) {
    for (let at = where.text.indexOf(phrase); at >= 0; at = where.text.indexOf(phrase, at + 1)) {
      found.push({ from: where.from[at]!, to: where.to[at + phrase.length - 1]! })
    }
  }
  const places: Range[] = []
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    const last = places.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else places.push({ from, to })
  }
  return places
}

function withoutIn(content: readonly DraftNode[], phrases: readonly string[]): { content: DraftNode[]; kept: Kept[]; count: number } {
  // A line break is a character that no phrase has.
  const text = content.map((node) => node.text ?? '\u0000').join('')
  const gone = placesOf(phrases, text)
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
      const marks = node.marks?.filter((mark) => !leadsTo(mark, phrases)) ?? []
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

/** In an address other signs stand for blanks. */
const inAddress = (text: string): string => text.replaceAll(/[-+_.~/]+/g, ' ')

function leadsTo({ type, attrs }: DraftMark, phrases: readonly string[]): boolean {
  if (type !== 'link' || typeof attrs?.href !== 'string') return false
  const address = attrs.href.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded)
  return placesOf(phrases, address).length > 0 || placesOf(phrases.map(inAddress), inAddress(address)).length > 0
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes
  }
}

const shifted = (run: CreditedRun, kept: readonly Kept[] = [{ from: 0, to: Number.POSITIVE_INFINITY, at: 0 }]): CreditedRun[] =>
  kept.flatMap(({ from, to, at }) => {
    const [start, end] = [Math.max(run.from, from), Math.min(run.to, to)]
    return start < end ? [{ ...run, from: at + start - from, to: at + end - from }] : []
  })
