// Meetings: the worked example, and the order of dates on every day of five years.
import { describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../kernel/index.js'
import { bodyKinds } from '../committees/index.js'
import { campBefore, momentOf, ordinaryMeeting, ordinaryMeetingFrom, quarterOf } from './calendar.js'
import { isPublicHoliday, isSchoolHoliday, isWorkingDay, pastSchoolHolidays, publicHolidays } from './holidays.js'
import { convenings, judgeConvening, meetingKinds } from './meeting-kinds.js'
import { taskCalendar } from './task-calendar.js'

const zone = 'Europe/Copenhagen'
/** Every day of five years is asked: two seconds on an idle machine. */
const patience = 60_000

describe('the year', () => {
  it('ME1 last Mondays of 2026 and 2027, none in July and December, ME2 Easter Monday moves', () => {
    const found = Array.from({ length: 12 }, (_, month) => ordinaryMeeting(2027, month + 1))
    expect(found).toEqual([
      '2027-01-25',
      '2027-02-22',
      '2027-03-30',
      '2027-04-26',
      '2027-05-31',
      '2027-06-28',
      null,
      '2027-08-30',
      '2027-09-27',
      '2027-10-25',
      '2027-11-29',
      null,
    ])
    expect(ordinaryMeeting(2026, 11)).toBe('2026-11-30')
    expect(ordinaryMeeting(2026, 5)).toBe('2026-05-26') // the 25th is Whit Monday
  })

  it.each([
    [
      2026,
      '2026-01-01 2026-04-02 2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26',
    ],
    [
      2027,
      '2027-01-01 2027-03-25 2027-03-26 2027-03-28 2027-03-29 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26',
    ],
    [
      2028,
      '2028-01-01 2028-04-13 2028-04-14 2028-04-16 2028-04-17 2028-05-25 2028-06-04 2028-06-05 2028-12-25 2028-12-26',
    ],
  ])('ME3 public holidays of %i', (year, days) => {
    expect(publicHolidays(year)).toEqual(days.split(' '))
  })

  it('ME5 moves on by whole weeks to the first week of school', () => {
    expect(pastSchoolHolidays(day('2027-07-07'))).toBe('2027-08-11')
    expect(pastSchoolHolidays(day('2027-02-17'))).toBe('2027-02-24')
    expect(pastSchoolHolidays(day('2027-03-10'))).toBe('2027-03-10')
  })

  it('ME7 a deadline at 23.59 is the same local hour on both sides of a clock change', () => {
    expect(momentOf(day('2027-03-27'), '23:59', zone)).toBe('2027-03-27T22:59:00Z')
    expect(momentOf(day('2027-03-28'), '23:59', zone)).toBe('2027-03-28T21:59:00Z')
    expect(momentOf(day('2027-10-31'), '23:59', zone)).toBe('2027-10-31T22:59:00Z')
  })
})

describe('counted from a day', () => {
  it('ME4–ME8 the worked example, T = Monday 26 April 2027', () => {
    const calendar = taskCalendar(day('2027-04-26'))
    expect(calendar).toMatchObject({
      draftersNamed: '2026-09-28',
      draftAtJointMeeting: '2026-11-30',
      established: '2027-01-25',
      signUpDeadline: '2027-02-07',
      appointed: '2027-02-22',
      firstMeeting: '2027-03-10',
      camp: { from: '2027-04-23', to: '2027-04-24' },
      briefings: ['2027-04-26', '2027-09-27'],
      applicationsErased: '2027-08-22',
      resultAtJointMeeting: '2027-10-25',
      decided: '2027-11-29',
    })
    expect(ordinaryMeetingFrom(day('2027-04-26'), -1)).toBe('2027-03-30')
    expect(calendar.joint.filter((date) => date > '2026-08-01')).toEqual([
      '2026-09-28',
      '2026-11-30',
      '2027-03-30',
      '2027-04-26',
      '2027-09-27',
      '2027-10-25',
    ])
  })

  const days: LocalDate[] = []
  for (let date = day('2026-01-01'); date <= '2030-12-31'; date = addDays(date, 1)) days.push(date)

  it('ME6 on every day of 2026 to 2030 M(0) is the first meeting not before it, and M counts without a gap', () => {
    for (const today of days) {
      expect(ordinaryMeetingFrom(today, 0) >= today, today).toBe(true)
      expect(ordinaryMeetingFrom(today, -1) < today, today).toBe(true)
      expect(ordinaryMeetingFrom(ordinaryMeetingFrom(today, -3), 3), today).toBe(ordinaryMeetingFrom(today, 0))
    }
  }, patience)

  it('ME8 on every day from September 2026 to 2030 the camp lies after the first meeting and before that day', () => {
    for (const today of days.filter((date) => date >= '2026-09-01')) {
      const c = taskCalendar(today)
      const order = [
        c.draftersNamed,
        c.draftAtJointMeeting,
        c.established,
        c.signUpDeadline,
        c.appointed,
        c.firstMeeting,
        c.camp.from,
        c.camp.to,
        today,
        c.resultAtJointMeeting,
        c.decided,
      ]
      expect([...order].sort(), today).toEqual(order)
      expect(new Set(order).size - order.length, today).toBe(0)
    }
  }, patience)

  it('ME2, ME4, ME5 on every day: meetings on working days, a joint one in each whole quarter, no camp in a holiday', () => {
    for (const today of days.filter((_, index) => index % 7 === 0)) {
      const c = taskCalendar(today)
      expect(c.ordinary.every(isWorkingDay), today).toBe(true)
      expect(isSchoolHoliday(c.firstMeeting), today).toBe(false)
      for (const date of [c.camp.from, c.camp.to])
        expect(isPublicHoliday(date) || isSchoolHoliday(date), date).toBe(false)
      const whole = c.ordinary.map(quarterOf).slice(3, -3)
      const served = new Set(c.joint.map(quarterOf))
      expect(
        whole.every((quarter) => served.has(quarter)),
        today,
      ).toBe(true)
    }
  }, patience)

  it('ME8 a Saturday does not count as before itself', () => {
    expect(campBefore(day('2027-04-24'))).toEqual({ from: '2027-04-16', to: '2027-04-17' })
  })
})

describe('whom a meeting convenes', () => {
  it('ME9 each kind of meeting takes exactly the kinds of bodies that its line names', () => {
    for (const meeting of meetingKinds) {
      for (const kind of bodyKinds) {
        const fits = convenings[meeting].bodies.includes(kind)
        expect(judgeConvening(meeting, [{ kind, name: kind }]).ok, `${meeting} ${kind}`).toBe(fits)
      }
      expect(judgeConvening(meeting, []).ok).toBe(false)
    }
  })

  it('ME9 only a joint meeting convenes several', () => {
    const three = Array.from({ length: 3 }, () => ({ kind: 'standing-committee', name: 'x' }) as const)
    expect(judgeConvening('joint', three).ok).toBe(true)
    expect(judgeConvening('standing', three).ok).toBe(false)
  })
})
