// Collab: makes a room anew without words that have to go (erasure). Yjs and the log keep whatever was typed, so nothing of
// the old epoch stays: the text of now, cut, is the first row of the next one. Whose words the others are stays known.
import { type AuthorRef, type CreditedRun, type DraftJson, type WhoseWords, withoutWords } from '@faellesrum/schema/drafts'
import { type LogRow, noticeChannel, type Redacted, type RoomName, type RoomState, type Tx } from '@faellesrum/schema/rooms'
import { createHash } from 'node:crypto'
import { formerOwner } from './store/room-store.js'
import { writeFirst } from './writing.js'
import type { Helper } from './helper.js'

/** What stands in a room and in its log up to its head. Read beside the transaction: nobody can add to a locked room. */
export type Reading = Readonly<{
  json(): Promise<DraftJson>
  runs(): Promise<readonly CreditedRun[]>
  log(): AsyncIterable<LogRow>
}>

/** See `RoomRecords.redact`. */
export async function redactRoom(
  tx: Tx,
  helper: Helper,
  room: RoomName,
  phrases: readonly string[],
  reason: string,
  reading: Reading,
): Promise<Redacted> {
  const { rows: heads } = await tx.query('select state, epoch, next_seq from collab.room where name = $1 for update', [room])
  const [head] = heads as { state: RoomState; epoch: number; next_seq: string }[]
  if (head === undefined) throw new Error(`no room ${room}`)
  if (head.state === 'sealed') return { kind: 'sealed' }
  const { json, runs, found } = withoutWords(await reading.json(), await reading.runs(), phrases)
  const { rows, digest, senders } = await told(reading.log())
  if (rows !== Number(head.next_seq) - 1) throw new Error(`the log of ${room} cannot be read up to its end`)
  const epoch = head.epoch + 1
  await tx.query(
    'insert into collab.redaction (room, epoch, rows, digest, senders, reason) values ($1, $2, $3, $4, $5, $6)',
    [room, head.epoch, rows, digest, JSON.stringify(senders), reason],
  )
  for (const table of ['log', 'segment']) await tx.query(`delete from collab.${table} where room = $1`, [room])
  // Whoever comes with a document of the old epoch could bring the words back under their own id.
  await tx.query('update collab.client_id set owner = $2 where room = $1', [room, formerOwner])
  const whose: WhoseWords = {
    reason: 'redact',
    act: null,
    otherwise: { source: 'import' },
    runs: runs.map(({ block, from, to, ...author }) => ({ block, from, to, ref: refOf(author) })),
  }
  const seq = await writeFirst(tx, helper, room, epoch, json, whose)
  await tx.query('update collab.room set epoch = $2, next_seq = $3 where name = $1', [room, epoch, seq + 1])
  await tx.query('select pg_notify($1, $2)', [noticeChannel, room])
  return { kind: 'redacted', found, rows, digest: digest.toString('hex'), epoch }
}

const refOf = ({ person, mandate, source }: Pick<CreditedRun, 'person' | 'mandate' | 'source'>): AuthorRef =>
  source === null ? { person, mandate: mandate! } : { source }

async function told(log: AsyncIterable<LogRow>) {
  const hash = createHash('sha256')
  const senders = new Map<string, { person: string | null; mandate: string; rows: number }>()
  let rows = 0
  for await (const { sender, updates } of log) {
    for (const update of updates) hash.update(update)
    const key = `${sender.person}/${sender.mandate}`
    const one = senders.get(key) ?? { ...sender, rows: 0 }
    senders.set(key, { ...one, rows: one.rows + 1 })
    rows++
  }
  return { rows, digest: hash.digest(), senders: [...senders.values()] }
}
