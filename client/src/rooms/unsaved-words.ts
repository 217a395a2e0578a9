// Rooms: the words of updates that are not on record, as they stand in the text. What a writer is shown when they
// cannot be handed in.
import * as Y from 'yjs'

type Range = { from: number; to: number }

/**
 * The words that `updates` inserted and that still stand in `root`, one string for each block, in document order. Text
 * that was deleted again is not shown.
 */
export function unsavedWords(root: Y.XmlFragment, updates: readonly Uint8Array[]): string[] {
  const ranges = insertedRanges(updates)
  if (ranges.size === 0) return []
  const words: string[] = []
  for (const type of root.createTreeWalker(() => true)) {
    if (!(type instanceof Y.XmlText)) continue
    const own = ownPieces(type, ranges)
    if (own.trim() !== '') words.push(own)
  }
  return words
}

function insertedRanges(updates: readonly Uint8Array[]): Map<number, Range[]> {
  const ranges = new Map<number, Range[]>()
  for (const update of updates) {
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const known = ranges.get(id.client) ?? []
      known.push({ from: id.clock, to: id.clock + length })
      ranges.set(id.client, known)
    }
  }
  return ranges
}

function ownPieces(text: Y.XmlText, ranges: ReadonlyMap<number, readonly Range[]>): string {
  let own = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const { from, to } of ranges.get(client) ?? []) {
      own += item.content.str.slice(Math.max(0, from - clock), Math.max(0, to - clock))
    }
  }
  return own
}
