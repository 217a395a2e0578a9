// Committees: what acts need to know of a body, read inside their transaction.
import { type BodyDates, type BodyKind, statusOn } from '@faellesrum/schema/committees'
import { type LocalDate, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'

export type BodyFacts = BodyDates & Readonly<{ id: string; slug: string; kind: BodyKind; name: string }>

const columns = `id, slug, kind, name, from_day::text as "from", to_day::text as "to", closed_because as "closedBecause"`

/**
 * The bodies with these ids, in their order; NOT_FOUND when one is missing. `lock` keeps other acts out until the end.
 */
export async function loadBodies(tx: Tx, ids: readonly string[], lock = false): Promise<Verdict<BodyFacts[]>> {
  const { rows } = await tx.query(
    `select ${columns} from committees.body where id = any($1::uuid[])${lock ? ' for update' : ''}`,
    [ids],
  )
  const found = new Map(rows.map((row) => [row.id as string, row as BodyFacts]))
  const bodies = ids.map((id) => found.get(id))
  return bodies.every((body) => body !== undefined) ? yes(bodies) : no(refusal('NOT_FOUND', { kind: 'body' }))
}

export async function loadBody(tx: Tx, id: string): Promise<Verdict<BodyFacts>> {
  const found = await loadBodies(tx, [id], true)
  return found.ok ? yes(found.value[0]!) : found
}

/** Every council that there is or was. */
export async function loadCouncils(tx: Tx): Promise<BodyFacts[]> {
  const { rows } = await tx.query(`select ${columns} from committees.body where kind = 'council'`)
  return rows as BodyFacts[]
}

export const isClosed = (body: BodyFacts, on: LocalDate): boolean => statusOn(body, on) === 'closed'
