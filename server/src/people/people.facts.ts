// People: what the acts need to know, read and locked inside their transaction.
import { type LocalDate, type MandateId, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { MandateKind, NewMandate } from '@faellesrum/schema/people'
import type { Tx } from '@faellesrum/schema/rooms'
import { globalId, type Town, type WantedMandate, type Writing } from '../platform/index.js'
import { MandateEntity } from './people.entities.js'

export type MandateFacts = NewMandate & Readonly<{ id: string; endedBecause: string | null }>

const columns = `id, kind, person_id as person, body_id as body, commission_id as commission,
  from_day::text as "from", to_day::text as "to", ended_because as "endedBecause"`

/** All mandates that somebody has or had. Locks the person, so that two grants at once see each other. */
export async function mandatesOf(tx: Tx, person: string): Promise<Verdict<readonly MandateFacts[]>> {
  const known = await tx.query('select 1 from people.person where id = $1 for update', [person])
  if (known.rowCount === 0) return no(refusal('NOT_FOUND', { what: 'person' }))
  const { rows } = await tx.query(`select ${columns} from people.mandate where person_id = $1`, [person])
  return yes(rows as MandateFacts[])
}

export async function mandateById(tx: Tx, id: string): Promise<Verdict<MandateFacts>> {
  const { rows } = await tx.query(`select ${columns} from people.mandate where id = $1 for update`, [id])
  return rows[0] ? yes(rows[0] as MandateFacts) : no(refusal('NOT_FOUND', { what: 'mandate' }))
}

/** What the slices that know the place say; the first no is the answer. */
export async function placeAllows(
  tx: Tx,
  { slices }: Pick<Town, 'slices'>,
  wanted: WantedMandate,
): Promise<Verdict<null>> {
  for (const slice of slices) {
    const verdict = (await slice.judgeMandate?.(tx, wanted)) ?? yes(null)
    if (!verdict.ok) return verdict
  }
  return yes(null)
}

/** Whom and where a mandate is about, for the trail: the mandate first. */
export const aboutMandate = (
  id: string,
  { person, body, commission }: Omit<Grant, 'kind' | 'from' | 'to' | 'person'> & { person: string | null },
) => [
  globalId('Mandate', id),
  ...(person ? [globalId('Person', person)] : []),
  ...(body ? [globalId('Body', body)] : []),
  ...(commission ? [globalId('Commission', commission)] : []),
]

/** Whoever looks at the body or the commission sees who has come or gone. */
export function tellPlace(
  { event }: Pick<Writing, 'event'>,
  { body, commission }: { body: string | null; commission: string | null },
): void {
  if (body !== null) event({ kind: 'body', id: body })
  if (commission !== null) event({ kind: 'commission', id: commission })
}

export type Grant = Readonly<{
  person: string
  kind: MandateKind
  body: string | null
  commission: string | null
  from: LocalDate
  to: LocalDate | null
}>

export async function insertMandate(
  { manager, newId, event }: Pick<Writing, 'manager' | 'newId' | 'event'>,
  { person, kind, body, commission, from, to }: Grant,
  byClaim = false,
): Promise<MandateId> {
  const id = newId<'Mandate'>()
  const where = { personId: person, bodyId: body, commissionId: commission }
  await manager.insert(MandateEntity, { id, kind, ...where, from, to, endedBecause: null, byClaim })
  tellPlace({ event }, { body, commission })
  return id
}
