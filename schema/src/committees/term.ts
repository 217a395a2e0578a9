// Committees: terms and elections of the council, and when a body is active. SPEC CO12–CO14.
import { Temporal } from 'temporal-polyfill'
import { type LocalDate, no, refusal, type Verdict, yes } from '../kernel/index.js'

const knownElection = 2025
const yearsBetween = 4

export const isElectionYear = (year: number): boolean => (year - knownElection) % yearsBetween === 0

/** The third Tuesday of November. Throws for a year without an election. */
export function electionDay(year: number): LocalDate {
  if (!isElectionYear(year)) throw new RangeError(`no council election in ${year}`)
  const first = Temporal.PlainDate.from({ year, month: 11, day: 1 })
  const tuesday = first.add({ days: (2 - first.dayOfWeek + 7) % 7 })
  return tuesday.add({ weeks: 2 }).toString() as LocalDate
}

export type Term = Readonly<{ from: LocalDate; to: LocalDate; elected: LocalDate }>

/** The term that a day belongs to. */
export function termOn(date: LocalDate): Term {
  const year = Temporal.PlainDate.from(date).year
  const since = (((year - knownElection - 1) % yearsBetween) + yearsBetween) % yearsBetween
  const first = year - since
  return {
    from: `${first}-01-01` as LocalDate,
    to: `${first + yearsBetween - 1}-12-31` as LocalDate,
    elected: electionDay(first - 1),
  }
}

export const bodyStatuses = ['planned', 'active', 'closed'] as const
export type BodyStatus = (typeof bodyStatuses)[number]

export type BodyDates = Readonly<{ from: LocalDate | null; to: LocalDate | null; closedBecause: string | null }>

/** CO14. A body that was closed without a date that anybody knows is closed on every day. */
export function statusOn(body: BodyDates, date: LocalDate): BodyStatus {
  if (body.to === null && body.closedBecause !== null) return 'closed'
  if (body.from !== null && date < body.from) return 'planned'
  return body.to !== null && body.to < date ? 'closed' : 'active'
}

/** CO13. */
export function judgeClosing(body: BodyDates & { name: string }, to: LocalDate | null, because: string): Verdict<null> {
  if (body.closedBecause !== null) return no(refusal('ALREADY_SO', { body: body.name, because: body.closedBecause }))
  if (because.trim() === '') return no(refusal('EVIDENCE_MISSING', { body: body.name, wants: 'reason' }))
  if (to !== null && body.from !== null && to < body.from) {
    return no(refusal('DATES_REVERSED', { body: body.name, from: body.from, to }))
  }
  return yes(null)
}
