// People: what the mutations take.
import { Field, ID, InputType } from 'type-graphql'
import type { LocalDate as Day } from '@faellesrum/schema/kernel'
import type { MandateKind as MandateKindValue } from '@faellesrum/schema/people'
import { DateTime, LocalDate, localIdOrNull } from '../platform/index.js'
import { MandateKind } from './people.types.js'

@InputType()
abstract class Keyed {
  @Field(() => ID, { description: 'Makes it safe to send twice: the second time answers the first result.' })
  key!: string
}

@InputType()
abstract class WantedMandate extends Keyed {
  @Field(() => MandateKind, { description: 'What they become.' })
  kind!: MandateKindValue

  @Field(() => ID, { nullable: true, description: 'The body, where the mandate is of one.' })
  body?: string | null

  @Field(() => ID, { nullable: true, description: 'The commission, where the mandate is of one.' })
  commission?: string | null

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: Day

  @Field(() => LocalDate, { nullable: true, description: 'The last day, where it is known.' })
  to?: Day | null
}

@InputType({ description: 'Somebody becomes something, somewhere, from a day on.' })
export class GrantMandateInput extends WantedMandate {
  @Field(() => ID, { description: 'Who.' })
  person!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, where that was earlier.' })
  occurredAt?: string | null
}

@InputType({ description: 'A mandate ends.' })
export class EndMandateInput extends Keyed {
  @Field(() => ID, { description: 'The mandate.' })
  mandate!: string

  @Field(() => LocalDate, { description: 'The last day on which it is held; for today, it ends at once.' })
  on!: Day

  @Field(() => String, { description: 'Why it ends.' })
  because!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was decided, where that was earlier.' })
  occurredAt?: string | null
}

@InputType({ description: 'Somebody is entered with a mandate and gets a link to sign in by.' })
export class InvitePersonInput extends WantedMandate {
  @Field(() => String, { description: 'The full name.' })
  name!: string
}

@InputType({ description: 'Whoever is signed in takes an invitation.' })
export class AcceptInvitationInput extends Keyed {
  @Field(() => String, { description: 'The token of the link.' })
  token!: string
}

/** The same, with uuids for ids: what the acts take. */
export const asMandate = <Input extends WantedMandate>(input: Input) => ({
  ...input,
  body: localIdOrNull('Body', input.body),
  commission: localIdOrNull('Commission', input.commission),
  to: input.to ?? null,
})
