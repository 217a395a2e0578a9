// People: what can be asked about persons.
import { Field, ID, ObjectType } from 'type-graphql'
import { mandateKinds } from '@faellesrum/schema/people'
import { connectionOf, DateTime, graphqlEnum, LocalDate, Node } from '../platform/index.js'

export const MandateKind = graphqlEnum(
  'MandateKind',
  mandateKinds,
  'What somebody is when they write, speak or decide. Chair, mayor, drafter and clerk are offices on top of it.',
  {
    'council-member': 'Kommunalbestyrelsesmedlem: elected to the council for its term.',
    'citizen-member': 'Borgermedlem: a resident appointed to a seat on a task committee.',
    invited: 'Inviteret: a named person let into one body or text, without a seat.',
    expert: 'Videnperson: invited for what they know, without a seat.',
    administration: 'Forvaltning: staff of the municipality.',
    facilitator: 'Facilitator: runs meetings and boards, never counted as a member.',
    guest: 'Gæst: joins one event by a code.',
    resident: 'Indbygger: signed in, in no body.',
  },
)

@ObjectType({ description: 'Valggruppe: council members who stand together in an appointment.' })
export class ElectoralGroup {
  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string

  @Field(() => String, { description: 'Its name: a neutral list in the demo town.' })
  name!: string
}

@ObjectType({ implements: Node, description: 'Somebody who holds or held a mandate.' })
export class Person extends Node {
  @Field(() => ID, { description: 'Opaque, and the same for ever.' })
  declare id: string

  @Field(() => String, { nullable: true, description: 'The name in addresses; null where you may not know the name.' })
  slug!: string | null

  @Field(() => String, {
    description:
      'The name as you may know it: politicians and administration by name; others by name when they said yes to it, else by what they are ("borgermedlem").',
  })
  name!: string

  @Field(() => Boolean, { description: 'True where everybody may know the full name.' })
  nameIsPublic!: boolean

  @Field(() => ElectoralGroup, { nullable: true, description: 'The electoral group, for council members.' })
  group!: ElectoralGroup | null
}

@ObjectType({ implements: Node, description: 'What somebody is or was, where, and from when to when.' })
export class Mandate extends Node {
  @Field(() => ID, { description: 'Opaque, and the same for ever.' })
  declare id: string

  @Field(() => MandateKind, { description: 'What they are.' })
  kind!: string

  @Field(() => Person, { nullable: true, description: 'Who; null for a guest.' })
  person!: Person | null

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last day, where there is one.' })
  to!: string | null

  @Field(() => String, { nullable: true, description: 'Why it ended before its time.' })
  endedBecause!: string | null

  @Field(() => ElectoralGroup, {
    nullable: true,
    description: 'The electoral group of its holder, for council members.',
  })
  group!: ElectoralGroup | null
}

export const PersonConnection = connectionOf('Person', () => Person, 'persons')
export const MandateConnection = connectionOf('Mandate', () => Mandate, 'mandates')

@ObjectType({ description: 'Who you are, and what awaits you.' })
export class Viewer {
  @Field(() => Person, { description: 'You.' })
  person!: Person

  @Field(() => [Mandate], { description: 'What you are today.' })
  mandates!: Mandate[]

  @Field(() => [Awaiting], { description: 'What waits for you to do it.' })
  awaits!: Awaiting[]
}

@ObjectType({ description: 'Something that waits for you.' })
export class Awaiting {
  @Field(() => String, { description: 'The act that is waited for: the name of its mutation, or what it is about.' })
  act!: string

  @Field(() => String, { description: 'The same, as a sentence.' })
  sentence!: string
}

@ObjectType({ description: 'Demo only: a made-up person whom one may sign in as.' })
export class DemoPerson {
  @Field(() => String, { description: 'The name in addresses: what `POST /auth/demo` takes.' })
  slug!: string

  @Field(() => String, { description: 'The name.' })
  name!: string

  @Field(() => String, { description: 'What they are, in words.' })
  label!: string

  @Field(() => MandateKind, { description: 'What they are first of all.' })
  kind!: string

  @Field(() => String, { nullable: true, description: 'The electoral group of a council member.' })
  group!: string | null
}

@ObjectType({ description: 'What an invitation is to, for whoever has its link.' })
export class Invitation {
  @Field(() => String, { description: 'Who is invited.' })
  name!: string

  @Field(() => MandateKind, { description: 'What they become.' })
  kind!: string

  @Field(() => DateTime, { description: 'When the link stops working.' })
  expiresAt!: string

  @Field(() => Boolean, { description: 'The link is used or has expired.' })
  spent!: boolean
}

@ObjectType({ description: 'The mandate, as it is now.' })
export class MandateResult {
  @Field(() => Mandate, { description: 'The mandate.' })
  mandate!: Mandate
}

@ObjectType({ description: 'An invitation that was made.' })
export class InvitationResult {
  @Field(() => String, {
    description: 'The link to pass on. Whoever opens it and signs in takes the invitation; it works once.',
  })
  invitationUrl!: string

  @Field(() => DateTime, { description: 'When the link stops working.' })
  expiresAt!: string

  @Field(() => Mandate, { nullable: true, description: 'The mandate that was granted with it.' })
  mandate!: Mandate | null
}

@ObjectType({ description: 'You, as you are now.' })
export class ViewerResult {
  @Field(() => Viewer, { description: 'You.' })
  viewer!: Viewer
}
