// Commissions: what acts need to know of a commission, read and locked inside their transaction.
import type { CommissionState, DraftOpenness } from '@faellesrum/schema/commissions'
import { type LocalDate, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'

export type CommissionFacts = Readonly<{
  id: string
  slug: string
  name: string
  question: string | null
  /** Null until the first state is entered. */
  state: CommissionState | null
  since: LocalDate | null
  version: number
  fromSource: boolean
  bodyId: string | null
  draftId: string | null
  openness: DraftOpenness
  politicians: number | null
  citizens: number | null
  owners: readonly string[]
  /** Persons who are drafters on the day of the act; clerks alike. */
  drafters: readonly string[]
  clerks: readonly string[]
  /** Owners that have said that the council need not take a position, and when, since the state that it is in began. */
  noPosition: readonly { body: string; on: LocalDate }[]
}>

const holders = (kind: 'drafter' | 'clerk'): string =>
  `array(select o.person_id::text from commissions.office o
          where o.commission_id = c.id and o.kind = '${kind}' and commissions.stands(o, $2::date) order by o.id)`

const statement = `
  select c.id, c.slug, c.name, c.question, c.state, c.since::text as since, c.version, c.from_source as "fromSource",
         c.body_id as "bodyId", c.draft_id as "draftId", c.openness, c.politicians, c.citizens,
         array(select w.body_id::text from commissions.ownership w where w.commission_id = c.id order by w.position) as owners,
         ${holders('drafter')} as drafters, ${holders('clerk')} as clerks,
         array(select json_build_object('body', e.body_id, 'on', e.on_day) from commissions.evidence e
                where e.commission_id = c.id and not e.enters and e.on_day >= c.since) as "noPosition"
    from commissions.commission c where c.id = $1 for update`

/** As it stands; `day` is the day of which drafters and clerks are asked for. */
export async function loadCommission(tx: Tx, id: string, day: LocalDate): Promise<Verdict<CommissionFacts>> {
  const { rows } = await tx.query(statement, [id, day])
  return rows[0] ? yes(rows[0] as CommissionFacts) : no(refusal('NOT_FOUND', { kind: 'commission' }))
}
