// Collab: what the server writes into a room, inside an act's transaction: the first text, and later what it shall be.
// It is checked as if somebody had sent it, and credited letter by letter.
import { type AuthorMap, authorMapFault, type DraftJson, type WhoseWords } from '@faellesrum/schema/drafts'
import { type Beginning, noticeChannel, type RoomName, type RoomState, type Tx, type Written } from '@faellesrum/schema/rooms'
import { randomInt } from 'node:crypto'
import type { Folded } from './folder.js'
import type { Helper } from './helper.js'
import { Knowledge } from './knowledge.js'
import { defaultLimits } from './limits.js'
import { scan } from './scan.js'
import { PostgresRoomStore } from './store/postgres-room-store.js'

type Made = Readonly<{ folded: Folded; written: Readonly<{ update: Uint8Array; authors: AuthorMap }> | null }>

/** The server's own first row. What it does not say right is a fault of the act, so it throws and the act is undone. */
export async function writeBeginning(tx: Tx, room: RoomName, epoch: number, { update, authors }: Beginning): Promise<void> {
  await check(room, update, authors, new Knowledge())
  await addRow(tx, room, epoch, 1, update, authors)
  await claim(tx, room, (authors as AuthorMap).client)
}

/**
 * Brings the text to `wanted` as one row, and keeps the room's lock until the act is through: see `RoomRecords.write`. Read
 * through the transaction, so that several such writings of one act build on each other.
 */
export async function writeInRoom(
  tx: Tx,
  helper: Helper,
  room: RoomName,
  seq: number,
  wanted: DraftJson,
  whose: WhoseWords,
): Promise<Written> {
  const { rows } = await tx.query('select state, next_seq, epoch from collab.room where name = $1 for update', [room])
  const [head] = rows as { state: RoomState; next_seq: string; epoch: number }[]
  if (head === undefined) throw new Error(`no room ${room}`)
  if (head.state !== 'open') return { kind: 'shut', state: head.state }
  const next = Number(head.next_seq)
  if (next - 1 !== seq) return { kind: 'moved', seq: next - 1 }
  const loaded = (await new PostgresRoomStore(oneByOne(tx)).load(room))!
  const known = [...loaded.owners].find(([, owner]) => owner === 'server')?.[0]
  const client = known ?? unused(loaded.owners)
  const updates = loaded.tail.flatMap((row) => row.updates)
  const question = { kind: 'write', base: loaded.snapshot?.update ?? null, wanted, client, whose }
  const { folded, written } = await helper.ask<Made>(question, updates)
  if (written === null) return { kind: 'unchanged' }
  await check(room, written.update, written.authors, Knowledge.of(folded), folded.update.length)
  if (known === undefined) await claim(tx, room, client)
  await addRow(tx, room, head.epoch, next, written.update, written.authors)
  await tx.query('update collab.room set next_seq = next_seq + 1 where name = $1', [room])
  // Whoever has the room open reads the row as soon as it is committed.
  await tx.query('select pg_notify($1, $2)', [noticeChannel, room])
  return { kind: 'written', seq: next }
}

/**
 * The first row of a room that was emptied, under a client id that it never had, and its snapshot: one of the old epoch that
 * somebody is folding still finds a newer one there, and is not kept. Answers the row's number, 0 for an empty text.
 */
export async function writeFirst(
  tx: Tx,
  helper: Helper,
  room: RoomName,
  epoch: number,
  wanted: DraftJson,
  whose: WhoseWords,
): Promise<number> {
  const { rows } = await tx.query('select client from collab.client_id where room = $1', [room])
  const client = unused(new Map(rows.map((row) => [Number(row.client), null])))
  const { written } = await helper.ask<Made>({ kind: 'write', base: null, wanted, client, whose })
  if (written !== null) await writeBeginning(tx, room, epoch, written)
  const folded = await helper.ask<Folded>({ kind: 'fold' }, written === null ? [] : [written.update])
  const seq = written === null ? 0 : 1
  await new PostgresRoomStore(oneByOne(tx)).saveSnapshot(room, epoch, { seq, ...folded })
  return seq
}

async function check(room: RoomName, update: Uint8Array, authors: unknown, knowledge: Knowledge, before = 0): Promise<void> {
  const found = scan(update, knowledge, defaultLimits)
  if (typeof found === 'string') throw new TypeError(`what the server writes into ${room} is ${found}`)
  const fault = authorMapFault(update, authors)
  if (fault !== null) throw new TypeError(`what the server writes into ${room} has no true author map: ${JSON.stringify(fault)}`)
  if (before + update.length > defaultLimits.document) throw new RangeError(`${room} would be larger than a text may be`)
}

const addRow = (tx: Tx, room: RoomName, epoch: number, seq: number, update: Uint8Array, authors: unknown) =>
  tx.query(
    `insert into collab.log (room, seq, epoch, person, mandate, updates, ends, authors)
     values ($1, $2, $3, 'server', 'server', $4, $5, $6)`,
    [room, seq, epoch, Buffer.from(update), [update.length], JSON.stringify(authors)],
  )

const claim = (tx: Tx, room: RoomName, client: number) =>
  tx.query(`insert into collab.client_id (room, client, owner) values ($1, $2, 'server')`, [room, client])

/** Yjs has 32 bits for them. */
function unused(owners: ReadonlyMap<number, unknown>): number {
  for (;;) {
    const client = randomInt(1, 2 ** 32)
    if (!owners.has(client)) return client
  }
}

/** The store's questions through a transaction, which hears one at a time. */
function oneByOne(tx: Tx) {
  let last: Promise<unknown> = Promise.resolve()
  const query = ({ text, values }: { text: string; values: unknown[] }): Promise<{ rows: any[] }> => {
    const answer = last.then(() => tx.query(text, values))
    last = answer.catch(() => {})
    return answer
  }
  return { query }
}
