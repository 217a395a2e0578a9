// Drafts: which section of the template one stands in.
import type { EditorState } from '@tiptap/pm/state'
import { sectionsOf } from './template-plugin.js'

/** The block id of the section's heading, null above the first. */
export function sectionAt({ doc, selection }: EditorState): string | null {
  const before = sectionsOf(doc).filter(({ pos }) => pos <= selection.head)
  return before[before.length - 1]?.id ?? null
}
