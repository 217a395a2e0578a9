// The door of meetings: kinds of meetings, holidays, and the council's calendar.
export {
  campBefore,
  firstTaskMeeting,
  jointMeetings,
  momentOf,
  nthWeekday,
  ordinaryMeeting,
  ordinaryMeetingFrom,
  quarterOf,
  signUpDeadline,
} from './calendar.js'
export {
  easter,
  isPublicHoliday,
  isSchoolHoliday,
  isWorkingDay,
  nextWorkingDay,
  pastSchoolHolidays,
  publicHolidays,
} from './holidays.js'
export { convenings, judgeConvening, type MeetingKind, meetingKinds } from './meeting-kinds.js'
export { type TaskCalendar, taskCalendar } from './task-calendar.js'
