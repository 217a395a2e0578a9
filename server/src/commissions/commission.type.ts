// Commissions: what can be asked of one.
import { commissionStates, draftOpennesses } from '@faellesrum/schema/commissions'
import { Field, Int, ObjectType } from 'type-graphql'
import { Body, HistoryEntry, Source } from '../committees/index.js'
import { Draft } from '../drafts/index.js'
import { Meeting } from '../meetings/index.js'
import { Mandate, Person } from '../people/index.js'
import { connectionOf, DateTime, graphqlEnum, LocalDate, Node, RoomName, ViewerCannot } from '../platform/index.js'

export const CommissionState = graphqlEnum(
  'CommissionState',
  commissionStates,
  'Where a commission stands: ten states, and dissolved.',
  {
    identified: '1 Identificeret: a standing committee or the finance committee points at a need.',
    formulating: '2 Formulering: two council members, named at an ordinary council meeting, help to formulate it.',
    'at-joint-meeting': '3 Udkast på fællesmøde: the draft is discussed at a joint meeting; it may go back to 2.',
    established: '4 Nedsat: the council has adopted it and set up the task committee.',
    recruiting: '5 Rekruttering: residents are asked to sign up.',
    appointed: '6 Udpeget: the council has appointed all members in one run.',
    working: '7 I arbejde: the task committee is at work.',
    'result-at-joint-meeting': '8 Resultat på fællesmøde: the result is shown at a joint meeting.',
    adopted: '9 Afleveret og vedtaget: the council has decided.',
    'handed-over': '10 Overdraget: handed over to those who follow it up.',
    dissolved: 'Opløst: the task is done and the committee is no more.',
  },
)

export const DraftOpenness = graphqlEnum(
  'DraftOpenness',
  draftOpennesses,
  'Whom the drafters have let near their draft.',
  {
    closed: 'The drafters, the administration, those invited; council members may suggest.',
    suggestions: 'Everybody may read; every signed-in resident may suggest and comment.',
  },
)

@ObjectType({ description: 'Who is looked for among the citizens.' })
export class SeatProfile {
  @Field(() => String, { description: 'In words.' })
  text!: string

  @Field(() => Int, { nullable: true, description: 'At least so many, where a number is given.' })
  atLeast!: number | null
}

@ObjectType({ description: 'How many sit on the task committee, and who is looked for.' })
export class SeatPlan {
  @Field(() => Int, { description: 'Council members.' })
  politicians!: number

  @Field(() => Int, { description: 'Citizens.' })
  citizens!: number

  @Field(() => String, { nullable: true, description: 'What else was said about it.' })
  note!: string | null

  @Field(() => [SeatProfile], { description: 'Profiles, over all citizen seats together.' })
  profiles!: SeatProfile[]
}

@ObjectType({ description: 'What stands behind a state: who said so, where, when, and the source.' })
export class Evidence {
  @Field(() => String, { description: 'What was said, in words.' })
  sentence!: string

  @Field(() => Body, { nullable: true, description: 'The body whose word it was.' })
  body!: Body | null

  @Field(() => Meeting, { nullable: true, description: 'The meeting.' })
  meeting!: Meeting | null

  @Field(() => Source, { nullable: true, description: 'Where it is written.' })
  source!: Source | null

  @Field(() => LocalDate, { description: 'The day it counts from.' })
  on!: string

  @Field(() => DateTime, { description: 'When it was put on record.' })
  recordedAt!: string

  @Field(() => Person, { nullable: true, description: 'Who put it on record; null for the program itself.' })
  by!: Person | null
}

@ObjectType({ description: 'One state on the rail: reached with its evidence, current, or still to come.' })
export class CommissionStage {
  @Field(() => CommissionState, { description: 'The state.' })
  state!: string

  @Field(() => Int, { description: 'Its number on the rail, 1 to 11.' })
  number!: number

  @Field(() => LocalDate, { nullable: true, description: 'The day it was last entered; null while it was not.' })
  reachedOn!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The day it is planned for, while it is still to come.' })
  plannedOn!: string | null

  @Field(() => [Evidence], { description: 'All that is on record about it, the oldest first.' })
  evidence!: Evidence[]

  @Field(() => Int, { description: 'How often it was entered; twice where a draft was sent back.' })
  times!: number
}

@ObjectType({ description: 'A state that may come next, and what it waits for.' })
export class NextStep {
  @Field(() => CommissionState, { description: 'The state.' })
  to!: string

  @Field(() => String, { description: 'The mutation that enters it.' })
  act!: string

  @Field(() => [String], { description: 'What must be on record, in words.' })
  needs!: string[]
}

@ObjectType({ description: 'When the drafters opened or closed the draft.' })
export class Opening {
  @Field(() => DraftOpenness, { description: 'What it was set to.' })
  openness!: string

  @Field(() => Person, { description: 'Who did it.' })
  by!: Person

  @Field(() => DateTime, { description: 'When.' })
  at!: string
}

@ObjectType({
  implements: Node,
  description:
    'Kommissorium: the terms of reference of a task committee, from the need to the handing over. Public; its text is private while it is closed.',
})
export class Commission extends Node {
  @Field(() => String, { description: 'Its name in addresses: `lokal-mad`.' })
  slug!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'The question that it asks.' })
  question!: string | null

  @Field(() => CommissionState, { description: 'Where it stands.' })
  state!: string

  @Field(() => Int, {
    description: 'Grows with every act; pass it with a mutation, so that nothing is overwritten unseen.',
  })
  version!: number

  @Field(() => [Body], { description: 'The committees that it belongs to.' })
  owners!: Body[]

  @Field(() => Body, { nullable: true, description: 'The task committee, once it is set up.' })
  body!: Body | null

  @Field(() => [Person], { description: 'The two council members who formulate it.' })
  drafters!: Person[]

  @Field(() => [Person], { description: 'Who in the administration helps.' })
  clerks!: Person[]

  @Field(() => SeatPlan, {
    nullable: true,
    description: 'How many sit, and who is looked for; null while nothing is planned.',
  })
  seatPlan!: SeatPlan | null

  @Field(() => [CommissionStage], { description: 'The rail, in order.' })
  stages!: CommissionStage[]

  @Field(() => [NextStep], { description: 'What may come next.' })
  next!: NextStep[]

  @Field(() => RoomName, {
    nullable: true,
    description: 'The room of its text; null where there is none, or none for you.',
  })
  room!: string | null

  @Field(() => Draft, { nullable: true, description: 'Its text; null where there is none, or none for you.' })
  draft!: Draft | null

  @Field(() => DraftOpenness, { description: 'Whom the drafters have let near the draft.' })
  openness!: string

  @Field(() => [Opening], { description: 'When it was opened and closed, the oldest first.' })
  opened!: Opening[]

  @Field(() => [Mandate], { description: 'Who was invited to write, today.' })
  invitations!: Mandate[]

  @Field(() => [HistoryEntry], { description: 'What was done to it, newest first.' })
  history!: HistoryEntry[]

  @Field(() => [Source], { description: 'Where what is said here comes from.' })
  sources!: Source[]

  @Field(() => [String], { description: 'The mutations that the viewer may use on it now.' })
  viewerCan!: string[]

  @Field(() => [ViewerCannot], { description: 'The others, each with its refusal.' })
  viewerCannot!: ViewerCannot[]
}

export const CommissionConnection = connectionOf('Commission', () => Commission, 'commissions')
