// Drafts: brings the letters and marks of one block to what they shall be, word by word (DR16): what stays keeps its ids.
import * as Y from 'yjs'
import type { DraftMark, DraftNode } from './draft-json.js'
import { draftMarks, type MarkName } from './draft-nodes.js'
import { builtInline, marksAsFormats } from './begin-draft.js'
import { editsBetween, partsOf, tokensOf } from './tokens.js'

type Segment = Readonly<{ text: Y.XmlText; from: number; to: number }>

/** Runs inside a transaction. A block whose line breaks change is written anew; its letters are carried by whoever asks. */
export function writeInline(element: Y.XmlElement, content: readonly DraftNode[]): void {
  const { parts, segments } = standingInline(element)
  const edits = editsBetween(tokensOf(parts), tokensOf(partsOf(content)))
  if (edits.some(({ kind, hasBreak }) => kind !== 'same' && hasBreak)) {
    element.delete(0, element.length)
    element.insert(0, builtInline(content))
    return
  }
  // From the end, so that what lies before keeps its place.
  let at = parts.reduce((sum, part) => sum + (part?.length ?? 1), 0)
  for (const { kind, text } of edits.toReversed()) {
    if (kind === 'in') {
      insert(element, segments, at, text)
      continue
    }
    at -= text.length
    if (kind === 'out') remove(segments, at, at + text.length)
  }
  format(element, content)
}

/** Null for whatever takes one place and is no letter. */
function standingInline(element: Y.XmlElement): { parts: (string | null)[]; segments: Segment[] } {
  const parts: (string | null)[] = []
  const segments: Segment[] = []
  let at = 0
  for (const child of element.toArray()) {
    const from = at
    if (!(child instanceof Y.XmlText)) {
      parts.push(null)
      at++
      continue
    }
    for (const { insert: piece } of child.toDelta() as { insert: unknown }[]) {
      parts.push(typeof piece === 'string' ? piece : null)
      at += typeof piece === 'string' ? piece.length : 1
    }
    segments.push({ text: child, from, to: at })
  }
  return { parts, segments }
}

function remove(segments: readonly Segment[], from: number, to: number): void {
  for (const segment of segments) {
    const [start, end] = [Math.max(from, segment.from), Math.min(to, segment.to)]
    if (start < end) segment.text.delete(start - segment.from, end - start)
  }
}

/** Into the text on the left if there is one, for there a writer would have gone on. */
function insert(element: Y.XmlElement, segments: Segment[], at: number, letters: string): void {
  const beside = segments.find(({ from, to }) => from < at && at <= to) ?? segments.find(({ from }) => from === at)
  if (beside !== undefined) return beside.text.insert(at - beside.from, letters)
  const text = new Y.XmlText(letters)
  // No text touches this place: it is an end of the block, or lies between two line breaks.
  const children = element.toArray()
  let [index, place] = [0, 0]
  for (; index < children.length && place < at; index++) {
    const segment = segments.find((one) => one.text === children[index])
    place += segment === undefined ? 1 : segment.to - segment.from
  }
  element.insert(index, [text])
  segments.push({ text, from: at, to: at })
}

/** The letters are right by now. */
function format(element: Y.XmlElement, content: readonly DraftNode[]): void {
  const wanted: { to: number; marks: readonly DraftMark[] }[] = []
  let length = 0
  for (const node of content) wanted.push({ to: (length += node.text?.length ?? 1), marks: node.marks ?? [] })
  for (const { text, from } of standingInline(element).segments) {
    let at = from
    for (const { insert: piece, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
      const end = at + (typeof piece === 'string' ? piece.length : 1)
      while (at < end) {
        const run = wanted.find(({ to }) => to > at)
        const to = Math.min(end, run?.to ?? end)
        const change = changeOfMarks(attributes, run?.marks ?? [])
        if (change !== null) text.format(at - from, to - at, change)
        at = to
      }
    }
  }
}

function changeOfMarks(have: Readonly<Record<string, unknown>>, want: readonly DraftMark[]): Record<string, unknown> | null {
  const formats = marksAsFormats(want)
  const change: Record<string, unknown> = {}
  for (const name of Object.keys(draftMarks) as MarkName[]) {
    const wanted = formats[name]
    const has = have[name] as { href?: unknown } | null | undefined
    if (wanted === undefined ? has == null : has != null && (name !== 'link' || has.href === wanted['href'])) continue
    change[name] = wanted ?? null
  }
  return Object.keys(change).length > 0 ? change : null
}
