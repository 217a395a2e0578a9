// Commissions: the act that names the two who formulate. That the council did it is recorded by entering the state.
import { judgeDrafters, type NamedDrafter } from '@faellesrum/schema/commissions'
import { type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { act, type ActInput, globalId } from '../platform/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'
import { CommissionOfficeEntity } from './record.entity.js'

export type NameDraftersInput = ActInput & Readonly<{ commission: string; persons: readonly string[]; from: LocalDate }>
type Facts = CommissionFacts & Readonly<{ named: readonly NamedDrafter[] }>

export const nameDrafters = act<NameDraftersInput, Facts, null, { commission: string; version: number }>({
  name: 'name-drafters',
  mayDate,
  async facts(tx, input, { day }) {
    const commission = await loadCommission(tx, input.commission, day)
    if (!commission.ok) return commission
    return yes({ ...commission.value, named: await named(tx, input) })
  },
  policy: commissionsPolicy['name-drafters'],
  version: (facts) => ({ id: globalId('Commission', facts.id), version: facts.version }),
  rule(facts) {
    if (facts.state !== 'identified') return no(refusal('WRONG_STATE', { commission: facts.name, state: facts.state }))
    if (facts.drafters.length > 0)
      return no(refusal('ALREADY_SO', { commission: facts.name, drafters: facts.drafters.length }))
    return judgeDrafters(facts.named)
  },
  async write({ manager, newId, event }, _decision, facts, { commission, persons, from }) {
    const version = facts.version + 1
    const offices = persons.map((person) => ({
      id: newId<'Office'>(),
      commission,
      kind: 'drafter' as const,
      person,
      from,
      to: null,
    }))
    await manager.insert(CommissionOfficeEntity, offices)
    await manager.update(CommissionEntity, { id: commission }, { version })
    event({ kind: 'commission', id: commission })
    return {
      result: { commission, version },
      about: [globalId('Commission', commission), ...persons.map((person) => globalId('Person', person))],
      record: { from },
    }
  },
})

async function named(tx: Tx, { persons, from }: NameDraftersInput): Promise<NamedDrafter[]> {
  const { rows } = await tx.query(
    `select p.id as person, p.name,
            exists (select from people.mandate m where m.person_id = p.id and people.in_council(m) and people.gives_rights(m, $2::date)) as "isCouncilMember"
       from people.person p where p.id = any($1::uuid[])`,
    [persons, from],
  )
  return rows as NamedDrafter[]
}
