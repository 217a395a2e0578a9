// Drafts: which blocks and marks a text may have. Plain data that editor, worker and export all wrap.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model'

/**
 * The version of the shape below. It stands in every room pass: a page with an older shape deletes, for everybody, what
 * it does not know. So it rises with every change of the specs, and nothing is ever removed from them.
 */
export const draftShape = 1

// Every block carries an id, also lists, items, tables, rows and cells: comments, hunks and authorship name it so.
const id = { id: { default: null, validate: 'string|null' } } as const
const cell = {
  ...id,
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  colwidth: { default: null },
  align: { default: null, validate: 'string|null' },
} as const

/** Names and attributes are those of TipTap 3's own extensions, so that the editor can use these unchanged. */
export const draftNodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', attrs: id },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { ...id, level: { default: 1, validate: 'number' } },
  },
  bulletList: { group: 'block list', content: 'listItem+', attrs: id },
  orderedList: {
    group: 'block list',
    content: 'listItem+',
    attrs: { ...id, start: { default: 1, validate: 'number' }, type: { default: null, validate: 'string|null' } },
  },
  listItem: { content: 'paragraph block*', defining: true, attrs: id },
  blockquote: { group: 'block', content: 'block+', defining: true, attrs: id },
  table: { group: 'block', content: 'tableRow+', isolating: true, tableRole: 'table', attrs: id },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row', attrs: id },
  tableCell: { content: 'block+', isolating: true, tableRole: 'cell', attrs: cell },
  tableHeader: { content: 'block+', isolating: true, tableRole: 'header_cell', attrs: cell },
  horizontalRule: { group: 'block', attrs: id },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  text: { group: 'inline' },
} as const satisfies Record<string, NodeSpec>

/** In the order in which marks are sorted. A link is its address: the editor's link has no further attribute. */
export const draftMarks = {
  link: { attrs: { href: { default: null, validate: 'string|null' } }, inclusive: false },
  bold: {},
  italic: {},
} as const satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof draftNodes
export type MarkName = keyof typeof draftMarks

/** The nodes that carry an id: what the editor gives ids to. */
export const blockNames = Object.entries(draftNodes).flatMap(([name, spec]) =>
  'attrs' in spec && 'id' in spec.attrs ? [name as NodeName] : [],
)
export const headingLevels = [1, 2, 3, 4] as const

/** The shape for ProseMirror; built once. `topNode` is doc. */
export const draftSchema: Schema<NodeName, MarkName> = new Schema<NodeName, MarkName>({
  nodes: draftNodes as Record<NodeName, NodeSpec>,
  marks: draftMarks as Record<MarkName, MarkSpec>,
})
