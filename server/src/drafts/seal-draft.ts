// Drafts: closes a text for good, and says what it was: the head of its log and two hashes, for the act's own record.
import { canonicalize } from '@faellesrum/schema/drafts'
import { RoomName } from '@faellesrum/schema/rooms'
import { createHash } from 'node:crypto'
import type { Town, Writing } from '../platform/index.js'
import { DraftEntity } from './draft.entity.js'

/** SPEC DR15. Hashes are SHA-256 in hexadecimal. */
export type Sealed = Readonly<{
  kind: 'frozen:v1'
  room: string
  epoch: number
  /** The last row of the log that belongs to the text. */
  seq: number
  /** Of the text as canonical JSON. */
  text: string
  /** Of the bytes of the log's rows, in order. */
  bytes: string
}>

/**
 * Seals the room under its lock and reads it up to there, names the version, and tells whoever is inside. Whoever calls
 * puts what it answers into the record of the act: the trail is what makes it hold.
 */
export async function sealDraft(
  writing: Writing,
  { records }: Town,
  id: string,
  versionName: string,
): Promise<Sealed> {
  const room = RoomName.print('draft', id)
  const { epoch, nextSeq } = await records.setState(writing.tx, room, 'sealed')
  // Others' connections see all that was committed before the lock, and nothing can be added behind it.
  const seq = nextSeq - 1
  const bytes = createHash('sha256')
  let last = 0
  for await (const row of records.log(room)) {
    for (const update of row.updates) bytes.update(update)
    last = row.seq
  }
  const found = await records.read(room, seq)
  if (found === null || found.seq !== seq || last !== seq) throw new Error(`${room} could not be read up to ${seq}`)
  const text = createHash('sha256').update(canonicalize(found.json)).digest('hex')
  await writing.manager.update(DraftEntity, { id }, { versionName })
  await writing.notice({ kind: 'state', room, state: 'sealed', epoch })
  return { kind: 'frozen:v1', room, epoch, seq, text, bytes: bytes.digest('hex') }
}
