// The bench: what one writes first. Apollo on Fastify, type-graphql, TypeORM entities, a DataLoader per relation and request.
import 'reflect-metadata'
import { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import DataLoader from 'dataloader'
import Fastify from 'fastify'
import { GraphQLScalarType } from 'graphql'
import {
  Arg, buildSchema, Ctx, Field, FieldResolver, InputType, Int, ObjectType, Query, registerEnumType, Resolver, Root,
} from 'type-graphql'
import { Column, DataSource, Entity, ILike, In, IsNull, PrimaryColumn } from 'typeorm'
import { districtName, enumOf, wordOf } from './words.js'

const LocalDate = new GraphQLScalarType({ name: 'LocalDate' })
enum BodyKind { COUNCIL = 'COUNCIL', FINANCE_COMMITTEE = 'FINANCE_COMMITTEE', STANDING_COMMITTEE = 'STANDING_COMMITTEE', TASK_COMMITTEE = 'TASK_COMMITTEE', WORKING_GROUP = 'WORKING_GROUP' }
enum BodyOrder { NAME = 'NAME', FROM = 'FROM' }
enum MemberCountBy { GROUP = 'GROUP', DISTRICT = 'DISTRICT' }
registerEnumType(BodyKind, { name: 'BodyKind' })
registerEnumType(BodyOrder, { name: 'BodyOrder' })
registerEnumType(MemberCountBy, { name: 'MemberCountBy' })

@ObjectType() @Entity({ schema: 'people', name: 'electoral_group' })
class ElectoralGroup {
  @PrimaryColumn('uuid') id!: string
  @Column('text') slug!: string
  @Field(() => String) @Column('text') name!: string
}
@ObjectType() @Entity({ schema: 'people', name: 'person' })
class Person {
  @PrimaryColumn('uuid') id!: string
  @Field(() => String) @Column('text') name!: string
  @Column('uuid', { nullable: true, name: 'group_id' }) groupId!: string | null
  @Column('text', { name: 'shown_as' }) shownAs!: string
}
@ObjectType() @Entity({ schema: 'people', name: 'mandate' })
class Mandate {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: string | null
  @Field(() => LocalDate) @Column('date', { name: 'from_day' }) from!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}
@Entity({ schema: 'committees', name: 'office' })
class Office {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: string
  @Column('uuid', { name: 'body_id' }) bodyId!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('date', { name: 'to_day', nullable: true }) to!: string | null
}
@Entity({ schema: 'committees', name: 'ownership' })
class Ownership {
  @PrimaryColumn('uuid', { name: 'body_id' }) bodyId!: string
  @PrimaryColumn('uuid', { name: 'owner_id' }) ownerId!: string
}
@Entity({ schema: 'committees', name: 'residence' })
class Residence {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string
  @Column('text') district!: string
}
@ObjectType() @Entity({ schema: 'commissions', name: 'commission' })
class Commission {
  @PrimaryColumn('uuid') id!: string
  @Field(() => String) @Column('text') slug!: string
  @Field(() => String) @Column('text') name!: string
  @Column('text') state!: string
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) question!: string | null
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: string | null
}
@ObjectType() @Entity({ schema: 'committees', name: 'body' })
class Body {
  @PrimaryColumn('uuid') id!: string
  @Field(() => String) @Column('text') slug!: string
  @Field(() => String) @Column('text') name!: string
  @Column('text') kind!: string
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) purpose!: string | null
  @Field(() => LocalDate, { nullable: true }) @Column('date', { name: 'from_day', nullable: true }) from!: string | null
}
@ObjectType() class PageInfo { @Field(() => Boolean) hasNextPage!: boolean }
@ObjectType() class BodyEdge { @Field(() => Body) node!: Body }
@ObjectType() class BodyConnection {
  @Field(() => [Body]) nodes!: Body[]
  @Field(() => [BodyEdge]) edges!: BodyEdge[]
  @Field(() => PageInfo) pageInfo!: PageInfo
  @Field(() => Int) totalCount!: number
}
@ObjectType() class MandateConnection { @Field(() => [Mandate]) nodes!: Mandate[] }
@ObjectType() class KeyCount {
  @Field(() => String) key!: string
  @Field(() => String) label!: string
  @Field(() => Int) count!: number
}
@InputType() class BodyFilter {
  @Field(() => [BodyKind], { nullable: true }) kinds?: BodyKind[]
  @Field(() => String, { nullable: true }) search?: string
}

