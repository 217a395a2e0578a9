// Collab, store: a row of the log as PostgreSQL gives it, and as the rest of the house reads it.
import type { LogRow, RoomName, Sender } from '@faellesrum/schema/rooms'

export type StoredLogRow = {
  room: string
  seq: string
  epoch: number
  person: string | null
  mandate: string
  received_at: string
  offline: boolean
  updates: Buffer
  ends: number[]
  authors: unknown | null
}

/** The moment as text, in UTC, whatever the session's zone or the pool's parsers. */
export const receivedAt = `to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What to select. */
export const logColumns = `room, seq, epoch, person, mandate, offline, updates, ends, authors, ${receivedAt} as received_at`

/** And what nobody reads but must not be lost. */
export type WholeLogRow = StoredLogRow & { mandate_kind: string | null; receipt: Buffer | null }
export const wholeLogColumns = `${logColumns}, mandate_kind, receipt`

export function toLogRow(row: StoredLogRow): LogRow {
  return {
    room: row.room as RoomName,
    epoch: row.epoch,
    seq: Number(row.seq),
    sender: { person: row.person, mandate: row.mandate } as Sender,
    receivedAt: row.received_at,
    offline: row.offline,
    updates: row.ends.map((end, i) => row.updates.subarray(i === 0 ? 0 : row.ends[i - 1]!, end)),
    authors: row.authors,
  }
}

/** Updates as one piece of bytes, and where each ends in it. */
export function joined(updates: readonly Uint8Array[]): { bytes: Buffer; ends: number[] } {
  let at = 0
  return { bytes: Buffer.concat(updates), ends: updates.map((update) => (at += update.length)) }
}
