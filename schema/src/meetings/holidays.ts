// Meetings: public holidays, school holidays and working days. SPEC ME2, ME3, ME5.
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../kernel/index.js'

type Day = Temporal.PlainDate
const saturday = 6

/** Easter Sunday by the Gregorian rule (the anonymous algorithm of 1876, as Meeus prints it). */
export function easter(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return Temporal.PlainDate.from({ year, month, day }).toString() as LocalDate
}

/**
 * Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday.
 */
const movable = [-3, -2, 0, 1, 39, 49, 50]
const fixed = ['01-01', '12-25', '12-26']

// The year never changes its mind, and Temporal is dear: a calendar of two years asks for the same days hundreds of
// times.
const known = new Map<number, readonly LocalDate[]>()

/** Sorted. */
export function publicHolidays(year: number): readonly LocalDate[] {
  const before = known.get(year)
  if (before) return before
  const sunday = Temporal.PlainDate.from(easter(year))
  const days = [
    ...movable.map((offset) => sunday.add({ days: offset }).toString()),
    ...fixed.map((monthAndDay) => `${year}-${monthAndDay}`),
  ]
  const sorted = days.sort() as LocalDate[]
  known.set(year, sorted)
  return sorted
}

export const isPublicHoliday = (date: LocalDate): boolean => publicHolidays(Number(date.slice(0, 4))).includes(date)

export const isWorkingDay = (date: LocalDate): boolean =>
  Temporal.PlainDate.from(date).dayOfWeek < saturday && !isPublicHoliday(date)

export function nextWorkingDay(date: LocalDate): LocalDate {
  let day = Temporal.PlainDate.from(date)
  do day = day.add({ days: 1 })
  while (!isWorkingDay(day.toString() as LocalDate))
  return day.toString() as LocalDate
}

const summerWeeks = 6
const winterWeek = 7
const autumnWeek = 42

function summerBegins(year: number): Day {
  const last = Temporal.PlainDate.from({ year, month: 6, day: 30 })
  return last.subtract({ days: (last.dayOfWeek - saturday + 7) % 7 })
}

/** ME5. The weeks run Monday to Sunday. */
export function isSchoolHoliday(date: LocalDate): boolean {
  const day = Temporal.PlainDate.from(date)
  if (day.weekOfYear === winterWeek || day.weekOfYear === autumnWeek) return true
  const begins = summerBegins(day.year)
  return (
    Temporal.PlainDate.compare(day, begins) >= 0 &&
    Temporal.PlainDate.compare(day, begins.add({ weeks: summerWeeks })) < 0
  )
}

/** ME5: the same weekday, the first week on or after it that is no school holiday. */
export function pastSchoolHolidays(date: LocalDate): LocalDate {
  let day = Temporal.PlainDate.from(date)
  while (isSchoolHoliday(day.toString() as LocalDate)) day = day.add({ weeks: 1 })
  return day.toString() as LocalDate
}
