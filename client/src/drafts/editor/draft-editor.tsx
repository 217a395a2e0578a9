// Drafts: the editor on a room's document.
import { draftRoot } from '@faellesrum/schema/drafts'
import { Collaboration } from '@tiptap/extension-collaboration'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { RoomDocument } from '../../rooms/index.js'
import { tellWriting } from '../use-presence.js'
import { Authorship, type AuthorTexts } from './authorship-plugin.js'
import { CaretKeeper } from './caret-keeper.js'
import { caretsIn } from './carets.js'
import { shapeExtensions } from './extensions.js'
import { Keys } from './keys.js'
import { sectionAt } from './sections.js'
import { Template } from './template-plugin.js'

export type DraftEditorProps = Readonly<{
  document: RoomDocument
  mayWrite: boolean
  /** What the text is called, for those who cannot see it. */
  label: string
  guides: ReadonlyMap<string, string>
  texts: AuthorTexts
  onEditor: (editor: Editor | null) => void
  onGuarded: () => void
  leave: () => void
  toTools: () => void
}>

/** UniqueID asks for it: one that never says "synced", so that looking at a text never writes ids into it. */
const silentProvider = { on: () => undefined, off: () => undefined }

/** How long an editor must have held before another fault is worth another try. */
const steadyMs = 2_000

/**
 * y-tiptap can throw while it restores a selection after somebody else's change of structure. Nothing is lost in the
 * shared document; what is on screen is not to be trusted then, so it is built anew. The room's provider catches what
 * others' changes throw, the browser what one's own do: both end in a RangeError on the window.
 */
function useRebuild(caret: RefObject<number | null>): { number: number; caret: number | null } {
  const [build, setBuild] = useState<{ number: number; caret: number | null }>({ number: 0, caret: null })
  useEffect(() => {
    let at = 0
    const heard = ({ error }: ErrorEvent) => {
      if (!(error instanceof RangeError) || performance.now() - at < steadyMs) return
      at = performance.now()
      setBuild(({ number }) => ({ number: number + 1, caret: caret.current }))
    }
    addEventListener('error', heard)
    return () => removeEventListener('error', heard)
  }, [caret])
  return build
}

export function DraftEditor(props: DraftEditorProps) {
  const { document, mayWrite, label, guides, texts, onEditor, onGuarded, leave, toTools } = props
  // Where one writes; null while one does not.
  const caret = useRef<number | null>(null)
  const build = useRebuild(caret)
  const writing = useMemo(() => tellWriting(document.awareness), [document])
  useEffect(() => writing.stop, [writing])
  const editor = useEditor(
    {
      extensions: [
        ...shapeExtensions(mayWrite),
        Collaboration.configure({ fragment: document.doc.getXmlFragment(draftRoot), provider: silentProvider }),
        caretsIn(document.awareness),
        Template.configure({ guides: mayWrite ? guides : new Map(), onGuarded }),
        Authorship.configure({ texts }),
        CaretKeeper,
        Keys.configure({ leave, toTools }),
      ],
      editable: mayWrite,
      autofocus: build.caret ?? false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          lang: 'da',
          'aria-label': label,
          spellcheck: 'true',
          ...(mayWrite ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'document', tabindex: '0' }),
        },
      },
      onSelectionUpdate({ editor: moved }) {
        caret.current = moved.isFocused ? moved.state.selection.head : null
      },
      onBlur() {
        caret.current = null
      },
      onUpdate({ editor: changed, transaction }) {
        // Others' words arrive as transactions too, marked by the binding.
        if (transaction.getMeta('y-sync$') === undefined) writing.wrote(sectionAt(changed.state))
      },
    },
    [document, mayWrite, label, guides, texts, build.number],
  )
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  return <EditorContent editor={editor} />
}
