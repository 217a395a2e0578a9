// Commissions: the act by which a drafter lets a named person write in the text, from a day on.
import { type LocalDate, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { judgeMandate } from '@faellesrum/schema/people'
import { MandateEntity, type MandateFacts, mandatesOf } from '../people/index.js'
import { act, type ActInput, globalId, heldMandate } from '../platform/index.js'
import { openRoom } from '../drafts/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, isBeingWritten } from './commissions.policy.js'

export type InviteWriterInput = ActInput &
  Readonly<{ commission: string; person: string; from: LocalDate; to: LocalDate | null }>
type Facts = CommissionFacts & Readonly<{ existing: readonly MandateFacts[] }>

export const inviteWriter = act<
  InviteWriterInput,
  Facts,
  null,
  { commission: string; version: number; mandate: string }
>({
  name: 'invite-writer',
  async facts(tx, input, { day }) {
    const commission = await loadCommission(tx, input.commission, day)
    if (!commission.ok) return commission
    const existing = await mandatesOf(tx, input.person)
    return existing.ok ? yes({ ...commission.value, existing: existing.value }) : existing
  },
  policy: commissionsPolicy['invite-writer'],
  version: (facts) => ({ id: globalId('Commission', facts.id), version: facts.version }),
  rule(facts, input): Verdict<null> {
    const written = isBeingWritten(facts)
    if (!written.ok) return written
    if (facts.drafters.includes(input.person))
      return no(refusal('ALREADY_SO', { commission: facts.name, wants: 'drafter' }))
    return judgeMandate(grantOf(input), facts.existing)
  },
  async write(writing, _decision, facts, input, { who }) {
    const version = facts.version + 1
    const mandate = writing.newId<'Mandate'>()
    await writing.manager.insert(MandateEntity, {
      id: mandate,
      kind: 'invited',
      personId: input.person,
      bodyId: null,
      commissionId: facts.id,
      from: input.from,
      to: input.to,
      endedBecause: null,
    })
    await writing.manager.update(CommissionEntity, { id: facts.id }, { version })
    if (facts.draftId !== null) await openRoom(writing, facts.draftId)
    writing.event({ kind: 'commission', id: facts.id })
    return {
      result: { commission: facts.id, version, mandate },
      about: [globalId('Commission', facts.id), globalId('Mandate', mandate), globalId('Person', input.person)],
      record: { from: input.from, to: input.to },
      mandate: heldMandate(who, 'council-member')?.id ?? null,
    }
  },
})

const grantOf = ({ commission, person, from, to }: InviteWriterInput) => ({
  person,
  kind: 'invited' as const,
  body: null,
  commission,
  from,
  to,
})
