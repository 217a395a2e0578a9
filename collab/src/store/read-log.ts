// Collab, store: the log of a room in its order, wherever its rows lie: packed, or one by one.
import type { LogRow, RoomName } from '@faellesrum/schema/rooms'
import { logColumns, type StoredLogRow, toLogRow } from './log-row.js'
import { unpack } from './segment.js'

/** Runs a named, prepared statement. */
export type Ask = <Row>(name: string, text: string, values: unknown[]) => Promise<Row[]>

export type Part = Readonly<{
  room: RoomName
  /** Null for whichever the rows are of. */
  epoch: number | null
  after: number
  /** The last row that is wanted; null for all. */
  upTo: number | null
  /** About so many rows at a time; null for all at once. */
  page: number | null
}>

/** The rows that follow, oldest first, without a gap; at least one if there is one. */
export async function readLog(ask: Ask, { room, epoch, after, upTo, page }: Part): Promise<LogRow[]> {
  const stored = await ask<StoredLogRow>(
    'collab-rows',
    `select ${logColumns} from collab.log where room = $1 and seq > $2 and ($3::int is null or epoch = $3)
       and ($4::bigint is null or seq <= $4) order by seq limit $5`,
    [room, after, epoch, upTo, page],
  )
  const rows = stored.map(toLogRow)
  // Only what is old is packed, so rows that follow on at once have nothing before them that is.
  if (rows[0]?.seq === after + 1 || upTo === after) return rows
  const packed = await readPacked(ask, { room, epoch, after, upTo, page }, rows[0]?.seq ?? Number.POSITIVE_INFINITY)
  // The rest of the page comes with the next: its rows may have been packed since they were read.
  return packed.length > 0 && page !== null ? packed : [...packed, ...rows]
}

async function readPacked(ask: Ask, { room, epoch, after, upTo, page }: Part, before: number): Promise<LogRow[]> {
  const segments = await ask<{ rows: Buffer }>(
    'collab-segments',
    `select rows from collab.segment where room = $1 and last_seq > $2 and ($3::int is null or epoch = $3)
       and ($4::bigint is null or first_seq <= $4) order by first_seq limit $5`,
    [room, after, epoch, upTo, page === null ? null : 1],
  )
  const isWanted = ({ seq }: LogRow): boolean => seq > after && seq < before && (upTo === null || seq <= upTo)
  const unpacked = await Promise.all(segments.map((segment) => unpack(segment.rows)))
  return unpacked.flat().map(toLogRow).filter(isWanted)
}
