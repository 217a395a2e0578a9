// The kernel: legal dates. A LocalDate is a day in the municipality's calendar, `YYYY-MM-DD`, with no hour
// and no zone; a moment (`timestamptz`, ISO 8601 in UTC) is something else and never compared with it.
import { Temporal } from 'temporal-polyfill'
import type { Language } from './language.js'

declare const localDate: unique symbol
export type LocalDate = string & { readonly [localDate]: true }

/** The day, or null for anything that is no day of the calendar (2027-02-29, 27-2-1, empty). */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate
  } catch {
    return null
  }
}

/** For literals in code and data: throws for what is no day. */
export function day(text: string): LocalDate {
  const parsed = parseLocalDate(text)
  if (parsed === null) throw new RangeError(`no day of the calendar: ${text}`)
  return parsed
}

/** The day that it is in `zone` at a moment given in milliseconds since 1970. */
export const dayAt = (msecs: number, zone: string): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(msecs).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate

const written: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

/** As it stands in a sentence: `25. januar 2027`, `25 January 2027`. What is no day of the calendar is said as it is. */
export function dayInWords(date: string, language: Language): string {
  const parsed = parseLocalDate(date)
  return parsed === null ? date : written[language].format(new Date(`${parsed}T00:00:00Z`))
}

/** ISO strings of one width compare as text. Both ends belong to the span; a missing end is open. */
export const isWithin = (date: LocalDate, from: LocalDate, to: LocalDate | null): boolean =>
  from <= date && (to === null || date <= to)
