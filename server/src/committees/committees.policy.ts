// Committees: who may do what. The administration keeps the record of bodies; reading is for everyone.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { type Actor, holds } from '../platform/index.js'

/** Seeds and the command line act as the system; everybody else needs the administration's mandate. */
export function mayKeepRecord(who: Actor, facts: { name: string }, act: string): Verdict<null> {
  if (who.kind === 'system' || holds(who, 'administration')) return yes(null)
  return no(refusal('NOT_ALLOWED', { act, about: facts.name, wants: 'administration' }))
}

export const mayDateRecord = (who: Actor): boolean => holds(who, 'administration')
