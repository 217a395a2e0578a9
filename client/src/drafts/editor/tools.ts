// Drafts: the names of the tools over the text, in groups as they stand.

/** On a phone only the first of each list that fits; the rest is reached by scrolling. */
export const toolGroups = [
  ['undo', 'redo'],
  ['heading', 'subheading'],
  ['bold', 'italic', 'link'],
  ['bullets', 'numbers', 'quote', 'table'],
] as const
export const tableTools = ['rowAfter', 'columnAfter', 'deleteRow', 'deleteColumn', 'deleteTable'] as const

export type Tool = (typeof toolGroups)[number][number] | (typeof tableTools)[number]
