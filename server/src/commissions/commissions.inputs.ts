// Commissions: what root fields and mutations take.
import { Field, ID, InputType, Int } from 'type-graphql'
import { DateTime, LocalDate } from '../platform/index.js'
import { CommissionState, DraftOpenness } from './commission.type.js'

const keyText = 'Chosen by you; sending the same key again answers the first result.'
const versionText = 'The version that you saw.'

@InputType({ description: 'Which commissions; every part that is not given fits all.' })
export class CommissionFilter {
  @Field(() => [CommissionState], { nullable: true, description: 'Only those in these states.' })
  states?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Only those that belong to this body.' })
  owner?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer has a part in.' })
  mine?: boolean | null

  @Field(() => String, { nullable: true, description: 'Only those with this in their name or question.' })
  search?: string | null
}

@InputType({ description: 'A state, from minutes.' })
export class RecordFromMinutesInput {
  @Field(() => ID, { description: keyText })
  key!: string

  @Field(() => Int, { description: versionText })
  version!: number

  @Field(() => ID, { description: 'The commission.' })
  commission!: string

  @Field(() => CommissionState, { description: 'The state that it enters.' })
  state!: string

  @Field(() => LocalDate, { description: 'The day of the decision.' })
  on!: string

  @Field(() => ID, { nullable: true, description: 'The body that decided, where the state wants one.' })
  body?: string | null

  @Field(() => ID, { nullable: true, description: 'The meeting, where the state wants one.' })
  meeting?: string | null

  @Field(() => String, { description: 'Where it is written: `Referat, punkt 9`.' })
  source!: string

  @Field(() => DateTime, { nullable: true, description: 'The moment it happened; now, where nothing is said.' })
  occurredAt?: string | null
}

@InputType({ description: 'Open or close a draft.' })
export class SetDraftOpennessInput {
  @Field(() => ID, { description: keyText })
  key!: string

  @Field(() => Int, { description: versionText })
  version!: number

  @Field(() => ID, { description: 'The commission.' })
  commission!: string

  @Field(() => DraftOpenness, { description: 'What it is set to.' })
  openness!: string
}

@InputType({ description: 'Let somebody write in the text.' })
export class InviteWriterInput {
  @Field(() => ID, { description: keyText })
  key!: string

  @Field(() => Int, { description: versionText })
  version!: number

  @Field(() => ID, { description: 'The commission.' })
  commission!: string

  @Field(() => ID, { description: 'Who may write.' })
  person!: string

  @Field(() => LocalDate, { description: 'From this day.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'To this day; without an end where nothing is said.' })
  to?: string | null
}
