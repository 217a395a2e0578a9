// Takes words out of a text and its whole history (erasure), on the record: what was taken out stands nowhere in it.
import { type CreditedRun, type DraftJson, plainText, withoutWords } from '@faellesrum/schema/drafts'
import { newId } from '@faellesrum/schema/kernel'
import { RoomName, type RoomRecords, type Tx } from '@faellesrum/schema/rooms'
import { randomBytes } from 'node:crypto'
import { appendEntry, hashOf } from '../src/platform/audit.js'
import { globalId, parseGlobalId } from '../src/platform/global-id.js'

/** What whoever typed the command has to know, in a sentence. */
export class AdminFault extends Error {
  override name = 'AdminFault'
}

function roomOf(draft: string): RoomName {
  const parsed = parseGlobalId(draft)
  if (parsed?.prefix !== 'draft') throw new AdminFault(`${draft} is no id of a text: it looks like draft_<uuid>, and stands in GraphQL as draft { id }`)
  return RoomName.print('draft', parsed.id as never)
}

/** What `redactText` would do, without doing it: every line as it would be, and where else the words stand. */
export async function lookAtText(records: RoomRecords, draft: string, phrases: readonly string[]): Promise<string> {
  const room = roomOf(draft)
  if (phrases.every((phrase) => phrase.trim() === '')) throw new AdminFault('the file holds no words: one phrase on each line')
  const [version, removed] = [await records.read(room), await records.removed(room)]
  if (version === null || removed === null) throw new AdminFault(`there is no text ${draft}`)
  const json = version.json as DraftJson
  const { json: cut, found } = withoutWords(json, [], phrases)
  const before = plainText(json).split('\n')
  const lines = plainText(cut).split('\n').flatMap((line, i) => (line === before[i] ? [] : [`  ${before[i]}\n  → ${line}`]))
  const history: DraftJson = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: removed.runs.map(({ text }) => text).join('') }] }],
  }
  const inHistory = withoutWords(history, [] as CreditedRun[], phrases).found
  return [
    `${draft}: the words stand in ${found} places of the text, and in about ${inHistory} of what was deleted.`,
    ...lines,
    'They are taken out also within longer words. The whole history of the text goes, and cannot be had again.',
    found + inHistory === 0 ? 'They seem to stand nowhere: look at the spelling first.' : '',
  ].filter((line) => line !== '').join('\n')
}

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
  const room = roomOf(draft)
  await tx.query('begin')
  try {
    const result = await records.redact(tx, room, phrases, reason)
    if (result.kind === 'sealed') throw new AdminFault(`${draft} is sealed: its bytes are the record of a decision, and stay`)
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
      about: [globalId('Draft', parseGlobalId(draft)!.id)],
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
