// Platform: `node(id:)`, for anything that has an id.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import { isObjectType } from 'graphql'
import { parseGlobalId, prefixOf } from './global-id.js'
import { Node } from './relay.types.js'
import type { Row } from './reading.js'
import type { Visit } from './visit.js'

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null where there is nothing, or nothing for you.',
  })
  async node(
    @Arg('id', () => ID) id: string,
    @Ctx() visit: Visit,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    const parsed = parseGlobalId(id)
    if (!parsed) return null
    const type = info.schema
      .getPossibleTypes(info.schema.getType('Node') as never)
      .find((each) => isObjectType(each) && prefixOf(each.name) === parsed.prefix)
    if (!type) return null
    const row = await visit.read.byKey(type.name, info, parsed.id)
    return row && { ...row, __typename: type.name }
  }
}
