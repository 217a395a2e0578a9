// Drafts: keeps one's own caret where one has just put it. A click moves it at once, but the browser says so a task
// later; whatever redraws the text in between (somebody else's caret, names in the margin) would put it back to where it
// was. Measured without this: three clicks of a hundred while another person types. Words of others are handled in
// use-room.ts, since their transaction is made before a plugin is asked.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * So long after a touch or a key the browser knows better than the editor. At all other times it is the other way round:
 * an element that is focused by a program shows its first letter for a moment.
 */
const justNow = 100

export const CaretKeeper = Extension.create({
  name: 'caretKeeper',
  addProseMirrorPlugins() {
    let view: EditorView | null = null
    let touchedAt = -Infinity
    const touched = () => {
      touchedAt = performance.now()
      return false
    }
    return [
      new Plugin({
        key: new PluginKey('caretKeeper'),
        view(started) {
          view = started
          return { destroy: () => (view = null) }
        },
        props: { handleDOMEvents: { mousedown: touched, touchend: touched, keydown: touched } },
        appendTransaction(transactions, _before, after) {
          if (view === null || performance.now() - touchedAt > justNow || transactions.some((tr) => tr.docChanged || tr.selectionSet)) return null
          const shown = shownSelection(view, after)
          return shown === null || shown.eq(after.selection) ? null : after.tr.setSelection(shown)
        },
      }),
    ]
  },
})

/** Where the browser shows the caret, null where that is no caret in the text or not to be trusted. */
function shownSelection(view: EditorView, { doc, selection }: EditorState): TextSelection | null {
  if (!view.editable || view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return null
  const shown = view.dom.ownerDocument.getSelection()
  const { anchorNode, focusNode } = shown ?? {}
  if (!shown || !anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null
  const [anchor, head] = [view.posAtDOM(anchorNode, shown.anchorOffset), view.posAtDOM(focusNode, shown.focusOffset)]
  if (Math.min(anchor, head) < 0 || Math.max(anchor, head) > doc.content.size) return null
  const found = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  return found instanceof TextSelection ? found : null
}
