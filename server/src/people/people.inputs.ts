// People: what the mutations take.
import { Field, ID, InputType } from 'type-graphql'
import { DateTime, LocalDate } from '../platform/index.js'
import { MandateKind } from './people.types.js'

const keySaid = 'Makes it safe to send twice: the second time answers the first result.'

@InputType({ description: 'Somebody becomes something, somewhere, from a day on.' })
export class GrantMandateInput {
  @Field(() => ID, { description: keySaid })
  key!: string

  @Field(() => ID, { description: 'Who.' })
  person!: string

  @Field(() => MandateKind, { description: 'What they become.' })
  kind!: string

  @Field(() => ID, { nullable: true, description: 'The body, where the mandate is of one.' })
  body?: string | null

  @Field(() => ID, { nullable: true, description: 'The commission, where the mandate is of one.' })
  commission?: string | null

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last day, where it is known.' })
  to?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, where that was earlier.' })
  occurredAt?: string | null
}

@InputType({ description: 'A mandate ends.' })
export class EndMandateInput {
  @Field(() => ID, { description: keySaid })
  key!: string

  @Field(() => ID, { description: 'The mandate.' })
  mandate!: string

  @Field(() => LocalDate, { description: 'The last day on which it is held.' })
  on!: string

  @Field(() => String, { description: 'Why it ends.' })
  because!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, where that was earlier.' })
  occurredAt?: string | null
}

@InputType({ description: 'Somebody is entered with a mandate and gets a link to sign in by.' })
export class InvitePersonInput {
  @Field(() => ID, { description: keySaid })
  key!: string

  @Field(() => String, { description: 'The full name.' })
  name!: string

  @Field(() => MandateKind, { description: 'What they become.' })
  kind!: string

  @Field(() => ID, { nullable: true, description: 'The body, where the mandate is of one.' })
  body?: string | null

  @Field(() => ID, { nullable: true, description: 'The commission, where the mandate is of one.' })
  commission?: string | null

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string

  @Field(() => LocalDate, { nullable: true, description: 'The last day, where it is known.' })
  to?: string | null
}

@InputType({ description: 'Whoever is signed in takes an invitation.' })
export class AcceptInvitationInput {
  @Field(() => ID, { description: keySaid })
  key!: string

  @Field(() => String, { description: 'The token of the link.' })
  token!: string
}
