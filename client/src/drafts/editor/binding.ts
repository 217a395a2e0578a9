// Drafts: what we know of y-tiptap's binding between the sheet and the shared document, and stand in front of.
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export type Work<Args extends unknown[]> = (...args: Args) => void

/** One's own selection among the words; the numbers are where it stood in the sheet before. */
export type RelativeSelection = {
  anchor: Y.RelativePosition | null
  head: Y.RelativePosition | null
  absAnchor: number | null
  absHead: number | null
}

export type Binding = {
  mapping: Map<Y.AbstractType<unknown>, never>
  beforeTransactionSelection: RelativeSelection | null
  _observeFunction: Work<[events: unknown, transaction: Y.Transaction]>
  _prosemirrorChanged: Work<[doc: unknown]>
  _forceRerender: Work<[]>
  destroy(): void
}

type SyncState = { doc: Y.Doc; type: Y.XmlFragment; binding: Binding }

export const syncStateOf = (state: EditorState): SyncState => ySyncPluginKey.getState(state) as SyncState