const entities = [ElectoralGroup, Person, Mandate, Office, Ownership, Residence, Commission, Body]

function grouped<T>(keys: readonly string[], rows: readonly T[], key: (row: T) => string): T[][] {
  const found = new Map<string, T[]>(keys.map((one) => [one, []]))
  for (const row of rows) found.get(key(row))!.push(row)
  return keys.map((one) => found.get(one)!)
}

/** A set per request, as the library asks. */
const loadersOver = (db: DataSource) => ({
  person: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.getRepository(Person).findBy({ id: In(ids as string[]) })
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id)!)
  }),
  group: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.getRepository(ElectoralGroup).findBy({ id: In(ids as string[]) })
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id)!)
  }),
  chairOf: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.getRepository(Office).findBy({ bodyId: In(ids as string[]), kind: 'chair', to: IsNull() })
    return grouped(ids, rows, (row) => row.bodyId)
  }),
  mandatesOf: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.getRepository(Mandate).find({ where: { bodyId: In(ids as string[]), to: IsNull() }, order: { id: 'asc' } })
    return grouped(ids, rows, (row) => row.bodyId!)
  }),
  ownedBy: new DataLoader(async (ids: readonly string[]) => {
    const links = await db.getRepository(Ownership).findBy({ ownerId: In(ids as string[]) })
    const bodies = await db.getRepository(Body).find({ where: { id: In(links.map((link) => link.bodyId)) }, order: { name: 'asc', id: 'asc' } })
    const owners = new Map<string, string[]>()
    for (const link of links) owners.set(link.bodyId, [...(owners.get(link.bodyId) ?? []), link.ownerId])
    const found = new Map<string, Body[]>(ids.map((id) => [id, []]))
    for (const body of bodies) for (const owner of owners.get(body.id)!) found.get(owner)!.push(body)
    return ids.map((id) => found.get(id)!)
  }),
  commissionOf: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.getRepository(Commission).findBy({ bodyId: In(ids as string[]) })
    const byBody = new Map(rows.map((row) => [row.bodyId, row]))
    return ids.map((id) => byBody.get(id) ?? null)
  }),
})
type Context = { db: DataSource; load: ReturnType<typeof loadersOver> }

const pageOf = (nodes: Body[], hasNextPage: boolean, totalCount: number): BodyConnection => ({
  nodes, edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage }, totalCount,
})

