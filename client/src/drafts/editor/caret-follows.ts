// Drafts: one's own caret stays among its words while others write. y-tiptap 3.0.9 takes every change of a paragraph's
// words for a sign that the caret has been lost, finds the paragraph by its id and puts the caret back by number: whoever
// wrote on while somebody wrote before them had their letters turned round. Yjs knows better wherever the text still
// stands; by number only where it does not (a block that was written anew).
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { type RelativeSelection, syncStateOf } from './binding.js'
import { placeAmongNew } from './moved-words.js'

export const CaretFollows = Extension.create({
  name: 'caretFollows',
  // Inside of BindingGuard (1001): what throws here parts the sheet from the text too.
  priority: 1002,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('caretFollows'),
      view(view) {
        const { binding } = syncStateOf(view.state)
        const bring = binding._observeFunction
        binding._observeFunction = (events, transaction) => {
          const before = binding.beforeTransactionSelection
          if (before !== null) binding.beforeTransactionSelection = followed(before, view, transaction)
          bring.call(binding, events, transaction)
        }
        return {}
      },
    }),
  ],
})

function followed(before: RelativeSelection, view: EditorView, transaction: Y.Transaction): RelativeSelection {
  const anchor = placeOf(before.anchor, before.absAnchor, view, transaction)
  const head = placeOf(before.head, before.absHead, view, transaction)
  return {
    ...before,
    ...(anchor !== null && { anchor, absAnchor: null }),
    ...(head !== null && { head, absHead: null }),
  }
}

/** Null where the text that it stood in is gone, or was none. */
function placeOf(end: Y.RelativePosition | null, was: number | null, { state }: EditorView, transaction: Y.Transaction): Y.RelativePosition | null {
  if (end === null) return null
  const { doc, type } = syncStateOf(state)
  const at = Y.createAbsolutePositionFromRelativePosition(end, doc)
  if (at === null || !(at.type instanceof Y.XmlText) || at.type._item?.deleted === true) return null
  const letterIsGone = end.item !== null && Y.getItem(doc.store, end.item).deleted
  const moved = letterIsGone && was !== null ? placeAmongNew(state.doc.resolve(was), type, transaction) : null
  const { text, index } = moved ?? { text: at.type, index: at.index }
  // Told anew: y-tiptap mistrusts one that names a letter and ends at the beginning of the text.
  return Y.createRelativePositionFromTypeIndex(text, index, -1)
}
