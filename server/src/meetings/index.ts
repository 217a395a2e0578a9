// The door of meetings: the calendar, and meetings as evidence.
import type { Slice } from '../platform/index.js'
import { ConvenedEntity, MeetingEntity } from './meeting.entity.js'
import { Meeting } from './meeting.type.js'
import { meetingsExtensions, meetingsReadings } from './meetings.readings.js'
import { BodyMeetingsResolver } from './meetings.resolver.js'
import { recordMeeting } from './record-meeting.js'

export const meetings: Slice = {
  name: 'meetings',
  resolvers: [BodyMeetingsResolver],
  types: [Meeting],
  entities: [MeetingEntity, ConvenedEntity],
  readings: meetingsReadings,
  extensions: meetingsExtensions,
  acts: [recordMeeting],
}

export { loadMeeting, type MeetingFacts } from './meeting-facts.js'
export { Meeting } from './meeting.type.js'
export { recordMeeting } from './record-meeting.js'
