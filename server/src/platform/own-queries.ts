// Platform: what a document must get past before it is run, by http and by socket alike: how often one may ask without
// sign-in, and how much one may ask for. Our own client's documents are neither counted nor measured.
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { tooMany } from './errors.js'
import { costLimit, limits } from './limits.js'
import { measure, refuseTooCostly } from './measure.js'
import type { Rate } from './rate.js'
import type { Visit } from './visit.js'

export type GraphqlLimits = Readonly<{
  /** Documents of our own client, by their text. */
  isTrusted(text: string): boolean
  /** Own queries without sign-in, by address. */
  anonymous: Rate | null
}>

/** Counts the query, also one that turns out to be broken; throws RATE_LIMITED when it was too many. */
export function refuseTooMany(
  { isTrusted, anonymous }: GraphqlLimits,
  query: unknown,
  { viewer, address }: Pick<Visit, 'viewer' | 'address'>,
): void {
  if (viewer !== null || address === null || anonymous === null) return
  if (typeof query === 'string' && isTrusted(query)) return
  if (!anonymous.take(address)) {
    const words = `at most ${limits.anonymousPerMinute} own queries a minute without sign-in`
    throw tooMany(words, anonymous.freeInSeconds(address))
  }
}

/** Throws TOO_COSTLY; `text` is the document's. */
export function refuseTooMuch(
  { isTrusted }: GraphqlLimits,
  text: string,
  asked: {
    schema: GraphQLSchema
    document: DocumentNode
    operation: OperationDefinitionNode
    variables: Readonly<Record<string, unknown>>
  },
  visit: Pick<Visit, 'viewer' | 'byToken'>,
): void {
  if (isTrusted(text)) return
  const { schema, document, operation, variables } = asked
  refuseTooCostly(measure(schema, document, operation, variables), { cost: costLimit(visit) })
}
