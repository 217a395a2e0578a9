// Commissions: root fields, and what commissions add to earlier types.
import type { DraftOpenness as Openness, CommissionState as State } from '@faellesrum/schema/commissions'
import type { LocalDate } from '@faellesrum/schema/kernel'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import { Body } from '../committees/index.js'
import { Mandate } from '../people/index.js'
import {
  answer,
  asActor,
  byReading,
  changesOf,
  type Connection,
  localId,
  localIdOrNull,
  Page50,
  requestError,
  resultOrRefusal,
  type Row,
  runAct,
  sql,
  type Visit,
} from '../platform/index.js'
import { Commission, CommissionConnection } from './commission.type.js'
import {
  CommissionFilter,
  InviteWriterInput,
  RecordFromMinutesInput,
  SetDraftOpennessInput,
} from './commissions.inputs.js'
import { commissionName, commissionsWhere } from './commissions.readings.js'
import { inviteWriter } from './invite-writer.js'
import { recordFromMinutes } from './record-from-minutes.js'
import { setDraftOpenness } from './set-draft-openness.js'

@ObjectType({ description: 'The commission as it stands now.' })
export class CommissionResult {
  @Field(() => Commission, { description: 'The commission.' })
  commission!: Commission
}

const CommissionOrRefusal = resultOrRefusal(
  'CommissionOrRefusal',
  CommissionResult,
  'The commission as it stands now, or why nothing was done.',
)

async function commissionChanges(visit: Visit, slug: string): Promise<AsyncIterable<string>> {
  const [row] = await visit.town.database.read(
    'select id from commissions.commission where slug = $1 and state is not null',
    [slug],
  )
  if (!row) throw requestError('NOT_FOUND', `there is no commission called ${slug}`)
  return changesOf(visit.town.bus, 'commission', row['id'])
}

const asResult = (visit: Visit, info: GraphQLResolveInfo) => (result: { commission: string }) =>
  visit.read.complete('CommissionResult', info, { __typename: 'CommissionResult', ...result })

@Resolver(() => Commission)
export class CommissionResolver {
  @Query(() => Commission, { nullable: true, description: 'A commission by its name in addresses.' })
  commission(
    @Arg('slug', () => String) slug: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return visit.read.one('Commission', info, sql`t.slug = ${slug}`)
  }

  @Query(() => CommissionConnection, { description: 'Commissions, by name.' })
  commissions(
    @Arg('filter', () => CommissionFilter, { nullable: true }) filter: CommissionFilter | null,
    @Args(() => Page50) page: Page50,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection> {
    const where = commissionsWhere({ ...filter, owner: localIdOrNull('Body', filter?.owner) }, visit)
    return visit.read.connection('Commission', info, page, { where, order: [commissionName] })
  }

  @Mutation(() => CommissionOrRefusal, { description: 'The administration enters a state from minutes.' })
  async recordFromMinutes(
    @Arg('input', () => RecordFromMinutesInput) input: RecordFromMinutesInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = {
      ...input,
      commission: localId('Commission', input.commission),
      state: input.state as State,
      on: input.on as LocalDate,
      body: localIdOrNull('Body', input.body),
      meeting: localIdOrNull('Meeting', input.meeting),
    }
    return answer(
      visit,
      await runAct(visit.town, asActor(visit.viewer), recordFromMinutes, given, visit.requestId),
      asResult(visit, info),
    )
  }

  @Mutation(() => CommissionOrRefusal, {
    description: 'A drafter opens the draft to all who are signed in, or closes it.',
  })
  async setDraftOpenness(
    @Arg('input', () => SetDraftOpennessInput) input: SetDraftOpennessInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = {
      ...input,
      commission: localId('Commission', input.commission),
      openness: input.openness as Openness,
    }
    return answer(
      visit,
      await runAct(visit.town, asActor(visit.viewer), setDraftOpenness, given, visit.requestId),
      asResult(visit, info),
    )
  }

  @Mutation(() => CommissionOrRefusal, { description: 'A drafter lets a named person write.' })
  async inviteWriter(
    @Arg('input', () => InviteWriterInput) input: InviteWriterInput,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = {
      ...input,
      commission: localId('Commission', input.commission),
      person: localId('Person', input.person),
      from: input.from as LocalDate,
      to: (input.to ?? null) as LocalDate | null,
    }
    return answer(
      visit,
      await runAct(visit.town, asActor(visit.viewer), inviteWriter, given, visit.requestId),
      asResult(visit, info),
    )
  }

  @Subscription(() => Commission, {
    description: 'The commission as it stands, and again each time something of it has changed.',
    subscribe: ({ args, context }) => commissionChanges(context as Visit, String(args['slug'])),
  })
  commissionChanged(
    @Arg('slug', () => String) slug: string,
    @Root() _changed: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.commission(slug, visit, info)
  }
}

@Resolver(() => Body)
export class BodyCommissionsResolver {
  @FieldResolver(() => Commission, { nullable: true, description: 'The commission that it was set up by.' })
  commission(): unknown {
    return byReading
  }

  @FieldResolver(() => CommissionConnection, { description: 'The commissions that belong to it.' })
  commissions(@Args(() => Page50) _page: Page50): unknown {
    return byReading
  }
}

@Resolver(() => Mandate)
export class MandateCommissionResolver {
  @FieldResolver(() => Commission, { nullable: true, description: 'The commission it is held in.' })
  commission(): unknown {
    return byReading
  }
}
