// Drafts: the words of a text without its form, for counting, searching and one-line summaries.
import { type DraftNode, idOf } from './draft-json.js'
import type { NodeName } from './draft-nodes.js'

const containers: ReadonlySet<NodeName> = new Set<NodeName>([
  'doc',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
])

/** One line per block of text, a line break inside a block as a new line; no line at the end. */
export function plainText(node: DraftNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const parts = (node.content ?? []).map(plainText)
  return containers.has(node.type) ? parts.filter((part) => part !== '').join('\n') : parts.join('')
}

/** The text of each block that holds text, a line break as one unit: what the offsets of runs and anchors count. */
export function blockTexts(node: DraftNode): Map<string, string> {
  const texts = new Map<string, string>()
  const rest: DraftNode[] = [node]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const id = idOf(next)
    if (containers.has(next.type)) rest.push(...(next.content ?? []).toReversed())
    else if (id !== null) texts.set(id, plainText(next))
  }
  return texts
}

/** Words as a reader counts them: runs without white space that hold a letter or a digit. */
export const countWords = (node: DraftNode): number =>
  plainText(node)
    .split(/\s+/u)
    .filter((word) => countable.test(word)).length

const countable = /[\p{L}\p{N}]/u
const everyCountable = /[\p{L}\p{N}]/gu

/** AT13: letters and digits, also those of two UTF-16 units as one; not white space, punctuation, combining marks. */
export const countLetters = (text: string): number => text.match(everyCountable)?.length ?? 0
