// People: the root fields. They say which rows and translate; they decide nothing.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql'
import {
  answer,
  asActor,
  byReading,
  type Connection,
  LocalDate,
  localId,
  Page20,
  resultOrRefusal,
  type Row,
  runAct,
  sql,
  tokenHash,
  type Visit,
} from '../platform/index.js'
import { acceptInvitation } from './accept-invitation.js'
import { endMandate } from './end-mandate.js'
import { grantMandate } from './grant-mandate.js'
import { invitationUrl } from './invitation-link.js'
import { invitePerson } from './invite-person.js'
import {
  AcceptInvitationInput,
  asMandate,
  EndMandateInput,
  GrantMandateInput,
  InvitePersonInput,
} from './people.inputs.js'
import { shownName } from './people.readings.js'
import {
  DemoPerson,
  Invitation,
  InvitationResult,
  Mandate,
  MandateResult,
  Person,
  PersonConnection,
  Viewer,
  ViewerResult,
} from './people.types.js'

const GrantMandateResult = resultOrRefusal('GrantMandateResult', MandateResult, 'The mandate, or why not.')
const EndMandateResult = resultOrRefusal('EndMandateResult', MandateResult, 'The mandate with its end, or why not.')

const InvitationOrRefusal = resultOrRefusal('InvitationOrRefusal', InvitationResult, 'The invitation, or why not.')
const ViewerOrRefusal = resultOrRefusal('ViewerOrRefusal', ViewerResult, 'You, or why not.')

const asResult = (visit: Visit, info: GraphQLResolveInfo) => (result: { mandate: string }) =>
  visit.read.complete('MandateResult', info, { __typename: 'MandateResult', ...result })

@Resolver(() => Person)
export class PeopleResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who you are; null for whoever is not signed in.' })
  async viewer(@Ctx() visit: Visit, @Info() info: GraphQLResolveInfo) {
    return visit.viewer && visit.read.complete('Viewer', info, { personId: visit.viewer.person })
  }

  @Query(() => [DemoPerson], { description: 'Demo only: whom one may sign in as. Empty elsewhere.' })
  demoPersons(@Ctx() visit: Visit, @Info() info: GraphQLResolveInfo): Promise<Row[]> {
    return visit.read.many('DemoPerson', info, { order: [{ by: sql`t.name collate "da-x-icu"`, type: 'text' }] })
  }

  @Query(() => Invitation, {
    nullable: true,
    description: 'What the link of an invitation is to; null for a wrong token.',
  })
  invitation(
    @Arg('token', () => String, { description: 'From the link.' }) token: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    return visit.read.one('Invitation', info, sql`t.token_hash = ${tokenHash(token)}`)
  }

  @Query(() => PersonConnection, { description: 'Persons by the name as you may know it, in Danish order.' })
  people(
    @Args(() => Page20) page: Page20,
    @Arg('search', () => String, { nullable: true, description: 'Letters that the name contains.' })
    search: string | null,
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
  async grantMandate(
    @Arg('input', () => GrantMandateInput) input: GrantMandateInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = { ...asMandate(input), person: localId('Person', input.person) }
    const verdict = await runAct(visit.town, asActor(visit.viewer), grantMandate, given, visit.requestId)
    return answer(visit, verdict, asResult(visit, info))
  }

  @Mutation(() => EndMandateResult, { description: 'The administration ends a mandate.' })
  async endMandate(
    @Arg('input', () => EndMandateInput) input: EndMandateInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = { ...input, mandate: localId('Mandate', input.mandate) }
    const verdict = await runAct(visit.town, asActor(visit.viewer), endMandate, given, visit.requestId)
    return answer(visit, verdict, asResult(visit, info))
  }

  @Mutation(() => InvitationOrRefusal, {
    description: 'The administration enters somebody with a mandate and gets a link for them.',
  })
  async invitePerson(
    @Arg('input', () => InvitePersonInput) input: InvitePersonInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const verdict = await runAct(visit.town, asActor(visit.viewer), invitePerson, asMandate(input), visit.requestId)
    return answer(visit, verdict, ({ invitation, mandate, expiresAt }) =>
      visit.read.complete('InvitationResult', info, {
        __typename: 'InvitationResult',
        invitationUrl: invitationUrl(visit.town, invitation),
        expiresAt,
        mandateId: mandate,
      }),
    )
  }

  @Mutation(() => ViewerOrRefusal, { description: 'You take an invitation.' })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const verdict = await runAct(visit.town, asActor(visit.viewer), acceptInvitation, input, visit.requestId)
    return answer(visit, verdict, ({ person }) =>
      visit.read.complete('ViewerResult', info, { __typename: 'ViewerResult', personId: person }),
    )
  }
}
