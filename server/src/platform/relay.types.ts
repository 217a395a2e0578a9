// Platform: lists as Relay connections, and the interface of everything that has an id.
import { ArgsType, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql'
import type { Class } from './slice.js'

@InterfaceType({
  description: 'Anything with an id of its own; `node(id:)` finds it again.',
  resolveType: (value) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and the same for ever.' })
  id!: string
}

@ObjectType({ description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More comes after this page.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'The page was asked for with `after`.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'The cursor of the first entry.' })
  startCursor!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last entry: pass it as `after` for the next page.',
  })
  endCursor!: string | null
}

/** `first` and `after`; subclass it where a list has more arguments. */
@ArgsType()
export class Page50 {
  @Field(() => Int, { defaultValue: 50, description: 'How many; at most 100.' })
  first!: number

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null
}

@ArgsType()
export class Page20 {
  @Field(() => Int, { defaultValue: 20, description: 'How many; at most 100.' })
  first!: number

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null
}

/** `BodyConnection` and `BodyEdge` for `Body`; `what` is the plural in a description ("bodies"). */
export function connectionOf(type: string, node: () => Class, what: string): Class {
  @ObjectType(`${type}Edge`, { description: `One of the ${what}, and its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'The place in the list; pass it as `after`.' })
    cursor!: string

    @Field(() => node(), { description: 'The entry.' })
    node!: unknown
  }

  @ObjectType(`${type}Connection`, { description: `A page of ${what}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The entries with their places.' })
    edges!: Edge[]

    @Field(() => [node()], { description: 'The entries alone.' })
    nodes!: unknown[]

    @Field(() => PageInfo, { description: 'Where the page begins and ends.' })
    pageInfo!: PageInfo

    @Field(() => Int, { description: 'How many there are on all pages. Counted only when asked for.' })
    totalCount!: number
  }
  return Connection
}
