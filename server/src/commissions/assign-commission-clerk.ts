// Commissions: the act that says who in the administration helps, before there is a body with a clerk of its own.
import { type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import { act, type ActInput, globalId } from '../platform/index.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'
import { CommissionOfficeEntity } from './record.entity.js'

export type AssignCommissionClerkInput = ActInput & Readonly<{ commission: string; person: string; from: LocalDate }>
type Facts = CommissionFacts & Readonly<{ isStaff: boolean }>

export const assignCommissionClerk = act<AssignCommissionClerkInput, Facts, null, { commission: string }>({
  name: 'assign-commission-clerk',
  mayDate,
  async facts(tx, { commission, person, from }, { day }) {
    const known = await loadCommission(tx, commission, day)
    if (!known.ok) return known
    const { rows } = await tx.query(
      `select 1 from people.mandate m where person_id = $1 and kind = 'administration' and people.gives_rights(m, $2::date)`,
      [person, from],
    )
    return yes({ ...known.value, isStaff: rows.length > 0 })
  },
  policy: commissionsPolicy['assign-commission-clerk'],
  rule(facts, { person }) {
    if (!facts.isStaff) return no(refusal('NOT_IN_OFFICE_THEN', { commission: facts.name, wants: 'administration' }))
    return facts.clerks.includes(person) ? no(refusal('ALREADY_SO', { commission: facts.name })) : yes(null)
  },
  async write({ manager, newId, event }, _decision, _facts, { commission, person, from }) {
    await manager.insert(CommissionOfficeEntity, { id: newId(), commission, kind: 'clerk', person, from, to: null })
    event({ kind: 'commission', id: commission })
    return {
      result: { commission },
      about: [globalId('Commission', commission), globalId('Person', person)],
      record: { from },
    }
  },
})
