// Platform: documents are compiled once and run often. A document is compiled the second time it is seen, for
// compiling costs about a millisecond and a stranger can send endless new ones.
import { type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Visit } from './visit.js'

export type Run = (
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  visit: Visit,
) => Promise<ExecutionResult>

type Compiled = (root: unknown, context: unknown, variables: Record<string, unknown>) => Promise<ExecutionResult> | ExecutionResult

export function compiledExecution(schema: GraphQLSchema): Run {
  // The parsed document is the key: Apollo keeps it as long as it remembers the text.
  const seen = new WeakMap<DocumentNode, Map<string, Compiled | null>>()

  const compiled = (document: DocumentNode, operationName: string): Compiled | null => {
    const operations = seen.get(document) ?? new Map<string, Compiled | null>()
    seen.set(document, operations)
    const known = operations.get(operationName)
    if (known === undefined) {
      operations.set(operationName, null)
      return null
    }
    if (known !== null) return known
    const made = compileQuery(schema, document, operationName || undefined)
    // What cannot be compiled (an unknown operation) is answered by graphql-js, with its words.
    if (!isCompiledQuery(made)) return null
    const run = made.query.bind(made) as Compiled
    operations.set(operationName, run)
    return run
  }

  return async (document, operationName, variables, visit) => {
    const run = compiled(document, operationName ?? '')
    const result = run
      ? await run(undefined, visit, variables)
      : await execute({ schema, document, contextValue: visit, variableValues: variables, operationName: operationName ?? null })
    return result.errors ? { ...result, errors: result.errors.map(realError) } : result
  }
}

/** The compiled execution's errors have no `extensions`, over which Apollo's formatter would throw. */
function realError(error: GraphQLError): GraphQLError {
  if (error instanceof GraphQLError && error.extensions) return error
  const original = (error as { originalError?: Error }).originalError
  const extensions = original instanceof GraphQLError ? original.extensions : {}
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: original ?? null,
    extensions,
  })
}
