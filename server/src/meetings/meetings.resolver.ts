// Meetings: what they add to bodies.
import { Args, FieldResolver, Resolver } from 'type-graphql'
import { Body } from '../committees/index.js'
import { byReading, Page20 } from '../platform/index.js'
import { MeetingConnection } from './meeting.type.js'

@Resolver(() => Body)
export class BodyMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    description: 'Its meetings, the latest first; those still to come are among them.',
  })
  meetings(@Args(() => Page20) _page: Page20): unknown {
    return byReading
  }
}
