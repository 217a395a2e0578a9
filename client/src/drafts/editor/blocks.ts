// Drafts: the blocks of the text on screen under the names that the server knows them by.
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

export type TextBlock = Readonly<{ name: string; from: number; text: string; top: number }>

/**
 * Every block that holds text. A line break is one character, as it is one position. `top` is where the outermost block
 * around it begins. The first block with an id has it as its name; a second with the same id goes by its Y item.
 */
export function textBlocks(state: EditorState): TextBlock[] {
  const seen = new Set<string>()
  const blocks: TextBlock[] = []
  let itemNames: Map<Node, string> | null = null
  state.doc.descendants((node, pos) => {
    if (node.isText || node.isInline) return false
    const id: unknown = node.attrs.id
    const name = typeof id === 'string' && !seen.has(id) ? id : ((itemNames ??= namesByItem(state)).get(node) ?? '')
    seen.add(name)
    if (!node.isTextblock) return true
    const at = state.doc.resolve(pos)
    const text = node.textBetween(0, node.content.size, '', '\n')
    blocks.push({ name, from: pos + 1, text, top: at.depth > 0 ? at.before(1) : pos })
    return false
  })
  return blocks
}

function namesByItem(state: EditorState): Map<Node, string> {
  const binding = ySyncPluginKey.getState(state)?.binding as { mapping: Map<unknown, Node | Node[]> } | undefined
  const names = new Map<Node, string>()
  for (const [type, node] of binding?.mapping ?? []) {
    if (!(type instanceof Y.XmlElement) || type._item === null || Array.isArray(node)) continue
    names.set(node, `${type._item.id.client}:${type._item.id.clock}`)
  }
  return names
}
