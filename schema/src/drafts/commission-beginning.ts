// Drafts: the first text of a commission, and what of the template is filled in.
import type { AuthorRef } from './author-map.js'
import type { WrittenBy } from './begin-draft.js'
import { type DraftJson, type DraftNode, heading, idOf, levelOf, paragraph } from './draft-json.js'
import { countWords } from './plain-text.js'
import { commissionSections, type Language, sectionId, type SectionKey } from './template.js'

/** A paragraph, or a list of paragraphs; `numbered` as on paper: 1, 2, 3 or a, b, c. */
export type Passage = string | Readonly<{ items: readonly string[]; numbered?: '1' | 'a' }>
export type FilledSections = Readonly<Partial<Record<SectionKey, string | readonly Passage[]>>>

/**
 * The commission's text: its title, then the thirteen sections in order, each with what is given or one empty paragraph
 * to begin in. `who` says that title and headings are the template's and all else is `author`'s: both are arguments of
 * `beginDraft`.
 */
export function commissionBeginning(
  title: string,
  filled: FilledSections,
  author: AuthorRef,
  language: Language = 'da',
): { json: DraftJson; who: WrittenBy } {
  const content: DraftNode[] = [heading('title', 1, title)]
  const blocks = new Map<string, AuthorRef>([['title', templateRef]])
  for (const { key, title: name } of commissionSections) {
    content.push(heading(sectionId(key), 2, name[language]))
    blocks.set(sectionId(key), templateRef)
    const given = filled[key] ?? ''
    const passages = typeof given === 'string' ? [given] : given
    content.push(...passages.map((passage, at) => block(`text-${key}-${at + 1}`, passage)))
  }
  return { json: { type: 'doc', content }, who: { otherwise: author, blocks } }
}

const templateRef: AuthorRef = { source: 'template' }

function block(id: string, passage: Passage): DraftNode {
  if (typeof passage === 'string') return paragraph(id, passage)
  const content = passage.items.map((item, at): DraftNode => {
    const itemId = `${id}-${at + 1}`
    return { type: 'listItem', attrs: { id: itemId }, content: [paragraph(`${itemId}-p`, item)] }
  })
  if (passage.numbered === undefined) return { type: 'bulletList', attrs: { id }, content }
  return { type: 'orderedList', attrs: passage.numbered === '1' ? { id } : { id, type: passage.numbered }, content }
}

/** Words in each section, by the headings that still stand; a section whose heading was removed has none. */
export function sectionWords(json: DraftJson): ReadonlyMap<SectionKey, number> {
  const keys = new Map<string, SectionKey>(commissionSections.map(({ key }) => [sectionId(key), key]))
  const words = new Map<SectionKey, number>(commissionSections.map(({ key }) => [key, 0]))
  let current: SectionKey | null = null
  for (const node of json.content) {
    const key = keys.get(idOf(node) ?? '')
    if (key !== undefined) current = key
    else if (node.type === 'heading' && levelOf(node) === 1) current = null
    else if (current !== null) words.set(current, words.get(current)! + countWords(node))
  }
  return words
}
