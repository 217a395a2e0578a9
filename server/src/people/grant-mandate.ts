// People: the administration records that somebody is something, somewhere, from a day on.
import { judgeMandate } from '@faellesrum/schema/people'
import { act, type ActInput, holds } from '../platform/index.js'
import { aboutMandate, type Grant, insertMandate, type MandateFacts, mandatesOf } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'

/** Ids are uuids here; the resolver has taken the prefixes off. */
export type GrantMandate = ActInput & Grant

export const grantMandate = act<GrantMandate, readonly MandateFacts[], null, { mandate: string }>({
  name: 'grant-mandate',
  mayDate: (who) => holds(who, 'administration'),
  facts: (tx, input) => mandatesOf(tx, input.person),
  policy: peoplePolicy['grant-mandate'],
  rule: (existing, input) => judgeMandate(input, existing),
  async write(writing, _, __, grant) {
    const id = await insertMandate(writing, grant)
    const { kind, from, to } = grant
    return { result: { mandate: id }, about: aboutMandate(id, grant), record: { kind, from, to } }
  },
})
