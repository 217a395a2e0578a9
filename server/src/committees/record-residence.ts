// Committees: the act that says in which district a member lives, so that the spread over the town can be counted.
import { no, refusal, yes } from '@faellesrum/schema/kernel'
import { districts } from '@faellesrum/schema/municipality'
import { act, type ActInput, globalId } from '../platform/index.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'
import { ResidenceEntity } from './member.entity.js'

export type RecordResidenceInput = ActInput & Readonly<{ person: string; district: string }>

export const recordResidence = act<RecordResidenceInput, { name: string }, null, { person: string }>({
  name: 'record-residence',
  mayDate: mayDateRecord,
  async facts(tx, { person }) {
    const { rows } = await tx.query('select name from people.person where id = $1', [person])
    return rows[0] ? yes({ name: rows[0].name as string }) : no(refusal('NOT_FOUND', { kind: 'person' }))
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'record-residence'),
  rule: (_facts, { district }) =>
    districts.some(({ slug }) => slug === district)
      ? yes(null)
      : no(refusal('NOT_FOUND', { kind: 'district', district })),
  async write({ manager }, _decision, _facts, { person, district }) {
    await manager.upsert(ResidenceEntity, { person, district }, ['person'])
    return { result: { person }, about: [globalId('Person', person)] }
  },
})
