// Drafts: what the page around an editor shows of the text in it.
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { isEmptySection, sectionAt, sectionsOf } from './editor/sections.js'

type TextFacts = { empty: string[]; current: string | null }

/** Null without an editor. Compared by content, so that a page is drawn again only when something has changed. */
export function useTextFacts(editor: Editor | null): TextFacts | null {
  return useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now === null
        ? null
        : {
            empty: sectionsOf(now.state.doc).flatMap(({ id, blocks }) => (isEmptySection(blocks) ? [id] : [])),
            current: now.isFocused ? sectionAt(now.state) : null,
          },
  })
}
