// Committees: terms, elections, and the days of a body.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, type LocalDate } from '../kernel/index.js'
import { electionDay, isElectionYear, judgeClosing, statusOn, termOn } from './term.js'

describe('terms', () => {
  it.each([
    [2025, '2025-11-18'],
    [2029, '2029-11-20'],
  ])('CO12 the election of %i is on %s', (year, date) => {
    expect(electionDay(year)).toBe(date)
  })

  it('CO12 every day lies in exactly the term that follows an election', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1998-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
        (date) => {
          const today = date.toISOString().slice(0, 10) as LocalDate
          const { from, to, elected } = termOn(today)
          expect(from <= today && today <= to).toBe(true)
          expect(elected < from).toBe(true)
          expect(isElectionYear(Number(elected.slice(0, 4)))).toBe(true)
          expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(3)
        },
      ),
    )
  })

  it('CO12 2026 to 2029 is one term', () => {
    const term = { from: '2026-01-01', to: '2029-12-31', elected: '2025-11-18' }
    expect(termOn(day('2026-01-01'))).toEqual(term)
    expect(termOn(day('2029-12-31'))).toEqual(term)
  })
})

describe('the days of a body', () => {
  const open = { name: 'x', from: day('2027-01-25'), to: null, closedBecause: null }

  it.each<[string, string, string | null, string]>([
    ['2027-01-24', '2027-12-31', null, 'planned'],
    ['2027-01-25', '2027-12-31', null, 'active'],
    ['2027-12-31', '2027-12-31', null, 'active'],
    ['2028-01-01', '2027-12-31', 'done', 'closed'],
    ['2027-06-01', '2027-12-31', 'done', 'active'],
  ])('CO14 on %s with the end %s and the reason %s it is %s', (date, to, closedBecause, status) => {
    expect(statusOn({ from: open.from, to: day(to), closedBecause }, day(date))).toBe(status)
  })

  it('CO14 closed without any known date is closed always', () => {
    expect(statusOn({ from: null, to: null, closedBecause: 'source' }, day('2001-01-01'))).toBe('closed')
  })

  it('CO13 closing wants a reason, a date after the beginning, and happens once', () => {
    const code = (verdict: ReturnType<typeof judgeClosing>) => (verdict.ok ? 'yes' : verdict.refusal.code)
    expect(code(judgeClosing(open, day('2028-01-01'), 'opgaven er løst'))).toBe('yes')
    expect(code(judgeClosing(open, day('2028-01-01'), ' '))).toBe('EVIDENCE_MISSING')
    expect(code(judgeClosing(open, day('2027-01-24'), 'x'))).toBe('DATES_REVERSED')
    expect(code(judgeClosing({ ...open, closedBecause: 'før' }, null, 'x'))).toBe('ALREADY_SO')
  })
})
