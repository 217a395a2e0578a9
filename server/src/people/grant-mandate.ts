// People: the administration records that somebody is something, somewhere, from a day on.
import { yes } from '@faellesrum/schema/kernel'
import { judgeMandate } from '@faellesrum/schema/people'
import { act, type ActInput, globalId, holds } from '../platform/index.js'
import { type Grant, type MandateFacts, mandatesOf } from './people.facts.js'
import { MandateEntity } from './people.entities.js'
import { peoplePolicy } from './people.policy.js'

/** Ids are uuids here; the resolver has taken the prefixes off. */
export type GrantMandate = ActInput & Grant

export const grantMandate = act<GrantMandate, readonly MandateFacts[], null, { mandate: string }>({
  name: 'grant-mandate',
  mayDate: (who) => holds(who, 'administration'),
  facts: (tx, input) => mandatesOf(tx, input.person),
  policy: peoplePolicy['grant-mandate'],
  rule: (existing, input) => judgeMandate(input, existing),
  async write({ manager, newId }, _, __, { person, kind, body, commission, from, to }) {
    const id = newId<'Mandate'>()
    await manager.insert(MandateEntity, {
      id,
      kind,
      personId: person,
      bodyId: body,
      commissionId: commission,
      from,
      to,
      endedBecause: null,
    })
    const place = body ? [globalId('Body', body)] : commission ? [globalId('Commission', commission)] : []
    return {
      result: { mandate: id },
      about: [globalId('Mandate', id), globalId('Person', person), ...place],
      record: { kind, from, to },
    }
  },
})

/** For acts of other slices that let somebody in: the same rule and the same row, inside their transaction. */
export const judgeGrant = (existing: readonly MandateFacts[], grant: Grant) => {
  const verdict = judgeMandate(grant, existing)
  return verdict.ok ? yes(grant) : verdict
}
