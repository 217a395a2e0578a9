// Drafts: the editor on a room's document.
import { draftRoot } from '@faellesrum/schema/drafts'
import { Collaboration } from '@tiptap/extension-collaboration'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo } from 'react'
import type { RoomDocument } from '../../rooms/index.js'
import { tellWriting } from '../use-presence.js'
import { Authorship, type AuthorTexts } from './authorship-plugin.js'
import { BindingGuard } from './binding-guard.js'
import { CaretFollows } from './caret-follows.js'
import { CaretKeeper } from './caret-keeper.js'
import { caretsIn } from './carets.js'
import { shapeExtensions } from './extensions.js'
import { Keys } from './keys.js'
import { sectionAt } from './sections.js'
import { Template } from './template-plugin.js'
import { useRebuild } from './use-rebuild.js'

export type DraftEditorProps = Readonly<{
  document: RoomDocument
  mayWrite: boolean
  /** What the text is called, for those who cannot see it. */
  label: string
  guides: ReadonlyMap<string, string>
  texts: AuthorTexts
  onEditor: (editor: Editor | null) => void
  onGuarded: () => void
  /** The document is of a shape that cannot be shown. */
  onBroken: () => void
  leave: () => void
  toTools: () => void
}>

/** UniqueID asks for it: one that never says "synced", so that looking at a text never writes ids into it. */
const silentProvider = { on: () => undefined, off: () => undefined }

export function DraftEditor(props: DraftEditorProps) {
  const { document, mayWrite, label, guides, texts, onEditor, onGuarded, onBroken, leave, toTools } = props
  const { number, onFault, onCreate } = useRebuild(onBroken)
  const writing = useMemo(() => tellWriting(document.awareness), [document])
  useEffect(() => writing.stop, [writing])
  const editor = useEditor(
    {
      extensions: [
        CaretFollows,
        BindingGuard.configure({ onFault }),
        ...shapeExtensions(mayWrite),
        Collaboration.configure({ fragment: document.doc.getXmlFragment(draftRoot), provider: silentProvider }),
        caretsIn(document.awareness),
        Template.configure({ guides: mayWrite ? guides : new Map(), onGuarded }),
        Authorship.configure({ texts }),
        CaretKeeper,
        Keys.configure({ leave, toTools }),
      ],
      editable: mayWrite,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          lang: 'da',
          'aria-label': label,
          spellcheck: 'true',
          ...(mayWrite ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'document', tabindex: '0' }),
        },
      },
      onCreate,
      onUpdate({ editor: changed, transaction }) {
        // Others' words arrive as transactions too, marked by the binding.
        if (transaction.getMeta('y-sync$') === undefined) writing.wrote(sectionAt(changed.state))
      },
    },
    [document, mayWrite, label, guides, texts, number],
  )
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  return <EditorContent editor={editor} />
}
