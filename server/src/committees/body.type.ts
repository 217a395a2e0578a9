// Committees: what can be asked of a body.
import { bodyKinds, bodyStatuses, officeKinds } from '@faellesrum/schema/committees'
import { mandateKinds } from '@faellesrum/schema/people'
import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { connectionOf, graphqlEnum, LocalDate, Node, Page50, ViewerCannot } from '../platform/index.js'
import { Mandate, MandateKind, Person } from '../people/index.js'
import { HistoryEntry } from './history.js'
import { Source } from './source.type.js'

export const BodyKind = graphqlEnum('BodyKind', bodyKinds, 'What kind of body it is.', {
  council: 'Kommunalbestyrelsen: the council, which decides.',
  'finance-committee': 'Økonomiudvalget: at most half of the council, chaired by the mayor.',
  'standing-committee': 'Stående udvalg: meets quarterly, spots needs and follows up a whole remit.',
  'task-committee': 'Opgaveudvalg: temporary and advisory, politicians and citizens together.',
  'working-group': 'Arbejdsgruppe: below a task committee, for one question.',
})

export const BodyStatus = graphqlEnum('BodyStatus', bodyStatuses, 'Whether a body is at work today.', {
  planned: 'Set up, and not begun yet.',
  active: 'At work.',
  closed: 'Closed; `closedBecause` says why.',
})

export const OfficeKind = graphqlEnum('OfficeKind', officeKinds, 'An office, on top of a mandate.', {
  mayor: 'Borgmester: chairs the council, and is born chair of the finance committee.',
  chair: 'Formand: a council member on the body.',
  'vice-chair': 'Næstformand: a council member on the body.',
  drafter: 'Formulator: one of the two council members who formulate a commission.',
  clerk: 'Udvalgssekretær: keeps agenda, minutes and record.',
})

@ObjectType({ description: 'An office that somebody holds or held in a body.' })
export class Office {
  @Field(() => OfficeKind, { description: 'Which office.' })
  kind!: string

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it is held.' })
  to!: string | null

  @Field(() => Person, { description: 'Who holds it.' })
  person!: Person
}

@ObjectType({ description: 'One place on a body, and who holds it today.' })
export class Seat {
  @Field(() => Int, { description: 'Counted from 1 within the body.' })
  number!: number

  @Field(() => MandateKind, { description: 'The mandate that its holder has.' })
  kind!: (typeof mandateKinds)[number]

  @Field(() => String, {
    nullable: true,
    description: 'Whom the seat is meant for, where one profile belongs to one seat.',
  })
  profile!: string | null

  @Field(() => LocalDate, { description: 'The first day of the seat.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last day of the seat.' })
  to!: string | null

  @Field(() => Mandate, { nullable: true, description: 'The mandate that fills it today; null when it is vacant.' })
  holder!: Mandate | null
}

@ObjectType({
  implements: Node,
  description: 'A body of the municipality: the council, a committee, a working group. Public.',
})
export class Body extends Node {
  @Field(() => String, { description: 'Its name in addresses: `kultur-unge-og-fritid`.' })
  slug!: string

  @Field(() => BodyKind, { description: 'What kind of body it is.' })
  kind!: string

  @Field(() => BodyStatus, { description: 'Whether it is at work today.' })
  status!: string

  @Field(() => String, { description: 'Its name; for committees of the past as the source spells it.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  purpose!: string | null

  @Field(() => String, { nullable: true, description: 'The field that it looks after.' })
  remit!: string | null

  @Field(() => String, { nullable: true, description: 'What it may decide by itself, and what not.' })
  competence!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The first day; null where no source says.' })
  from!: string | null

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; null while it is open, or where no source says.',
  })
  to!: string | null

  @Field(() => String, { nullable: true, description: 'What is known of the time where the days are not.' })
  periodNote!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was closed.' })
  closedBecause!: string | null

  @Field(() => [Body], { description: 'The bodies that it belongs to; a task committee may have several.' })
  owners!: Body[]

  @Field(() => String, { nullable: true, description: 'Why no owner is named.' })
  ownersNote!: string | null

  @Field(() => Person, { nullable: true, description: 'The chair, in the council the mayor.' })
  chair!: Person | null

  @Field(() => Person, { nullable: true, description: 'The vice-chair.' })
  viceChair!: Person | null

  @Field(() => [Person], { description: 'Those who keep its agenda, minutes and record.' })
  clerks!: Person[]

  @Field(() => [Seat], { description: 'Its places, in order.' })
  seats!: Seat[]

  @Field(() => [HistoryEntry], { description: 'What was done to it, newest first.' })
  history!: HistoryEntry[]

  @Field(() => [Source], { description: 'Where what is said here comes from.' })
  sources!: Source[]

  @Field(() => [String], { description: 'The mutations that the viewer may use on it now.' })
  viewerCan!: string[]

  @Field(() => [ViewerCannot], { description: 'The others, each with its refusal.' })
  viewerCannot!: ViewerCannot[]
}

export const BodyConnection = connectionOf('Body', () => Body, 'bodies')

@ArgsType()
export class OwnedArgs extends Page50 {
  @Field(() => [BodyKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: string[] | null

  @Field(() => BodyStatus, { nullable: true, description: 'Only those with this status today.' })
  status?: string | null
}

@ArgsType()
export class MembershipsArgs extends Page50 {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'On this day; without it today, or its last day for a closed body.',
  })
  on?: string | null

  @Field(() => [MandateKind], { nullable: true, description: 'Only these mandates.' })
  kinds?: string[] | null
}
