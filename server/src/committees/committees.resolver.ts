// Committees: root fields, and what bodies add to earlier types.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Mandate, MandateConnection } from '../people/index.js'
import {
  byReading,
  changesOf,
  type Connection,
  localIdOrNull,
  requestError,
  type Ordering,
  Page50,
  raw,
  type Row,
  sql,
  type Visit,
} from '../platform/index.js'
import { Body, BodyConnection, MembershipsArgs, Office, OwnedArgs } from './body.type.js'
import { BodyFilter, BodyOrder } from './committees.inputs.js'
import { bodiesWhere, bodyName } from './committees.readings.js'

const orders: Readonly<Record<'name' | 'from', readonly Ordering[]>> = {
  name: [bodyName],
  from: [{ by: raw("coalesce(t.from_day, '-infinity')"), type: 'date', descending: true }],
}

async function bodyChanges(visit: Visit, slug: string): Promise<AsyncIterable<string>> {
  const [row] = await visit.town.database.read('select id from committees.body where slug = $1', [slug])
  if (!row) throw requestError('NOT_FOUND', `there is no body called ${slug}`)
  return changesOf(visit.town.bus, 'body', row['id'])
}

@Resolver(() => Body)
export class BodyResolver {
  @Query(() => Body, { nullable: true, description: 'A body by its name in addresses.' })
  body(
    @Arg('slug', () => String) slug: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return visit.read.one('Body', info, sql`t.slug = ${slug}`)
  }

  @Query(() => BodyConnection, { description: 'The bodies of the municipality.' })
  bodies(
    @Args(() => Page50) page: Page50,
    @Arg('filter', () => BodyFilter, { nullable: true }) filter: BodyFilter | null,
    @Arg('orderBy', () => BodyOrder, { nullable: true }) orderBy: 'name' | 'from' | null,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection> {
    const where = bodiesWhere({ ...filter, owner: localIdOrNull('Body', filter?.owner) }, visit)
    return visit.read.connection('Body', info, page, { where, order: orders[orderBy ?? 'name'] })
  }

  @FieldResolver(() => BodyConnection, { description: 'The bodies that belong to it.' })
  owned(@Args(() => OwnedArgs) _args: OwnedArgs): unknown {
    return byReading
  }

  @FieldResolver(() => MandateConnection, { description: 'Who belongs to it on a day, by mandate.' })
  memberships(@Args(() => MembershipsArgs) _args: MembershipsArgs): unknown {
    return byReading
  }

  @Subscription(() => Body, {
    description: 'The body as it stands, and again each time something of it has changed.',
    subscribe: ({ args, context }) => bodyChanges(context as Visit, String(args['slug'])),
  })
  bodyChanged(
    @Arg('slug', () => String) slug: string,
    @Root() _changed: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return this.body(slug, visit, info)
  }
}

@Resolver(() => Mandate)
export class MandateBodyResolver {
  @FieldResolver(() => Body, { nullable: true, description: 'The body it is held in.' })
  body(): unknown {
    return byReading
  }

  @FieldResolver(() => [Office], { description: 'Offices that its holder has or had in that body.' })
  offices(): unknown {
    return byReading
  }
}
