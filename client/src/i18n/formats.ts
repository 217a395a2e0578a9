// Dates, numbers and order as the language has them. Date and month, and `kl.` and the hour, never break apart.
import { type Language, useLanguage } from './language.js'
import { useZone } from './zone.js'

/** A day and its month stay together; a year may go on the next line. */
const unbroken = (text: string) => text.replaceAll(/(\d\.?) (?=\p{L})/gu, '$1\u00a0')

/** `timeZone` is that of moments; undefined, the browser's. A legal date is the same day in every zone. */
export function formatsOf(language: Language, timeZone: string | undefined) {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' })
  const dayMonth = date({ day: 'numeric', month: 'long' })
  const longOfDay = date({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const dayMonthOfDay = date({ day: 'numeric', month: 'long', timeZone: 'UTC' })
  const weekday = date({ weekday: 'long' })
  const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const shortMonth = date({ month: 'short' })
  const dayNumber = date({ day: 'numeric' })
  const clock = date({ hour: 'numeric', minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const collator = new Intl.Collator('da')
  const number = new Intl.NumberFormat(locale)
  const at = language === 'da' ? 'kl.' : 'at'
  const ofDay = (day: string) => new Date(`${day}T00:00:00Z`)
  const on = language === 'da' ? ' den ' : ' '
  const withWeekday = (moment: string | Date, of: Intl.DateTimeFormat) => {
    const then = new Date(moment)
    return `${weekday.format(then)}${on}${unbroken(of.format(then))}`
  }
  const time = (moment: string | Date) => `${at}\u00a0${clock.format(new Date(moment))}`
  return {
    /** 25. januar 2027, of a LocalDate. */
    day: (day: string) => unbroken(longOfDay.format(ofDay(day))),
    /** 25. januar, of a LocalDate. */
    dayMonth: (day: string) => unbroken(dayMonthOfDay.format(ofDay(day))),
    /** mandag den 26. april, of a moment. */
    weekday: (moment: string | Date) => withWeekday(moment, dayMonth),
    weekdayYear: (moment: string | Date) => withWeekday(moment, long),
    /** kl. 18.00, of a moment. */
    time,
    /** 26. april 2027 kl. 18.00, of a moment. */
    moment: (moment: string) => `${unbroken(long.format(new Date(moment)))} ${time(moment)}`,
    /** i dag kl. 18.00, i går kl. 18.00, else 26. april 2027, as seen from `now`. */
    recent: (moment: string, now = new Date()) => {
      const then = new Date(moment)
      const days = (Date.parse(isoDay.format(now)) - Date.parse(isoDay.format(then))) / 86_400_000
      return days === 0 || days === 1 ? `${relative.format(-days, 'day')} ${time(then)}` : unbroken(long.format(then))
    },
    /** 26. april 2027, of a moment. */
    momentDay: (moment: string) => unbroken(long.format(new Date(moment))),
    /** The two lines of a calendar leaf. */
    leaf: (moment: string) => ({
      day: `${dayNumber.format(new Date(moment)).replace('.', '')}${language === 'da' ? '.' : ''}`,
      month: shortMonth.format(new Date(moment)),
    }),
    hour: (moment: Date) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric' }).format(moment)),
    list: (parts: readonly string[]) => list.format(parts),
    /** Elna eller Silas. */
    either: (parts: readonly string[]) => either.format(parts),
    number: (value: number) => number.format(value),
    /** Danish order, Aa and Å last, in both languages: the names are Danish. */
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}

export type Formats = ReturnType<typeof formatsOf>

const made = new Map<string, Formats>()

export function useFormats(): Formats {
  const language = useLanguage()
  const zone = useZone()
  const key = `${language} ${zone}`
  let formats = made.get(key)
  if (!formats) made.set(key, (formats = formatsOf(language, zone)))
  return formats
}
