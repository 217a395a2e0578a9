// Drafts: what happens when the editor's binding throws. y-tiptap can, over somebody else's change of structure or a
// document of a shape it does not know. The shared document has the change by then and the sheet has not: whatever the
// editor does next would write the old sheet back, and delete the words of others under one's own name. So the two are
// parted before anything else can happen, and the page builds another editor.
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import { syncStateOf, type Work } from './binding.js'

/** Where one wrote: by the words around it, and by position where those cannot be found again. */
export type Caret = Readonly<{ among: unknown; at: number }>

export type Fault = Readonly<{
  error: unknown
  /** While the sheet was built, so that building it again would end in the same way. */
  building: boolean
  /** Null where one was not in the text. */
  caret: Caret | null
}>

export const BindingGuard = Extension.create<{ onFault: (fault: Fault) => void }>({
  name: 'bindingGuard',
  // Before the binding begins to listen; Collaboration has 1000.
  priority: 1001,
  addOptions: () => ({ onFault: () => undefined }),
  addProseMirrorPlugins() {
    const { onFault } = this.options
    let parted = false
    return [
      new Plugin({
        key: new PluginKey('bindingGuard'),
        filterTransaction: () => !parted,
        view(view) {
          guard(view, (fault) => {
            parted = true
            onFault(fault)
          })
          return {}
        },
      }),
    ]
  },
})

function guard(view: EditorView, onFault: (fault: Fault) => void): void {
  const { binding } = syncStateOf(view.state)
  const nothing = () => undefined
  const guarded =
    <Args extends unknown[]>(work: Work<Args>, building: boolean): Work<Args> =>
    (...args) => {
      try {
        work.apply(binding, args)
      } catch (error) {
        const caret = view.hasFocus() ? { among: binding.beforeTransactionSelection?.head ?? null, at: view.state.selection.head } : null
        binding._prosemirrorChanged = binding._forceRerender = nothing
        binding.destroy()
        onFault({ error, building, caret })
      }
    }
  binding._observeFunction = guarded(binding._observeFunction, false)
  binding._prosemirrorChanged = guarded(binding._prosemirrorChanged, false)
  binding._forceRerender = guarded(binding._forceRerender, true)
}

/** Goes on where one was in the editor before. */
export function writeOnAt(editor: Editor, { among, at }: Caret): void {
  const { doc, type, binding } = syncStateOf(editor.state)
  const found = among === null ? null : relativePositionToAbsolutePosition(doc, type, among, binding.mapping)
  editor.commands.focus(found ?? at)
}
