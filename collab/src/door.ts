// Collab's door for the server: its records, over a pool and without sockets. Only `server/bin` imports it.
import type { CreditedRun, DraftJson, WhoseWords } from '@faellesrum/schema/drafts'
import type { Beginning, LogRow, Redacted, RoomHead, RoomName, RoomRecords, RoomState, Tx, Written } from '@faellesrum/schema/rooms'
import type { Pool } from 'pg'
import { AttributionCache } from './attribution-cache.js'
import { Helper } from './helper.js'
import { packOldRows } from './packing.js'
import { redactRoom } from './redaction.js'
import { receivedAt } from './store/log-row.js'
import { readLog } from './store/read-log.js'
import { writeBeginning, writeInRoom } from './writing.js'

/** Rows of one page of the log: with 64 KB each, which is much, 16 MB. */
const page = 250

type StoredHead = { name: string; state: RoomState; epoch: number; next_seq: string }

const headColumns = 'name, state, epoch, next_seq'

const toHead = (row: StoredHead): RoomHead => ({
  room: row.name as RoomName,
  state: row.state,
  epoch: row.epoch,
  nextSeq: Number(row.next_seq),
})

/** The records of all rooms. A worker reads texts and replays logs, so that sockets beside it go on. */
export function roomRecords(pool: Pool): RoomRecords {
  return new PostgresRoomRecords(pool)
}

class PostgresRoomRecords implements RoomRecords {
  readonly #pool: Pool
  readonly #helper = new Helper(new URL('./records.worker.mjs', import.meta.url))
  readonly #attributions: AttributionCache

  constructor(pool: Pool) {
    this.#pool = pool
    this.#attributions = new AttributionCache(this.#helper, ({ room, epoch, nextSeq }, after) =>
      this.#rows(room, epoch, after, nextSeq - 1),
    )
  }

  async create(tx: Tx, room: RoomName, beginning: Beginning | null): Promise<RoomHead> {
    const { rows } = await tx.query(`insert into collab.room (name, next_seq) values ($1, $2) returning ${headColumns}`, [
      room,
      beginning === null ? 1 : 2,
    ])
    if (beginning !== null) await writeBeginning(tx, room, 1, beginning)
    return toHead(rows[0])
  }

  async head(room: RoomName): Promise<RoomHead | null> {
    const { rows } = await this.#pool.query<StoredHead>(`select ${headColumns} from collab.room where name = $1`, [room])
    return rows[0] === undefined ? null : toHead(rows[0])
  }

  async heads(rooms: readonly RoomName[]): ReturnType<RoomRecords['heads']> {
    const { rows } = await this.#pool.query<StoredHead & { written_at: string | null }>(
      `select ${headColumns}, (select ${receivedAt} from collab.log l
         where l.room = r.name and l.seq = r.next_seq - 1) as written_at from collab.room r where name = any($1)`,
      [rooms],
    )
    return new Map(rows.map((row) => [row.name as RoomName, { ...toHead(row), writtenAt: row.written_at }]))
  }

  async setState(tx: Tx, room: RoomName, state: RoomState): Promise<RoomHead> {
    // Waits for the commit that holds the row just now; after it nothing more is appended until this act is through.
    const { rows } = await tx.query(`update collab.room set state = $2 where name = $1 returning ${headColumns}`, [room, state])
    if (rows[0] === undefined) throw new Error(`no room ${room}`)
    return toHead(rows[0])
  }

  async read(room: RoomName, seq?: number): Promise<{ seq: number; json: unknown; update: Uint8Array } | null> {
    const head = await this.head(room)
    if (head === null) return null
    const upTo = Math.min(seq ?? head.nextSeq - 1, head.nextSeq - 1)
    const { rows } = await this.#pool.query<{ seq: string; update: Buffer }>(
      'select seq, update from collab.snapshot where room = $1 and epoch = $2 and seq <= $3',
      [room, head.epoch, upTo],
    )
    const updates: Uint8Array[] = []
    for await (const row of this.#rows(room, head.epoch, Number(rows[0]?.seq ?? 0), upTo)) updates.push(...row.updates)
    const question = { kind: 'read', base: rows[0]?.update ?? null }
    return { seq: upTo, ...(await this.#helper.ask<{ json: unknown; update: Uint8Array }>(question, updates)) }
  }

  async attribution(room: RoomName | RoomHead): ReturnType<RoomRecords['attribution']> {
    const head = typeof room === 'string' ? await this.head(room) : room
    return head === null ? null : this.#attributions.of(head)
  }

  async attributionAt(room: RoomName, seq: number): ReturnType<RoomRecords['attributionAt']> {
    const head = await this.head(room)
    return head === null || seq < 1 || seq >= head.nextSeq ? null : this.#attributions.at({ ...head, nextSeq: seq + 1 })
  }

  async removed(room: RoomName): ReturnType<RoomRecords['removed']> {
    const head = await this.head(room)
    return head === null ? null : this.#attributions.removed(head)
  }

  write(tx: Tx, room: RoomName, seq: number, wanted: unknown, whose: unknown): Promise<Written> {
    return writeInRoom(tx, this.#helper, room, seq, wanted as DraftJson, whose as WhoseWords)
  }

  redact(tx: Tx, room: RoomName, phrases: readonly string[], reason: string): Promise<Redacted> {
    return redactRoom(tx, this.#helper, room, phrases, reason, {
      json: async () => (await this.read(room))!.json as DraftJson,
      runs: async () => (await this.attribution(room))!.runs as readonly CreditedRun[],
      log: () => this.log(room),
    })
  }

  async *log(room: RoomName, afterSeq = 0): AsyncIterable<LogRow> {
    const head = await this.head(room)
    if (head !== null) yield* this.#rows(room, head.epoch, afterSeq, head.nextSeq - 1)
  }

  pack(before: Date, most: number): Promise<number> {
    return packOldRows(this.#pool, before, most)
  }

  async *#rows(room: RoomName, epoch: number, afterSeq: number, upTo: number): AsyncIterable<LogRow> {
    const ask = async <Row>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
      (await this.#pool.query({ name, text, values })).rows as Row[]
    for (let after = afterSeq; after < upTo; ) {
      const rows = await readLog(ask, { room, epoch, after, upTo, page })
      yield* rows
      if (rows.length === 0) return
      after = rows.at(-1)!.seq
    }
  }
}
