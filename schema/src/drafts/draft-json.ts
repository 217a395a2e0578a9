// Drafts: a text as plain data, the form in which it is compared, hashed, rendered and exported.
import type { MarkName, NodeName } from './draft-nodes.js'

export type AttrValue = string | number | boolean | null | readonly number[]
export type DraftMark = Readonly<{ type: MarkName; attrs?: Readonly<Record<string, AttrValue>> }>

/**
 * One node, in ProseMirror's JSON. An attribute that has its default value is left out, so that a new attribute never
 * changes the hash of an old text; `draftSchema.nodeFromJSON` puts the defaults back.
 */
export type DraftNode = Readonly<{
  type: NodeName
  attrs?: Readonly<Record<string, AttrValue>>
  content?: readonly DraftNode[]
  text?: string
  marks?: readonly DraftMark[]
}>

export type DraftJson = DraftNode & Readonly<{ type: 'doc'; content: readonly DraftNode[] }>

export const textNode = (text: string): DraftNode => ({ type: 'text', text })

export const paragraph = (id: string, text: string): DraftNode =>
  text === '' ? { type: 'paragraph', attrs: { id } } : { type: 'paragraph', attrs: { id }, content: [textNode(text)] }

/** A heading; level 1 is the default and therefore left out. */
export const heading = (id: string, level: number, text: string): DraftNode => ({
  type: 'heading',
  attrs: level === 1 ? { id } : { id, level },
  content: [textNode(text)],
})

export const idOf = (node: DraftNode): string | null => (typeof node.attrs?.id === 'string' ? node.attrs.id : null)

export const levelOf = (node: DraftNode): number => (typeof node.attrs?.level === 'number' ? node.attrs.level : 1)
