// Meetings: the dates of one task committee's whole way, counted from the day it is looked at. SPEC ME4–ME8.
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../kernel/index.js'
import {
  campBefore,
  firstTaskMeeting,
  jointMeetings,
  ordinaryMeetingFrom,
  quarterOf,
  signUpDeadline,
} from './calendar.js'

export type TaskCalendar = Readonly<{
  today: LocalDate
  draftersNamed: LocalDate
  draftAtJointMeeting: LocalDate
  established: LocalDate
  signUpDeadline: LocalDate
  appointed: LocalDate
  firstMeeting: LocalDate
  camp: { from: LocalDate; to: LocalDate }
  briefings: readonly LocalDate[]
  applicationsErased: LocalDate
  resultAtJointMeeting: LocalDate
  decided: LocalDate
  /** Ordinary meetings M(-12) to M(6), and those of them that a joint meeting follows. */
  ordinary: readonly LocalDate[]
  joint: readonly LocalDate[]
}>

const earliest = -12
const latest = 6

/**
 * A committee that has just held its camp: six ordinary meetings behind it since its drafters were named, six before
 * it.
 */
export function taskCalendar(today: LocalDate): TaskCalendar {
  const m = (k: number) => ordinaryMeetingFrom(today, k)
  const ordinary = Array.from({ length: latest - earliest + 1 }, (_, index) => m(earliest + index))
  const quarters = new Map([1, 2, 3, 4].map((k) => [quarterOf(m(k)), m(k)]))
  quarters.delete(quarterOf(m(0)))
  const briefings = [m(0), ...[...quarters.values()].filter((date) => date < m(5))]
  const named = [m(-4), ...briefings, m(5)]
  return {
    today,
    draftersNamed: m(-6),
    draftAtJointMeeting: m(-4),
    established: m(-3),
    signUpDeadline: signUpDeadline(m(-2)),
    appointed: m(-2),
    firstMeeting: firstTaskMeeting(m(-2)),
    camp: campBefore(today),
    briefings,
    applicationsErased: Temporal.PlainDate.from(m(-2)).add({ months: 6 }).toString() as LocalDate,
    resultAtJointMeeting: m(5),
    decided: m(6),
    ordinary,
    joint: jointMeetings(ordinary, named),
  }
}
