// Takes words out of a text and its whole history (erasure), on the record: what was taken out stands nowhere in it.
import { newId } from '@faellesrum/schema/kernel'
import { RoomName, type RoomRecords, type Tx } from '@faellesrum/schema/rooms'
import { randomBytes } from 'node:crypto'
import { appendEntry, hashOf } from '../src/platform/audit.js'
import { globalId, localId } from '../src/platform/global-id.js'

/**
 * `draft` is the text's global id, `tx` a connection of the database's owner on which nothing is under way. The trail gets
 * the reason, the number of rows and their hash, and no word of the text.
 */
export async function redactText(
  tx: Tx,
  records: RoomRecords,
  draft: string,
  reason: string,
  phrases: readonly string[],
): Promise<string> {
  const room = RoomName.print('draft', localId('Draft', draft))
  await tx.query('begin')
  try {
    const result = await records.redact(tx, room, phrases, reason)
    if (result.kind === 'sealed') throw new Error(`${draft} is sealed: its bytes are the record of a decision, and stay`)
    const { found, rows, digest, epoch } = result
    const now = new Date()
    const id = newId(now.getTime(), randomBytes(16))
    await appendEntry(tx, {
      act: 'redact-text',
      actor: 'system:admin',
      person: null,
      mandate: null,
      key: id,
      inputHash: hashOf({ draft, reason }),
      about: [globalId('Draft', localId('Draft', draft))],
      record: { reason, rows, digest, epoch },
      result: { found },
      occurredAt: now.toISOString(),
      requestId: id,
    })
    await tx.query('commit')
    return [
      `taken out of the text in ${found} places; its ${rows} rows of history are gone, and ${draft} begins anew (epoch ${epoch}).`,
      'Not looked into: titles, papers, other texts into which somebody may have copied the words, backups and archived WAL.',
      'On the disk the bytes lie until they are written over. To have them gone, in a quiet hour, for it locks the tables:',
      '  vacuum full collab.log, collab.segment, collab.snapshot',
    ].join('\n')
  } catch (error) {
    await tx.query('rollback')
    throw error
  }
}
