// Committees: what bodies add to what one knows of persons: your bodies, where something waits, what an invitation is
// to.
import type { BodyKind as Kind } from '@faellesrum/schema/committees'
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Awaiting, DemoPerson, Invitation, Viewer } from '../people/index.js'
import {
  byReading,
  carriedAll,
  carriedKey,
  column,
  everyone,
  type Extension,
  extension,
  graphqlEnum,
  LocalDate,
  many,
  one,
  raw,
  type Reading,
  sql,
  values,
  type Visit,
} from '../platform/index.js'
import { Body, BodyKind, OfficeKind } from './body.type.js'
import { bodyName } from './committees.readings.js'
import { countMembers, type KeyCount as Counted, type MemberCountKey, memberCountKeys } from './member-counts.js'

const MemberCountBy = graphqlEnum('MemberCountBy', memberCountKeys, 'What members are counted by.', {
  group: 'The electoral group of council members.',
  district:
    'The district that citizens live in: persons, on the first day of this quarter; groups of fewer than five are left out.',
  mandate: 'The kind of mandate.',
  'body-kind': 'The kind of body.',
})

@ObjectType({ description: 'How many there are of one kind.' })
class KeyCount {
  @Field(() => String, { description: 'The kind, as programs call it.' })
  key!: string

  @Field(() => String, { description: 'The kind, in words.' })
  label!: string

  @Field(() => Int, { description: 'How many.' })
  count!: number
}

@Resolver()
export class MemberCountsResolver {
  @Query(() => [KeyCount], { description: 'Seats on bodies held on a day, counted; the largest group first.' })
  memberCounts(
    @Arg('by', () => MemberCountBy, { description: 'What is counted by.' }) by: MemberCountKey,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; today where none is given. Not with districts.' })
    on: string | null,
    @Arg('kinds', () => [BodyKind], { nullable: true, description: 'Only bodies of these kinds. Not with districts.' })
    kinds: Kind[] | null,
    @Ctx() visit: Visit,
  ): Promise<Counted[]> {
    return countMembers(visit, by, on ?? null, kinds ?? null)
  }
}

@Resolver(() => Viewer)
export class ViewerBodiesResolver {
  @FieldResolver(() => [Body], { description: 'The bodies that you have a mandate in today.' })
  bodies(): unknown {
    return byReading
  }
}

@Resolver(() => Awaiting)
export class AwaitingBodyResolver {
  @FieldResolver(() => Body, { nullable: true, description: 'The body that it is about.' })
  body(): unknown {
    return byReading
  }
}

@Resolver(() => DemoPerson)
export class DemoPersonBodyResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The task committee that they sit on, where they do.' })
  body(): unknown {
    return byReading
  }

  @FieldResolver(() => OfficeKind, { nullable: true, description: 'The first of the offices that they hold in bodies.' })
  office(): unknown {
    return byReading
  }
}

@Resolver(() => Invitation)
export class InvitationBodyResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name of the body that it is to.' })
  bodyName(): unknown {
    return byReading
  }
}

export const ofPeopleReadings: readonly Reading[] = [
  values('KeyCount', carriedAll(['key', 'label', 'count'], everyone)),
]

export const ofPeopleExtensions: readonly Extension[] = [
  extension('Viewer', {
    bodies: many(
      'Body',
      {
        by: carriedKey('personId'),
        match: raw('h.person_id'),
        // One row for a body, however many mandates somebody has in it.
        join: ({ today }) => sql`join (select distinct m.person_id, m.body_id from people.mandate m
          where people.gives_rights(m, ${today}::date)) h on h.body_id = t.id`,
        order: [bodyName],
      },
      everyone,
    ),
  }),
  extension('Awaiting', { body: one('Body', carriedKey('bodyId'), everyone) }),
  extension('DemoPerson', {
    body: column(
      ({ today }) => sql`(select b.name from people.mandate m join committees.body b on b.id = m.body_id
        where m.person_id = t.id and b.kind = 'task-committee' and people.gives_rights(m, ${today}::date) order by b.name limit 1)`,
      everyone,
    ),
    office: column(
      ({ today }) => sql`(select o.kind from committees.office o
        where o.person_id = t.id and o.from_day <= ${today}::date and coalesce(o.to_day, 'infinity') >= ${today}::date
        order by array_position(array['mayor', 'chair', 'vice-chair', 'clerk'], o.kind) limit 1)`,
      everyone,
    ),
  }),
  extension('Invitation', {
    bodyName: column(
      raw('(select b.name from people.mandate m join committees.body b on b.id = m.body_id where m.id = t.mandate_id)'),
      everyone,
    ),
  }),
]
