// Drafts: letters as words, for comparing: a word, a run of white space, a line break, or one other character.
import { diffArrays } from 'diff'
import type { DraftNode } from './draft-json.js'

/** No text has it: a control character that no keyboard makes, as a word of its own. */
const lineBreak = '\u0000'
const token = /[\p{L}\p{N}\p{M}\u00AD]+|\s+|[^]/gu

/** A line break counts one unit, as in every offset within a block. */
export type Tokens = readonly string[]

export const tokensOf = (parts: Iterable<string | null>): Tokens => {
  const tokens: string[] = []
  let text = ''
  const flush = (): void => {
    tokens.push(...(text.match(token) ?? []))
    text = ''
  }
  for (const part of parts) {
    if (part !== null) {
      text += part
      continue
    }
    flush()
    tokens.push(lineBreak)
  }
  flush()
  return tokens
}

/** Null stands for a line break. */
export const partsOf = (content: readonly DraftNode[]): (string | null)[] =>
  content.map(({ type, text = '' }) => (type === 'text' ? text : null))

export type Edit = Readonly<{ kind: 'same' | 'out' | 'in'; text: string; hasBreak: boolean }>

/** Two texts that share so little are not compared to the end: one goes, the other comes. */
const mostEdits = 4000

/** From one to the other, in order; what goes stands before what comes in its place. */
export function editsBetween(from: Tokens, to: Tokens): Edit[] {
  const edit = (kind: Edit['kind'], tokens: readonly string[]): Edit => ({
    kind,
    text: tokens.join(''),
    hasBreak: tokens.includes(lineBreak),
  })
  const changes = diffArrays(from as string[], to as string[], { maxEditLength: mostEdits })
  if (changes === undefined) return [edit('out', from), edit('in', to)]
  return changes.map(({ added, removed, value }) => edit(added ? 'in' : removed ? 'out' : 'same', value))
}
