// Collab, store: the log in PostgreSQL. One statement is one commit: lock the rooms, count them on, insert the rows.
import type { LogRow, RoomName, RoomState } from '@faellesrum/schema/rooms'
import { joined } from './log-row.js'
import { readLog } from './read-log.js'
import {
  type Claim,
  type Entry,
  type Head,
  type Loaded,
  type Outcome,
  type Owner,
  type RoomStore,
  type Snapshot,
  StoreAway,
  StoreRefusal,
} from './room-store.js'

// The bytes travel as one binary parameter with offsets: an array of bytea would be sent as hexadecimal text, twice as
// long. `skip locked`, so that an act that holds one room stalls no other.
const append = /* sql */ `
  with input as (
    select * from unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::int[], $9::int[],
      $10::text[], $11::text[]) with ordinality
      as i(room, epoch, person, mandate, kind, offline, at, length, ends, receipt, ord)
  ), wanted as (
    select room, epoch, count(*)::int as rows from input group by room, epoch
  ), free as materialized (
    select r.name, w.rows from collab.room r join wanted w on w.room = r.name and w.epoch = r.epoch
    where r.state = 'open' order by r.name for update of r skip locked
  ), counted as (
    update collab.room r set next_seq = r.next_seq + free.rows from free where r.name = free.name
    returning r.name, r.next_seq - free.rows as first
  )
  insert into collab.log (room, seq, epoch, person, mandate, mandate_kind, offline, updates, ends, receipt)
  select i.room, c.first + row_number() over (partition by i.room order by i.ord) - 1, i.epoch, i.person, i.mandate,
    i.kind, i.offline, substr($1::bytea, i.at + 1, i.length), i.ends::int[], decode(i.receipt, 'hex')
  from counted c join input i on i.room = c.name
  returning seq, encode(receipt, 'hex') as receipt`

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

/** A pool, or one connection of which nobody else asks anything. */
export type Asked = { query(question: { name: string; text: string; values: unknown[] }): Promise<{ rows: any[] }> }

export class PostgresRoomStore implements RoomStore {
  readonly #pool: Asked

  constructor(pool: Asked) {
    this.#pool = pool
  }

