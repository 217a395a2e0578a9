// Drafts: the sections of the template in the text on screen.
import { isTemplateBlock } from '@faellesrum/schema/drafts'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'

/** A heading of the template, where it stands, and the blocks until the next one. */
export type Section = Readonly<{ id: string; pos: number; from: number; blocks: readonly Node[] }>

export function sectionsOf(doc: Node): Section[] {
  const sections: (Section & { blocks: Node[] })[] = []
  doc.forEach((node, pos) => {
    const id: unknown = node.attrs.id
    if (node.type.name === 'heading' && typeof id === 'string' && isTemplateBlock(id)) {
      sections.push({ id, pos, from: pos + node.nodeSize, blocks: [] })
    } else {
      sections[sections.length - 1]?.blocks.push(node)
    }
  })
  return sections
}

export const isEmptySection = (blocks: readonly Node[]): boolean => blocks.every((block) => block.textContent.trim() === '')

/** The block id of the heading that one stands under, null above the first. */
export function sectionAt({ doc, selection }: EditorState): string | null {
  const before = sectionsOf(doc).filter(({ pos }) => pos <= selection.head)
  return before[before.length - 1]?.id ?? null
}

/** Puts the caret behind the last word of the section, ready to go on. */
export function writeOnIn(editor: Editor, id: string): void {
  const section = sectionsOf(editor.state.doc).find((one) => one.id === id)
  if (section === undefined) return
  const end = section.from + section.blocks.reduce((size, block) => size + block.nodeSize, 0)
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)))
  // Not the element's own focus, which would put the caret to the beginning of the text.
  editor.view.focus()
}
