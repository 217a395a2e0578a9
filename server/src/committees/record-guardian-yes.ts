// Committees: the act that records that a guardian has said yes to somebody under 15 taking part.
import { type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import { act, type ActInput, globalId } from '../platform/index.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'
import { GuardianYesEntity } from './member.entity.js'

export type RecordGuardianYesInput = ActInput & Readonly<{ mandate: string; guardian: string; on: LocalDate }>
type Facts = Readonly<{ name: string; person: string; already: boolean }>

export const recordGuardianYes = act<RecordGuardianYesInput, Facts, null, { mandate: string }>({
  name: 'record-guardian-yes',
  mayDate: mayDateRecord,
  async facts(tx, { mandate }) {
    const { rows } = await tx.query(
      `select p.name, p.id as person, exists (select from committees.guardian_yes g where g.mandate_id = m.id) as already
         from people.mandate m join people.person p on p.id = m.person_id where m.id = $1`,
      [mandate],
    )
    return rows[0] ? yes(rows[0] as Facts) : no(refusal('NOT_FOUND', { kind: 'mandate' }))
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'record-guardian-yes'),
  rule({ name, already }, { guardian }) {
    if (already) return no(refusal('ALREADY_SO', { person: name }))
    return guardian.trim() === '' ? no(refusal('EVIDENCE_MISSING', { person: name, wants: 'guardian' })) : yes(null)
  },
  async write({ manager, newId }, _decision, { person }, { mandate, guardian, on }) {
    await manager.insert(GuardianYesEntity, { id: newId(), mandate, guardian, on })
    return { result: { mandate }, about: [globalId('Mandate', mandate), globalId('Person', person)], record: { on } }
  },
})
