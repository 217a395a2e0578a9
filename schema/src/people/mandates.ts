// People: what a mandate needs, and when it is held. SPEC PE1–PE5.
import { isWithin, type LocalDate, no, refusal, type Verdict, yes } from '../kernel/index.js'
import type { MandateKind } from './mandate-kinds.js'

export type MandateDates = Readonly<{ from: LocalDate; to: LocalDate | null }>

/** `endedBecause`: why it ended before its time; null for one that runs as it was given. */
export type MandateSpan = MandateDates & Readonly<{ endedBecause: string | null }>

/** PE1. `people.gives_rights` is the same in SQL; a test of the server holds the two together. */
export const isHeldOn = (mandate: MandateSpan, on: LocalDate): boolean =>
  isWithin(on, mandate.from, mandate.to) && (mandate.endedBecause === null || on !== mandate.to)

/** PE10: a seat of a politician elsewhere is a mandate of the same kind, and no mandate in the council. */
export const isCouncilMandate = (mandate: Readonly<{ kind: MandateKind; inCouncil: boolean }>): boolean =>
  mandate.kind === 'council-member' && mandate.inCouncil

/** Kinds that stand for the whole municipality; the others are of a body or a commission (PE3). */
export const townWideKinds: readonly MandateKind[] = ['administration', 'facilitator', 'resident']

/** Kinds with a seat, which a commission has none of (PE3). */
const membersOnly: readonly MandateKind[] = ['council-member', 'citizen-member']

export type NewMandate = MandateDates &
  Readonly<{
    kind: MandateKind
    person: string | null
    body: string | null
    commission: string | null
  }>

/** May this mandate come to be, given those that the person has, past ones too? */
export function judgeMandate(wanted: NewMandate, existing: readonly (NewMandate & MandateSpan)[]): Verdict<null> {
  const { kind, from, to, person, body, commission } = wanted
  if (to !== null && to < from) return no(refusal('DATES_REVERSED', { from, to }))
  if (person === null && kind !== 'guest') return no(refusal('WRONG_KIND', { kind, wants: 'person' }))
  if (body !== null && commission !== null) return no(refusal('WRONG_KIND', { kind, wants: 'one place' }))
  if (body === null && commission === null && !townWideKinds.includes(kind)) {
    return no(refusal('WRONG_KIND', { kind, wants: 'body or commission' }))
  }
  if (commission !== null && membersOnly.includes(kind)) return no(refusal('WRONG_KIND', { kind, wants: 'body' }))
  const standing = existing.find(
    (other) =>
      other.kind === kind && other.body === body && other.commission === commission && sharesADay(wanted, other),
  )
  return standing ? no(refusal('ALREADY_SO', { kind, from: standing.from, to: standing.to })) : yes(null)
}

/** Two spans share a day where they share the first day of the later one. */
const sharesADay = (wanted: MandateDates, other: MandateSpan): boolean => {
  const first = wanted.from < other.from ? other.from : wanted.from
  return isWithin(first, wanted.from, wanted.to) && isHeldOn(other, first)
}

/** PE2. A mandate that was given an end from the beginning may end earlier, not later. */
export function judgeEnd(
  mandate: MandateSpan,
  on: LocalDate,
  because: string,
): Verdict<null> {
  if (mandate.endedBecause !== null) return no(refusal('ALREADY_SO', { to: mandate.to, because: mandate.endedBecause }))
  if (because.trim() === '') return no(refusal('EVIDENCE_MISSING', { wants: 'because' }))
  if (on < mandate.from) return no(refusal('DATES_REVERSED', { from: mandate.from, to: on }))
  if (mandate.to !== null && on > mandate.to) return no(refusal('DATES_REVERSED', { from: on, to: mandate.to }))
  return yes(null)
}
