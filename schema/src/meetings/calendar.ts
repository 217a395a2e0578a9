// Meetings: the council's year, counted from a day. SPEC ME1, ME4, ME6–ME8.
import { Temporal } from 'temporal-polyfill'
import { addDays, type LocalDate } from '../kernel/index.js'
import { isPublicHoliday, isSchoolHoliday, isWorkingDay, nextWorkingDay, pastSchoolHolidays } from './holidays.js'

const monday = 1
const wednesday = 3
const friday = 5
const saturday = 6
const sunday = 7
const withoutMeeting = [7, 12]

const at = (date: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(date)
const print = (date: Temporal.PlainDate): LocalDate => date.toString() as LocalDate

// A calendar asks for the same months over and over, and Temporal is dear.
const known = new Map<number, LocalDate>()

/** ME1 and ME2. Null for July and December. */
export function ordinaryMeeting(year: number, month: number): LocalDate | null {
  if (withoutMeeting.includes(month)) return null
  const key = year * 12 + month
  const before = known.get(key)
  if (before) return before
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.with({ day: first.daysInMonth })
  const lastMonday = print(last.subtract({ days: (last.dayOfWeek - monday + 7) % 7 }))
  const date = isWorkingDay(lastMonday) ? lastMonday : nextWorkingDay(lastMonday)
  known.set(key, date)
  return date
}

type Month = { year: number; month: number }

const monthAfter = ({ year, month }: Month, months: 1 | -1): Month => {
  const index = year * 12 + month - 1 + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** The nearest month with a meeting, going `months` at a time. */
function nextMonth(from: Month, months: 1 | -1): Month {
  let month = monthAfter(from, months)
  while (withoutMeeting.includes(month.month)) month = monthAfter(month, months)
  return month
}

/** ME6: the ordinary meeting with number `k` seen from `today`; 0 is the first on or after it. */
export function ordinaryMeetingFrom(today: LocalDate, k: number): LocalDate {
  const meetingIn = ({ year, month }: Month) => ordinaryMeeting(year, month)!
  // A meeting moved by a holiday may lie in the month after its own, so the search begins before the month of today.
  let month = nextMonth({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) }, -1)
  while (meetingIn(month) < today) month = nextMonth(month, 1)
  for (let left = Math.abs(k); left > 0; left--) month = nextMonth(month, k > 0 ? 1 : -1)
  return meetingIn(month)
}

/** `2027Q1` and so on: quarters of the calendar year. */
export const quarterOf = (date: LocalDate): string => `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`

/**
 * ME4: of these ordinary meetings, in order, those that a joint meeting follows: the named ones, and the last of each
 * quarter that has no named one.
 */
export function jointMeetings(ordinary: readonly LocalDate[], named: readonly LocalDate[]): LocalDate[] {
  const served = new Set(named.map(quarterOf))
  const lastOf = new Map(ordinary.map((date) => [quarterOf(date), date]))
  return ordinary.filter(
    (date) => named.includes(date) || (!served.has(quarterOf(date)) && lastOf.get(quarterOf(date)) === date),
  )
}

/** The n-th such weekday strictly after (or, with a negative n, strictly before) a date. */
export function nthWeekday(date: LocalDate, weekday: number, n: number): LocalDate {
  const day = at(date)
  const gap = n > 0 ? ((weekday - day.dayOfWeek + 6) % 7) + 1 : -(((day.dayOfWeek - weekday + 6) % 7) + 1)
  return print(day.add({ days: gap }).add({ weeks: n > 0 ? n - 1 : n + 1 }))
}

/** ME7: the day; the hour is 23.59 in the municipality's zone. */
export const signUpDeadline = (appointing: LocalDate): LocalDate => nthWeekday(appointing, sunday, -3)

/** ME8: the Friday and the Saturday. */
export function campBefore(today: LocalDate): { from: LocalDate; to: LocalDate } {
  let to = nthWeekday(today, saturday, -1)
  const taken = (date: LocalDate) => isPublicHoliday(date) || isSchoolHoliday(date)
  while (taken(to) || taken(addDays(to, -1))) to = addDays(to, -7)
  return { from: nthWeekday(to, friday, -1), to }
}

/** A task committee's first meeting: the third Wednesday after it was appointed, past school holidays (ME5). */
export const firstTaskMeeting = (appointing: LocalDate): LocalDate =>
  pastSchoolHolidays(nthWeekday(appointing, wednesday, 3))

/** The moment of a local hour on a day, ISO 8601 in UTC; a clock change is the zone's affair, not the caller's. */
export const momentOf = (date: LocalDate, hour: string, zone: string): string =>
  at(date).toZonedDateTime({ timeZone: zone, plainTime: hour }).toInstant().toString()
