// People: the administration records that somebody is something, somewhere, from a day on.
import { type Verdict, yes } from '@faellesrum/schema/kernel'
import { judgeMandate } from '@faellesrum/schema/people'
import { act, type ActInput, holds } from '../platform/index.js'
import { aboutMandate, type Grant, insertMandate, type MandateFacts, mandatesOf, placeAllows } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'

/** Ids are uuids here; the resolver has taken the prefixes off. */
export type GrantMandate = ActInput & Grant

type Facts = Readonly<{ existing: readonly MandateFacts[]; place: Verdict<null> }>

export const grantMandate = act<GrantMandate, Facts, null, { mandate: string }>({
  name: 'grant-mandate',
  mayDate: (who) => holds(who, 'administration'),
  async facts(tx, input, { town }) {
    const existing = await mandatesOf(tx, input.person)
    return existing.ok ? yes({ existing: existing.value, place: await placeAllows(tx, town, input) }) : existing
  },
  policy: peoplePolicy['grant-mandate'],
  rule({ existing, place }, input) {
    const fits = judgeMandate(input, existing)
    return fits.ok ? place : fits
  },
  async write(writing, _, __, grant) {
    const id = await insertMandate(writing, grant)
    const { kind, from, to } = grant
    return { result: { mandate: id }, about: aboutMandate(id, grant), record: { kind, from, to } }
  },
})
