// Rooms: what a page is told about its room, as one value that never changes in place.
import type { Access, CloseReason, Standing } from '@faellesrum/schema/rooms'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { EnterRefusal } from './ports.js'

/** The shared text and who is in it. Another object after a document had to be given up. */
export type RoomDocument = Readonly<{ doc: Y.Doc; awareness: Awareness }>

/**
 * `saved`: all of one's words are committed on the server. `saving`: some are on their way. `offline`: no connection;
 * whether words stay on this device says `onDevice`. `unsaved`: words that are not on their way, or that nobody holds.
 */
export type Saved = Readonly<{
  kind: 'saved' | 'saving' | 'offline' | 'unsaved'
  /** This device keeps what the document holds, known and not hoped. */
  onDevice: boolean
  at: number | null
  seq: number | null
}>

/** Why there will be no connection until a person does something. */
export type Stopped = Readonly<{ reason: CloseReason; refusal: EnterRefusal | null }>

export type RoomStatus = Readonly<{
  connection: 'connecting' | 'open' | 'offline' | 'stopped'
  document: RoomDocument
  /** The server's text has been received, so that what is shown is the text and not a part of it. */
  synced: boolean
  /** What one may do now; null before the server has said so. */
  access: Access | null
  standing: Standing | null
  saved: Saved
  stopped: Stopped | null
  /** Words that could not be handed in, one string for each block; shown until their writer has put them away. */
  lostWords: readonly string[]
  /** When words written without a connection were last brought in. */
  broughtBackAt: number | null
}>

/** The sentence's key. Words that are not on record are never called saved. */
export function savedKind(connection: RoomStatus['connection'], pending: number, onDevice: boolean, behind: boolean): Saved['kind'] {
  if (pending === 0) return connection === 'open' || connection === 'connecting' ? 'saved' : 'offline'
  if (connection === 'open') return behind ? 'unsaved' : 'saving'
  if (!onDevice) return 'unsaved'
  return connection === 'connecting' ? 'saving' : 'offline'
}
