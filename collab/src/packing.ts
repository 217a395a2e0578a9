// Collab: old rows of the log are packed into segments, never thrown away. A row goes only after its segment was read back
// and compared with it, here by content and in the database by digest; whatever breaks off in between leaves both, which
// reading does not mind, and the next packing goes on there.
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'pg'
import { type WholeLogRow, wholeLogColumns } from './store/log-row.js'
import { pack, unpack } from './store/segment.js'

/** Fewer rows are not worth a segment. */
const fewest = 100
const mostRows = 2000
const mostBytes = 4 * 1024 * 1024

type Segment = { room: string; first_seq: string; last_seq: string; epoch: number; rows: Buffer }

/**
 * Packs rows that came before this moment and that a snapshot holds, so that no usual load needs them. At most so many
 * segments at once; answers how many rows were packed. Throws when a segment is not what its rows are.
 */
export async function packOldRows(pool: Pool, before: Date, mostSegments: number): Promise<number> {
  let packed = 0
  const begun = await pool.query<Segment>(
    `select s.* from collab.segment s
      where exists (select from collab.log l where l.room = s.room and l.seq = s.first_seq and l.epoch = s.epoch) limit $1`,
    [mostSegments],
  )
  for (const segment of begun.rows) packed += await letGo(pool, segment)
  for (let made = begun.rows.length; made < mostSegments; made++) {
    const rows = await nextRows(pool, before)
    if (rows.length < fewest) return packed
    const segment = await makeSegment(pool, rows)
    if (segment !== null) packed += await letGo(pool, segment)
  }
  return packed
}

/** The oldest rows of some room that has enough of them, all of one epoch. */
async function nextRows(pool: Pool, before: Date): Promise<WholeLogRow[]> {
  const { rows } = await pool.query<WholeLogRow>(
    // The last row of a room stays: it says when the text was changed.
    `with worth as (
       select l.room, l.epoch, max(l.seq) as last from collab.log l
         join collab.room r on r.name = l.room join collab.snapshot s on s.room = l.room and s.epoch = l.epoch
        where l.received_at < $1 and l.seq <= s.seq and l.seq < r.next_seq - 1
        group by l.room, l.epoch having count(*) >= ${fewest} order by min(l.received_at) limit 1
     )
     select ${wholeLogColumns} from collab.log
      where (room, epoch) = (select room, epoch from worth) and seq <= (select last from worth)
      order by seq limit ${mostRows}`,
    [before],
  )
  let bytes = 0
  return rows.filter((row, i) => i === 0 || (bytes += row.updates.length) <= mostBytes)
}

/** Null where the text was made anew meanwhile: then nothing of the rows may be kept. */
async function makeSegment(pool: Pool, rows: readonly WholeLogRow[]): Promise<Segment | null> {
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const { rows: made } = await pool.query<Segment>(
    `insert into collab.segment (room, first_seq, last_seq, epoch, rows, digest)
     select $1, $2, $3, $4, $5, collab.digest_of($1, $2, $3)
       from (select from collab.room where name = $1 and epoch = $4 for share) as still returning *`,
    [first.room, first.seq, last.seq, first.epoch, await pack(rows)],
  )
  return made[0] ?? null
}

async function letGo(pool: Pool, { room, epoch, first_seq: first, last_seq: last }: Segment): Promise<number> {
  const stored = await pool.query<Segment>('select rows from collab.segment where room = $1 and first_seq = $2', [room, first])
  // Erased meanwhile, together with its rows.
  if (stored.rows[0] === undefined) return 0
  const { rows } = await pool.query<WholeLogRow>(
    `select ${wholeLogColumns} from collab.log where room = $1 and epoch = $2 and seq between $3 and $4 order by seq`,
    [room, epoch, first, last],
  )
  if (!isDeepStrictEqual(await unpack(stored.rows[0].rows), rows)) throw new Error(`a segment of ${room} from ${first} is not what its rows are`)
  const gone = await pool.query<{ rows: string }>('select collab.let_go_packed($1, $2) as rows', [room, first])
  return Number(gone.rows[0]!.rows)
}
