// People: the root fields. They say which rows and translate; they decide nothing.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import {
  asActor,
  byReading,
  type Connection,
  answer,
  LocalDate,
  localId,
  localIdOrNull,
  Page20,
  resultOrRefusal,
  runAct,
  sql,
  type Visit,
} from '../platform/index.js'
import { endMandate } from './end-mandate.js'
import { grantMandate } from './grant-mandate.js'
import { EndMandateInput, GrantMandateInput } from './people.inputs.js'
import { shownName } from './people.readings.js'
import { Mandate, Person, PersonConnection } from './people.types.js'

@ObjectType({ description: 'The mandate, as it is now.' })
export class MandateResult {
  @Field(() => Mandate, { description: 'The mandate.' })
  mandate!: Mandate
}

const GrantMandateResult = resultOrRefusal('GrantMandateResult', MandateResult, 'The mandate, or why not.')
const EndMandateResult = resultOrRefusal('EndMandateResult', MandateResult, 'The mandate with its end, or why not.')

@Resolver(() => Person)
export class PeopleResolver {
  @Query(() => PersonConnection, { description: 'Persons by the name as you may know it, in Danish order.' })
  people(
    @Args(() => Page20) page: Page20,
    @Arg('search', () => String, { nullable: true, description: 'Letters that the name contains.' }) search: string | null,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection> {
    const name = sql`(${shownName(visit)})`
    return visit.read.connection('Person', info, page, {
      where: search ? sql`position(lower(${search.slice(0, 100)}) in lower(${name})) > 0` : sql`true`,
      order: [{ by: sql`${name} collate "da-x-icu"`, type: 'text collate "da-x-icu"' }],
    })
  }

  @FieldResolver(() => [Mandate], { description: 'What they are on a day; today where no day is given.' })
  mandates(@Arg('on', () => LocalDate, { nullable: true, description: 'The day.' }) _on: string | null): unknown {
    return byReading
  }

  @Mutation(() => GrantMandateResult, { description: 'The administration gives somebody a mandate.' })
  async grantMandate(@Arg('input', () => GrantMandateInput) input: GrantMandateInput, @Ctx() visit: Visit, @Info() info: GraphQLResolveInfo) {
    const given = {
      ...input,
      person: localId('Person', input.person),
      body: localIdOrNull('Body', input.body),
      commission: localIdOrNull('Commission', input.commission),
      to: input.to ?? null,
    }
    const verdict = await runAct(visit.town, asActor(visit.viewer), grantMandate, given as never, visit.requestId)
    return answer(visit, verdict, (result) => visit.read.complete('MandateResult', info, { __typename: 'MandateResult', ...result }))
  }

  @Mutation(() => EndMandateResult, { description: 'The administration ends a mandate.' })
  async endMandate(@Arg('input', () => EndMandateInput) input: EndMandateInput, @Ctx() visit: Visit, @Info() info: GraphQLResolveInfo) {
    const given = { ...input, mandate: localId('Mandate', input.mandate) }
    const verdict = await runAct(visit.town, asActor(visit.viewer), endMandate, given as never, visit.requestId)
    return answer(visit, verdict, (result) => visit.read.complete('MandateResult', info, { __typename: 'MandateResult', ...result }))
  }
}
