// Dates, numbers and order as the language has them. Date and month, and `kl.` and the hour, never break apart.
import { type Language, useLanguage } from './language.js'

/** The municipality's zone: a meeting at 18 is at 18 wherever one reads it. */
const timeZone = 'Europe/Copenhagen'

const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

function formatsOf(language: Language) {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const long = date({ day: 'numeric', month: 'long', year: 'numeric' })
  const dayMonth = date({ day: 'numeric', month: 'long' })
  const weekday = date({ weekday: 'long', day: 'numeric', month: 'long' })
  const weekdayYear = date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const shortMonth = date({ month: 'short' })
  const dayNumber = date({ day: 'numeric' })
  const clock = date({ hour: 'numeric', minute: '2-digit' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const collator = new Intl.Collator('da')
  const number = new Intl.NumberFormat(locale)
  const at = language === 'da' ? 'kl.' : 'at'
  // Noon of a legal date is that day in every zone that a Danish municipality may have.
  const ofDay = (day: string) => new Date(`${day}T12:00:00Z`)
  const time = (moment: string | Date) => `${at}\u00a0${clock.format(new Date(moment))}`
  return {
    /** 25. januar 2027, of a LocalDate. */
    day: (day: string) => unbroken(long.format(ofDay(day))),
    /** 25. januar, of a LocalDate. */
    dayMonth: (day: string) => unbroken(dayMonth.format(ofDay(day))),
    /** mandag den 26. april, of a moment. */
    weekday: (moment: string | Date) => unbroken(weekday.format(new Date(moment))),
    weekdayYear: (moment: string | Date) => unbroken(weekdayYear.format(new Date(moment))),
    /** kl. 18.00, of a moment. */
    time,
    /** 26. april 2027 kl. 18.00, of a moment. */
    moment: (moment: string) => `${unbroken(long.format(new Date(moment)))} ${time(moment)}`,
    /** 26. april 2027, of a moment. */
    momentDay: (moment: string) => unbroken(long.format(new Date(moment))),
    /** The two lines of a calendar leaf. */
    leaf: (moment: string) => ({
      day: `${dayNumber.format(new Date(moment)).replace('.', '')}${language === 'da' ? '.' : ''}`,
      month: shortMonth.format(new Date(moment)),
    }),
    hour: (moment: Date) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric' }).format(moment)),
    list: (parts: readonly string[]) => list.format(parts),
    number: (value: number) => number.format(value),
    /** Danish order, Aa and Å last, in both languages: the names are Danish. */
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}

export type Formats = ReturnType<typeof formatsOf>

const made = new Map<Language, Formats>()

export function useFormats(): Formats {
  const language = useLanguage()
  let formats = made.get(language)
  if (!formats) made.set(language, (formats = formatsOf(language)))
  return formats
}
