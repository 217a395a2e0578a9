// Commissions: the act that opens a commission, before its first state is on record. With `fromSource` it is one of the
// past, of which only a source is left (KO8).
import { type CommissionState, judgeSeatPlan, type SeatPlan } from '@faellesrum/schema/commissions'
import { type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import { municipality, type Source } from '@faellesrum/schema/municipality'
import { type BodyFacts, loadBodies } from '../committees/index.js'
import { act, type ActInput, globalId } from '../platform/index.js'
import {
  CommissionEntity,
  CommissionOwnershipEntity,
  CommissionSourceEntity,
  PlannedStateEntity,
  SeatProfileEntity,
} from './commission.entity.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'

export type RecordNeedInput = ActInput &
  Readonly<{
    slug: string
    name: string
    question: string | null
    owners: readonly string[]
    fromSource: boolean
    /** The body that already exists; only for one of the past. */
    body: string | null
    seatPlan: SeatPlan | null
    /** States still to come, with the day that is planned for each. */
    planned: readonly { state: CommissionState; on: LocalDate }[]
    sources: readonly Source[]
  }>

type Facts = Readonly<{ name: string; owners: readonly BodyFacts[]; slugTaken: boolean }>

export const recordNeed = act<RecordNeedInput, Facts, null, { commission: string }>({
  name: 'record-need',
  mayDate,
  async facts(tx, input) {
    const owners = await loadBodies(tx, input.owners)
    if (!owners.ok) return owners
    const { rows } = await tx.query('select 1 from commissions.commission where slug = $1', [input.slug])
    return yes({ name: input.name, owners: owners.value, slugTaken: rows.length > 0 })
  },
  policy: commissionsPolicy['record-need'],
  rule({ owners, slugTaken }, input) {
    if (slugTaken) return no(refusal('ALREADY_SO', { commission: input.name, slug: input.slug }))
    const stranger = owners.find((owner) => owner.kind !== 'standing-committee' && owner.kind !== 'finance-committee')
    if (stranger) return no(refusal('WRONG_KIND', { commission: input.name, owner: stranger.name }))
    if (owners.length === 0 && !input.fromSource)
      return no(refusal('EVIDENCE_MISSING', { commission: input.name, wants: 'owner' }))
    if (input.seatPlan === null) return yes(null)
    const seats = judgeSeatPlan(input.seatPlan, municipality.councilSize)
    return seats.ok ? yes(null) : seats
  },
  async write({ manager, newId, event }, _decision, _facts, input) {
    const id = newId<'Commission'>()
    const { slug, name, question, fromSource, body, seatPlan } = input
    await manager.insert(CommissionEntity, {
      id,
      slug,
      name,
      question,
      state: null,
      since: null,
      version: 1,
      fromSource,
      body,
      draft: null,
      openness: 'closed',
      politicians: seatPlan?.politicians ?? null,
      citizens: seatPlan?.citizens ?? null,
      seatNote: seatPlan?.note ?? null,
      search: `${name} ${question ?? ''}`.toLowerCase(),
    })
    const rows = <Row>(list: readonly Row[]) => list.map((row, position) => ({ commission: id, position, ...row }))
    if (input.owners.length > 0)
      await manager.insert(CommissionOwnershipEntity, rows(input.owners.map((owner) => ({ body: owner }))))
    if (seatPlan && seatPlan.profiles.length > 0) await manager.insert(SeatProfileEntity, rows(seatPlan.profiles))
    if (input.sources.length > 0) await manager.insert(CommissionSourceEntity, rows(input.sources))
    if (input.planned.length > 0) {
      await manager.insert(
        PlannedStateEntity,
        input.planned.map((planned) => ({ commission: id, ...planned })),
      )
    }
    event({ kind: 'commission', id })
    return { result: { commission: id }, about: [globalId('Commission', id)], record: { name } }
  },
})