  async load(room: RoomName): Promise<Loaded | null> {
    const [head] = await this.#query<{ state: RoomState; epoch: number } & Record<string, any>>(
      'collab-head',
      // One that an older program made says nothing of children: as if it were not there.
      `select r.state, r.epoch, s.seq, s.update, s.state_vector, s.deletions, s.children from collab.room r
       left join collab.snapshot s on s.room = r.name and s.epoch = r.epoch and s.children is not null where r.name = $1`,
      [room],
    )
    if (head === undefined) return null
    const snapshot: Snapshot | null =
      head['seq'] === null
        ? null
        : {
            seq: Number(head['seq']),
            update: head['update'],
            stateVector: head['state_vector'],
            deletions: head['deletions'],
            children: head['children'],
          }
    const [tail, owners] = await Promise.all([
      this.#rows(room, head.epoch, snapshot?.seq ?? 0),
      this.#query<{ client: string; owner: string }>(
        'collab-owners',
        'select client, owner from collab.client_id where room = $1',
        [room],
      ),
    ])
    return {
      state: head.state,
      epoch: head.epoch,
      snapshot,
      tail,
      owners: new Map(owners.map(({ client, owner }) => [Number(client), owner])),
    }
  }

  async append(entries: readonly Entry[]): Promise<readonly Outcome[]> {
    const parts = entries.map((entry) => joined(entry.updates))
    const receipts = entries.map((entry) => hex(entry.receipt))
    let at = 0
    const saved = await this.#query<{ seq: string; receipt: string }>('collab-append', append, [
      Buffer.concat(parts.map(({ bytes }) => bytes)),
      entries.map((entry) => entry.room),
      entries.map((entry) => entry.epoch),
      entries.map((entry) => entry.sender.person),
      entries.map((entry) => entry.sender.mandate),
      entries.map((entry) => entry.mandateKind),
      entries.map((entry) => entry.offline),
      parts.map(({ bytes }) => (at += bytes.length) - bytes.length),
      parts.map(({ bytes }) => bytes.length),
      parts.map(({ ends }) => `{${ends.join(',')}}`),
      receipts,
    ])
    const seqs = new Map(saved.map(({ seq, receipt }) => [receipt, Number(seq)]))
    if (seqs.size === entries.length) return receipts.map((receipt) => ({ kind: 'saved', seq: seqs.get(receipt)! }))
    const missed = [...new Set(entries.filter((_, i) => !seqs.has(receipts[i]!)).map((entry) => entry.room))]
    const heads = await this.heads(missed)
    return entries.map((entry, i) => {
      const seq = seqs.get(receipts[i]!)
      if (seq !== undefined) return { kind: 'saved', seq }
      const head = heads[missed.indexOf(entry.room)]
      if (head == null || head.epoch !== entry.epoch) return { kind: 'gone' }
      return { kind: head.state === 'open' ? 'busy' : 'shut' }
    })
  }

  async find(entries: readonly Entry[]): Promise<readonly (number | null)[]> {
    const found = await this.#query<{ seq: string; receipt: string }>(
      'collab-find',
      `select l.seq, encode(l.receipt, 'hex') as receipt from unnest($1::text[], $2::text[]) as i(room, receipt)
       join collab.log l on l.room = i.room and l.receipt = decode(i.receipt, 'hex')`,
      [entries.map((entry) => entry.room), entries.map((entry) => hex(entry.receipt))],
    )
    const seqs = new Map(found.map(({ seq, receipt }) => [receipt, Number(seq)]))
    return entries.map((entry) => seqs.get(hex(entry.receipt)) ?? null)
  }

  async claim(claims: readonly Claim[]): Promise<readonly Owner[]> {
    const values = [
      claims.map((claim) => claim.room),
      claims.map((claim) => claim.client),
      claims.map((claim) => claim.owner),
    ]
    await this.#query(
      'collab-claim',
      `insert into collab.client_id (room, client, owner)
       select distinct on (room, client) room, client, owner
       from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as i(room, client, owner, ord)
       order by room, client, ord on conflict do nothing`,
      values,
    )
    // A statement of its own: what another process inserted a moment ago is not in the first one's snapshot.
    const owners = await this.#query<{ owner: string }>(
      'collab-claimed',
      `select c.owner from unnest($1::text[], $2::bigint[]) with ordinality as i(room, client, ord)
       join collab.client_id c on c.room = i.room and c.client = i.client order by i.ord`,
      values.slice(0, 2),
    )
    return owners.map(({ owner }) => owner)
  }

  async heads(rooms: readonly RoomName[]): Promise<readonly (Head | null)[]> {
    const rows = await this.#query<{ name: string; state: RoomState; epoch: number; next_seq: string }>(
      'collab-heads',
      'select name, state, epoch, next_seq from collab.room where name = any($1::text[])',
      [rooms],
    )
    const heads = new Map(rows.map((row) => [row.name, { state: row.state, epoch: row.epoch, seq: Number(row.next_seq) - 1 }]))
    return rooms.map((room) => heads.get(room) ?? null)
  }

  async rowsAfter(room: RoomName, seq: number): Promise<readonly LogRow[]> {
    return this.#rows(room, null, seq)
  }

  async saveSnapshot(room: RoomName, epoch: number, snapshot: Snapshot): Promise<void> {
    await this.#query(
      'collab-snapshot',
      `insert into collab.snapshot (room, epoch, seq, update, state_vector, deletions, children)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (room) do update set epoch = excluded.epoch, seq = excluded.seq, update = excluded.update,
         state_vector = excluded.state_vector, deletions = excluded.deletions, children = excluded.children, made_at = now()
       where (collab.snapshot.epoch, collab.snapshot.seq) < (excluded.epoch, excluded.seq) or collab.snapshot.children is null`,
      [
        room,
        epoch,
        snapshot.seq,
        Buffer.from(snapshot.update),
        Buffer.from(snapshot.stateVector),
        Buffer.from(snapshot.deletions),
        Buffer.from(snapshot.children),
      ],
    )
  }

  #rows(room: RoomName, epoch: number | null, after: number): Promise<LogRow[]> {
    return readLog((name, text, values) => this.#query(name, text, values), { room, epoch, after, upTo: null, page: null })
  }

  async #query<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await this.#pool.query({ name, text, values })).rows as Row[]
    } catch (error) {
      throw isRefusal(error) ? new StoreRefusal(error) : new StoreAway(error)
    }
  }
}

/**
 * Faults of the data (class 21, 22, 23) and limits of an index (54): PostgreSQL has undone the statement, and it would
 * do so again. All else (disk, shutdown, connection, timeout) passes, and may have happened after the commit. A receipt
 * that is there already says that an earlier try did commit.
 */
function isRefusal(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return typeof code === 'string' && /^(21|22|23|54)\w{3}$/.test(code) && constraint !== 'log_receipt_key'
}
