// Commissions: the act by which a drafter opens the draft to everyone who is signed in, or closes it again.
import type { DraftOpenness } from '@faellesrum/schema/commissions'
import { type LocalDate, no, type PersonId, refusal, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { act, type ActInput, globalId, heldMandate } from '../platform/index.js'
import { closeRoom, openRoom } from '../drafts/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, isBeingWritten } from './commissions.policy.js'
import { OpeningEntity } from './record.entity.js'

export type SetDraftOpennessInput = ActInput & Readonly<{ commission: string; openness: DraftOpenness }>

export const setDraftOpenness = act<
  SetDraftOpennessInput,
  CommissionFacts,
  null,
  { commission: string; version: number }
>({
  name: 'set-draft-openness',
  facts: (tx, input, { day }) => loadCommission(tx, input.commission, day),
  policy: commissionsPolicy['set-draft-openness'],
  version: (facts) => ({ id: globalId('Commission', facts.id), version: facts.version }),
  rule(facts, { openness }) {
    const written = isBeingWritten(facts)
    if (!written.ok) return written
    return facts.openness === openness ? no(refusal('ALREADY_SO', { commission: facts.name, openness })) : yes(null)
  },
  async write(writing, _decision, facts, { commission, openness }, { who, occurredAt, today }) {
    const { manager, newId, event } = writing
    const version = facts.version + 1
    const person = (who as { person: string }).person
    const opening = { id: newId<'Opening'>(), commission, openness, person, at: new Date(occurredAt).toISOString() }
    await manager.insert(OpeningEntity, opening)
    await manager.update(CommissionEntity, { id: commission }, { openness, version })
    if (facts.draftId !== null) {
      if (openness === 'closed')
        await closeRoom(writing, facts.draftId, await keepingWhenClosed(writing.tx, commission, today))
      else await openRoom(writing, facts.draftId)
    }
    event({ kind: 'commission', id: commission })
    return {
      result: { commission, version },
      about: [globalId('Commission', commission)],
      record: { openness },
      mandate: heldMandate(who, 'council-member')?.id ?? null,
    }
  },
})

/** Who may still be in the room of a closed draft: the council, the administration, and those let in (KO11). */
async function keepingWhenClosed(tx: Tx, commission: string, today: LocalDate): Promise<PersonId[]> {
  const { rows } = await tx.query(
    `select distinct m.person_id as person from people.mandate m
      where m.person_id is not null and people.gives_rights(m, $2::date)
        and (people.in_council(m) or kind = 'administration' or (kind in ('invited', 'expert') and commission_id = $1))`,
    [commission, today],
  )
  return rows.map((row) => row.person)
}
