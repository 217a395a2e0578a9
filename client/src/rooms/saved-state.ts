// Rooms: which of one's own words are on record. A pure state machine over what was written, sent and committed.
import * as Y from 'yjs'

/**
 * Words on their way, oldest first. `n` is the number of the update-bearing frame that carried them on this connection,
 * null where they were not sent on it yet.
 */
export type Pending = Readonly<{ update: Uint8Array; n: number | null }>

export type SavedState = Readonly<{
  /** Update-bearing frames sent on this connection; the server counts the same. */
  sent: number
  pending: readonly Pending[]
  /** The last log row that this client has been told of, and when. */
  seq: number | null
  savedAt: number | null
}>

export type SavedEvent =
  | { kind: 'opened' }
  /** Typed before the first sync of a connection, or without one: it goes with the next answer. */
  | { kind: 'held'; update: Uint8Array }
  | { kind: 'sent'; update: Uint8Array }
  /** A sync step 2 went out: it carries all that the server lacks, and so everything that was held. */
  | { kind: 'answered'; update: Uint8Array }
  /** A reader's document beside the server's: the update is what the server lacks, and cannot be handed in. */
  | { kind: 'compared'; update: Uint8Array }
  | { kind: 'committed'; n: number; seq: number; at: number }
  /** What was pending has been shown to its writer, and the document that held it is gone. */
  | { kind: 'given-up' }

export const nothingPending: SavedState = { sent: 0, pending: [], seq: null, savedAt: null }

/** An update that says nothing: no structs and no deletions. */
const isEmpty = (update: Uint8Array): boolean => update.length <= 2

export function savedState(state: SavedState, event: SavedEvent): SavedState {
  switch (event.kind) {
    case 'opened':
      return { ...state, sent: 0, pending: state.pending.map(({ update }) => ({ update, n: null })) }
    case 'held':
      return { ...state, pending: [...state.pending, { update: event.update, n: null }] }
    case 'sent':
      return { ...state, sent: state.sent + 1, pending: [...state.pending, { update: event.update, n: state.sent + 1 }] }
    case 'answered': {
      const n = state.sent + 1
      const carried = state.pending.map(({ update }) => ({ update, n }))
      const pending = carried.length > 0 || isEmpty(event.update) ? carried : [{ update: event.update, n }]
      return { ...state, sent: n, pending }
    }
    case 'compared': {
      const lacks = state.pending.length > 0 || Y.decodeUpdate(event.update).structs.length > 0
      return { ...state, pending: lacks ? [{ update: event.update, n: null }] : [] }
    }
    case 'committed': {
      const pending = state.pending.filter(({ n }) => n === null || n > event.n)
      const brought = pending.length < state.pending.length
      return { ...state, pending, seq: event.seq, savedAt: brought ? event.at : state.savedAt }
    }
    case 'given-up':
      return { ...state, pending: [] }
  }
}
