// Drafts: the template in the text. Its headings cannot be deleted by accident, and an empty section shows what belongs
// into it. The guiding words are drawn, never written.
import { isTemplateBlock } from '@faellesrum/schema/drafts'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { isEmptySection, sectionsOf } from './sections.js'

export type TemplateOptions = {
  /** Guiding words by the block id of a section's heading. */
  guides: ReadonlyMap<string, string>
  /** Somebody tried to delete a heading of the template. */
  onGuarded: () => void
}

export const Template = Extension.create<TemplateOptions>({
  name: 'template',
  addOptions: () => ({ guides: new Map(), onGuarded: () => undefined }),
  addProseMirrorPlugins() {
    const { guides, onGuarded } = this.options
    return [
      new Plugin({
        key: new PluginKey('template'),
        filterTransaction(tr, state) {
          // What others did, and one's own undo, is already in the shared document: refusing it here would only diverge.
          if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined) return true
          const after = templateHeadings(tr.doc)
          const keeps = [...templateHeadings(state.doc)].every((id) => after.has(id))
          if (!keeps) onGuarded()
          return keeps
        },
        props: {
          decorations: ({ doc }) => DecorationSet.create(doc, placeholders(doc, guides)),
        },
      }),
    ]
  },
})

function templateHeadings(doc: Node): Set<string> {
  const ids = new Set<string>()
  doc.forEach((node) => {
    const id: unknown = node.attrs.id
    if (node.type.name === 'heading' && typeof id === 'string' && isTemplateBlock(id)) ids.add(id)
  })
  return ids
}

function placeholders(doc: Node, guides: ReadonlyMap<string, string>): Decoration[] {
  return sectionsOf(doc).flatMap(({ id, from, blocks }) => {
    const first = blocks[0]
    const guide = guides.get(id)
    if (guide === undefined || first?.type.name !== 'paragraph' || !isEmptySection(blocks)) return []
    return [Decoration.node(from, from + first.nodeSize, { class: 'guide', 'data-guide': guide })]
  })
}
