// Municipality: its root field.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql'
import { byReading, LocalDate, type Row, type Visit } from '../platform/index.js'
import { DatedRule, Municipality } from './municipality.type.js'
import { municipalityValue } from './municipality.readings.js'

@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => Municipality, { description: 'The municipality, in its own words.' })
  municipality(@Ctx() visit: Visit, @Info() info: GraphQLResolveInfo): Promise<Row> {
    return visit.read.complete('Municipality', info, municipalityValue(visit.town.demo))
  }

  @FieldResolver(() => [DatedRule], {
    description: 'The rules of its working form; all of them, or those that held on a day.',
  })
  rules(@Arg('on', () => LocalDate, { nullable: true }) _on: string | null): unknown {
    return byReading
  }
}
