// Meetings: what can be asked of a meeting, in its first form.
import { meetingKinds } from '@faellesrum/schema/meetings'
import { Field, ObjectType } from 'type-graphql'
import { Body } from '../committees/index.js'
import { connectionOf, DateTime, graphqlEnum, Node } from '../platform/index.js'

export const MeetingKind = graphqlEnum('MeetingKind', meetingKinds, 'What kind of meeting it is.', {
  'ordinary-council': 'Ordinært møde i Kommunalbestyrelsen.',
  'extraordinary-council': 'Ekstraordinært møde i Kommunalbestyrelsen.',
  joint: 'Fællesmøde: standing committees together, the whole council invited.',
  standing: 'A meeting of one standing committee or of the finance committee.',
  'task-committee': 'A meeting of one task committee.',
})

@ObjectType({ implements: Node, description: 'A meeting of one or several bodies. Public.' })
export class Meeting extends Node {
  @Field(() => MeetingKind, { description: 'What kind of meeting it is.' })
  kind!: string

  @Field(() => String, { description: 'What it is called on the calendar.' })
  title!: string

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: string

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  place!: string | null

  @Field(() => [Body], {
    description: 'The bodies that it convenes; the whole council is invited to a joint meeting besides.',
  })
  bodies!: Body[]
}

export const MeetingConnection = connectionOf('Meeting', () => Meeting, 'meetings')
