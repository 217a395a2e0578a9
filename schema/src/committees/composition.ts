// Committees: how many may sit where, and who may hold an office. SPEC CO7–CO11, CO13.
import { no, refusal, type Verdict, yes } from '../kernel/index.js'
import { isCouncilMandate, type MandateKind } from '../people/index.js'
import type { BodyKind } from './body-graph.js'
import type { OfficeKind } from './offices.js'

const councilSizes = { atLeast: 9, atMost: 31 } as const

/** CO7. */
function judgeCouncilSize(members: number): Verdict<null> {
  const { atLeast, atMost } = councilSizes
  const fits = Number.isInteger(members) && members % 2 === 1 && members >= atLeast && members <= atMost
  return fits ? yes(null) : no(refusal('OUT_OF_RANGE', { members, atLeast, atMost, odd: true }))
}

/** The largest finance committee of a council: odd, at most half of it (CO8). */
function largestFinanceCommittee(council: number): number {
  const half = Math.floor(council / 2)
  return half % 2 === 1 ? half : half - 1
}

/** CO8. */
function judgeFinanceCommitteeSize(members: number, council: number): Verdict<null> {
  const atMost = largestFinanceCommittee(council)
  const fits = Number.isInteger(members) && members % 2 === 1 && members >= 1 && members <= atMost
  return fits ? yes(null) : no(refusal('OUT_OF_RANGE', { members, atLeast: 1, atMost, odd: true }))
}

/**
 * May a body of this kind have so many seats? `council` is the number of the council's. None is nothing to judge: their
 * number is not known yet.
 */
export function judgeSeats(kind: BodyKind, seats: number, council: number): Verdict<null> {
  if (seats === 0) return yes(null)
  if (kind === 'council') return judgeCouncilSize(seats)
  return kind === 'finance-committee' && council > 0 ? judgeFinanceCommitteeSize(seats, council) : yes(null)
}

/** What is known of somebody who is to take an office: all as it stands on the day the office begins. */
export type Candidate = Readonly<{
  person: string
  name: string
  /** Mandates held that day, with the body of each, and whether that is the council itself (PE10). */
  mandates: readonly { kind: MandateKind; body: string | null; inCouncil: boolean }[]
}>

export type OfficeFacts = Readonly<{
  office: OfficeKind
  body: { id: string; kind: BodyKind; name: string; closed: boolean }
  candidate: Candidate
  /** Who is mayor that day, if anybody. */
  mayor: string | null
  /** Offices in the same body that are held at any time from that day on. */
  held: readonly { office: OfficeKind; person: string }[]
}>

const sitsOn = (candidate: Candidate, body: string): boolean =>
  candidate.mandates.some(
    (mandate) => mandate.body === body && (mandate.kind === 'council-member' || mandate.kind === 'citizen-member'),
  )

const isCouncilMember = (candidate: Candidate): boolean => candidate.mandates.some(isCouncilMandate)

/** May this person take this office in this body? CO9, CO10, CO11 and CO13. */
export function judgeOffice({ office, body, candidate, mayor, held }: OfficeFacts): Verdict<null> {
  const facts = { office, body: body.name, person: candidate.name }
  if (body.closed) return no(refusal('WRONG_STATE', { ...facts, state: 'closed' }))
  if (office === 'drafter') return no(refusal('WRONG_KIND', facts))
  if (office === 'clerk') {
    const staff = candidate.mandates.some((mandate) => mandate.kind === 'administration')
    return staff ? yes(null) : no(refusal('NOT_ALLOWED', { ...facts, wants: 'administration' }))
  }
  if (office === 'mayor' && body.kind !== 'council') return no(refusal('WRONG_KIND', facts))
  if (office !== 'mayor' && body.kind === 'council' && office === 'chair')
    return no(refusal('WRONG_KIND', { ...facts, wants: 'mayor' }))
  if (!isCouncilMember(candidate) || !sitsOn(candidate, body.id)) return no(refusal('NOT_A_MEMBER', facts))
  if (office === 'chair' && body.kind === 'finance-committee' && candidate.person !== mayor) {
    return no(refusal('NOT_ALLOWED', { ...facts, wants: 'mayor' }))
  }
  if (held.some((other) => other.office === office)) return no(refusal('ALREADY_SO', facts))
  if (held.some((other) => other.person === candidate.person))
    return no(refusal('NOT_ALLOWED', { ...facts, wants: 'another person' }))
  return yes(null)
}

/** A seat of a body: its number from 1, and whom it is for. */
export type NumberedSeat = Readonly<{
  number: number
  kind: 'council-member' | 'citizen-member'
  profile: string | null
}>