@Resolver(() => Body)
class BodyResolver {
  @Query(() => Body, { nullable: true })
  body(@Arg('slug', () => String) slug: string, @Ctx() { db }: Context) {
    return db.getRepository(Body).findOneBy({ slug })
  }
  @Query(() => BodyConnection)
  async bodies(
    @Arg('filter', () => BodyFilter, { nullable: true }) filter: BodyFilter | null,
    @Arg('orderBy', () => BodyOrder, { nullable: true }) _orderBy: BodyOrder | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Ctx() { db }: Context,
  ) {
    const where = {
      ...(filter?.kinds ? { kind: In(filter.kinds.map(wordOf)) } : {}),
      ...(filter?.search ? { name: ILike(`%${filter.search}%`) } : {}),
    }
    const [rows, count] = await db.getRepository(Body).findAndCount({ where, order: { name: 'asc', id: 'asc' }, take: first + 1 })
    return pageOf(rows.slice(0, first), rows.length > first, count)
  }
  @Query(() => [KeyCount])
  async memberCounts(@Arg('by', () => MemberCountBy) by: MemberCountBy, @Ctx() { db }: Context) {
    const held = db.getRepository(Mandate).createQueryBuilder('m').where('m.to_day is null and m.body_id is not null')
    const counted = by === MemberCountBy.GROUP
      ? held.innerJoin(Person, 'p', 'p.id = m.person_id').innerJoin(ElectoralGroup, 'g', 'g.id = p.group_id')
          .select('g.slug', 'key').addSelect('g.name', 'label').groupBy('g.slug').addGroupBy('g.name')
      : held.andWhere("m.kind = 'citizen-member'").innerJoin(Residence, 'r', 'r.person_id = m.person_id')
          .select('r.district', 'key').groupBy('r.district').having('count(distinct m.person_id) >= 5')
    const what = by === MemberCountBy.GROUP ? '*' : 'distinct m.person_id'
    const rows = await counted.addSelect(`count(${what})::int`, 'count').orderBy('count', 'DESC').addOrderBy('key').getRawMany()
    return rows.map((row) => (by === MemberCountBy.GROUP ? row : { ...row, label: districtName(row.key) }))
  }
  @FieldResolver(() => String)
  kind(@Root() body: Body) {
    return enumOf(body.kind)
  }
  @FieldResolver(() => Person, { nullable: true })
  async chair(@Root() body: Body, @Ctx() { load }: Context) {
    const [office] = await load.chairOf.load(body.id)
    return office ? load.person.load(office.personId) : null
  }
  @FieldResolver(() => MandateConnection)
  async memberships(@Root() body: Body, @Arg('first', () => Int, { defaultValue: 50 }) first: number, @Ctx() { load }: Context) {
    return { nodes: (await load.mandatesOf.load(body.id)).slice(0, first) }
  }
  @FieldResolver(() => BodyConnection)
  async owned(@Root() body: Body, @Arg('first', () => Int, { defaultValue: 50 }) first: number, @Ctx() { load }: Context) {
    const rows = await load.ownedBy.load(body.id)
    return pageOf(rows.slice(0, first), rows.length > first, rows.length)
  }
  @FieldResolver(() => Commission, { nullable: true })
  commission(@Root() body: Body, @Ctx() { load }: Context) {
    return load.commissionOf.load(body.id)
  }
}
@Resolver(() => Mandate)
class MandateResolver {
  @FieldResolver(() => String)
  kind(@Root() mandate: Mandate) {
    return enumOf(mandate.kind)
  }
  @FieldResolver(() => Person)
  person(@Root() mandate: Mandate, @Ctx() { load }: Context) {
    return load.person.load(mandate.personId)
  }
}
@Resolver(() => Person)
class PersonResolver {
  @FieldResolver(() => String)
  name(@Root() person: Person) {
    if (person.shownAs === 'full-name') return person.name
    if (person.shownAs === 'first-name') return person.name.split(' ')[0]!
    return { 'citizen-member': 'Borgermedlem', invited: 'Inviteret' }[person.shownAs] ?? 'Indbygger'
  }
  @FieldResolver(() => ElectoralGroup, { nullable: true })
  group(@Root() person: Person, @Ctx() { load }: Context) {
    return person.groupId === null ? null : load.group.load(person.groupId)
  }
}
@Resolver(() => Commission)
class CommissionResolver {
  @FieldResolver(() => String)
  state(@Root() commission: Commission) {
    return enumOf(commission.state)
  }
}

export async function apolloTypeormPeer(databaseUrl: string) {
  const db = await new DataSource({ type: 'postgres', url: databaseUrl, entities, poolSize: 10 }).initialize()
  const schema = await buildSchema({ resolvers: [BodyResolver, MandateResolver, PersonResolver, CommissionResolver], validate: false })
  const apollo = new ApolloServer<Context>({ schema })
  await apollo.start()
  const app = Fastify()
  app.post('/graphql', fastifyApolloHandler(apollo, { context: async () => ({ db, load: loadersOver(db) }) }) as any)
  return app
}
