// People: the roles that a sign-in's claims give now. What a claim gave and gives no more ends; what was granted by
// hand is left alone.
import { no, refusal, yes } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import { act, type ActInput, globalId } from '../platform/index.js'
import { endHeld } from './end-held.js'
import { insertMandate } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'

export type FollowClaims = ActInput & Readonly<{ person: string; kinds: readonly MandateKind[] }>
type Held = Readonly<{ id: string; kind: MandateKind; byClaim: boolean }>

export const followClaims = act<
  FollowClaims,
  readonly Held[],
  { grant: MandateKind[]; end: Held[] },
  { person: string }
>({
  name: 'follow-claims',
  async facts(tx, { person }, { today }) {
    await tx.query('select 1 from people.person where id = $1 for update', [person])
    const { rows } = await tx.query(
      `select id, kind, by_claim as "byClaim" from people.mandate m
        where person_id = $1 and body_id is null and commission_id is null and people.gives_rights(m, $2::date)`,
      [person, today],
    )
    return yes(rows as Held[])
  },
  policy: peoplePolicy['follow-claims'],
  rule(held, { kinds }) {
    const grant = kinds.filter((kind) => !held.some((mandate) => mandate.kind === kind))
    const end = held.filter((mandate) => mandate.byClaim && !kinds.includes(mandate.kind))
    return grant.length + end.length === 0 ? no(refusal('ALREADY_SO')) : yes({ grant, end })
  },
  async write(writing, { grant, end }, _, { person }, moment) {
    const nowhere = { person, body: null, commission: null }
    for (const kind of grant) await insertMandate(writing, { ...nowhere, kind, from: moment.today, to: null }, true)
    // A mandate that has begun today ends today; ended, it gives no right any more.
    for (const mandate of end)
      await endHeld(writing, moment, { ...mandate, ...nowhere }, { on: moment.today, because: 'claim' })
    return {
      result: { person },
      about: [globalId('Person', person)],
      record: { granted: grant, ended: end.map(({ kind }) => kind) },
    }
  },
})
