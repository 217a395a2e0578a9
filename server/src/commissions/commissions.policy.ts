// Commissions: who may do what. One line per act; acts and `viewerCan` ask the same line.
import { isBeforeAdoption } from '@faellesrum/schema/commissions'
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { type Actor, holds } from '../platform/index.js'
import type { CommissionFacts } from './commission-facts.js'

export type Standing = Pick<CommissionFacts, 'name' | 'state' | 'drafters'>

const administration = (who: Actor, { name }: Pick<Standing, 'name'>): Verdict<null> => {
  if (who.kind === 'nobody') return no(refusal('NOT_SIGNED_IN', { commission: name }))
  return who.kind === 'system' || holds(who, 'administration')
    ? yes(null)
    : no(refusal('NOT_ALLOWED', { commission: name, wants: 'administration' }))
}

/** KO13: the two who formulate, and nobody else; a draft is theirs to open as long as they are of the council (PE1). */
const drafters = (who: Actor, { name, drafters: named }: Standing): Verdict<null> => {
  if (who.kind === 'nobody') return no(refusal('NOT_SIGNED_IN', { commission: name }))
  return who.kind === 'person' && named.includes(who.person) && holds(who, 'council-member')
    ? yes(null)
    : no(refusal('NOT_ALLOWED', { commission: name, wants: 'drafter' }))
}

export const commissionsPolicy = {
  'record-need': administration,
  'begin-text': administration,
  'assign-commission-clerk': administration,
  'name-drafters': administration,
  'record-from-minutes': administration,
  'set-draft-openness': drafters,
  'invite-writer': drafters,
} as const

/** Whoever records from minutes says when it was; what drafters do, they do now. */
export const mayDate = (who: Actor): boolean => holds(who, 'administration')

/** Letting people in makes sense until it is adopted. */
export function isBeingWritten({ name, state }: Standing): Verdict<null> {
  return state !== null && isBeforeAdoption(state) ? yes(null) : no(refusal('WRONG_STATE', { commission: name, state }))
}
