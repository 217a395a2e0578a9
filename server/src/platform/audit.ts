// Platform: the audit trail, one row per act, each holding the hash of the row before. The serving role may insert
// and read, not change (migration 0001); `verifyTrail` finds the first row that somebody changed all the same.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Tx } from '@faellesrum/schema/rooms'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What an act leaves behind. Persons stand by id, so that erasing a person need not break the chain. */
export type AuditEntry = Readonly<{
  act: string
  /** `person:<uuid>` or `system:<name>`: who a `key` belongs to. */
  actor: string
  person: string | null
  mandate: string | null
  key: string
  inputHash: string
  /** Global ids of what the act was about; the first is the thing itself. */
  about: readonly string[]
  /** The facts that make the entry readable in a history: names of states, dates, quotients. */
  record: Json
  /** What the first call answered; a repeat with the same key answers it again. */
  result: Json
  occurredAt: string
  requestId: string
}>

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
/** SHA-256 over canonical JSON (RFC 8785). */
export const hashOf = (value: unknown): string => sha256(canonicalize(value) ?? 'null')

const chainLock = 0x66_61_65_6c // 'fael': only this lock serialises acts, and only around their last statement

/** Appends under the chain's lock, which is held until the transaction ends: the last statement of an act. */
export async function appendEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [chainLock])
  const { rows } = await tx.query(
    `select clock_timestamp() as now, coalesce(max(seq), 0) + 1 as seq,
            (select hash from audit.entry order by seq desc limit 1) as previous from audit.entry`,
  )
  const { now, seq, previous } = rows[0] as { now: Date | string; seq: string; previous: string | null }
  const recordedAt = new Date(now).toISOString()
  const hash = hashOf({ ...entry, seq: Number(seq), recordedAt, previous })
  await tx.query(
    `insert into audit.entry (seq, act, actor, person_id, mandate_id, key, input_hash, about, record, result,
                              occurred_at, recorded_at, request_id, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      seq,
      entry.act,
      entry.actor,
      entry.person,
      entry.mandate,
      entry.key,
      entry.inputHash,
      entry.about,
      JSON.stringify(entry.record),
      JSON.stringify(entry.result),
      entry.occurredAt,
      recordedAt,
      entry.requestId,
      previous,
      hash,
    ],
  )
}

/** Null when every row is as it was written, else the first `seq` that is not. */
export async function verifyTrail(tx: Tx): Promise<number | null> {
  const { rows } = await tx.query('select * from audit.entry order by seq')
  let previous: string | null = null
  let expected = 1
  for (const row of rows) {
    const entry: AuditEntry & { seq: number; recordedAt: string; previous: string | null } = {
      act: row.act,
      actor: row.actor,
      person: row.person_id,
      mandate: row.mandate_id,
      key: row.key,
      inputHash: row.input_hash,
      about: row.about,
      record: row.record,
      result: row.result,
      occurredAt: new Date(row.occurred_at).toISOString(),
      requestId: row.request_id,
      seq: Number(row.seq),
      recordedAt: new Date(row.recorded_at).toISOString(),
      previous: row.previous,
    }
    if (entry.seq !== expected || entry.previous !== previous || row.hash !== hashOf(entry)) return entry.seq
    previous = row.hash
    expected++
  }
  return null
}
