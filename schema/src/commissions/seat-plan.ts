// Commissions: how many sit, and who is looked for. SPEC KO9.
import type { NumberedSeat } from '../committees/index.js'
import { no, refusal, type Verdict, yes } from '../kernel/index.js'

export type SeatProfile = Readonly<{ text: string; atLeast: number | null }>
export type SeatPlan = Readonly<{
  politicians: number
  citizens: number
  note: string | null
  profiles: readonly SeatProfile[]
}>

export const defaultSeatPlan: SeatPlan = { politicians: 5, citizens: 10, note: null, profiles: [] }

const mostCitizens = 50
const longestProfile = 200

const isCount = (count: number, from: number, to: number): boolean =>
  Number.isInteger(count) && count >= from && count <= to

export function judgeSeatPlan(plan: SeatPlan, council: number): Verdict<SeatPlan> {
  if (!isCount(plan.politicians, 1, council)) {
    return no(refusal('OUT_OF_RANGE', { politicians: plan.politicians, atLeast: 1, atMost: council }))
  }
  if (!isCount(plan.citizens, 0, mostCitizens)) {
    return no(refusal('OUT_OF_RANGE', { citizens: plan.citizens, atLeast: 0, atMost: mostCitizens }))
  }
  for (const { text, atLeast } of plan.profiles) {
    if (text.trim() === '') return no(refusal('EVIDENCE_MISSING', { wants: 'profile' }))
    if (text.length > longestProfile)
      return no(refusal('TOO_LONG', { profile: text.slice(0, 40), atMost: longestProfile }))
    if (atLeast !== null && !isCount(atLeast, 1, plan.citizens)) {
      return no(refusal('SEATS_DISAGREE', { profile: text, atLeast, citizens: plan.citizens }))
    }
  }
  return yes(plan)
}

/**
 * One seat per place, politicians first, numbered from 1. Profiles are wishes over all citizen seats, so none is tied
 * to one.
 */
export function seatsOf(plan: SeatPlan): NumberedSeat[] {
  return Array.from({ length: plan.politicians + plan.citizens }, (_, index) => ({
    number: index + 1,
    kind: index < plan.politicians ? 'council-member' : 'citizen-member',
    profile: null,
  }))
}
