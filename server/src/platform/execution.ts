// Platform: documents are compiled once and run often. A document is compiled the second time it is seen, for
// compiling costs about a millisecond and a stranger can send endless new ones.
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { oursOrUnexpected, presentable, requestError } from './errors.js'
import { limits } from './limits.js'
import type { Visit } from './visit.js'

/** Answers always; what went wrong is among the errors. */
export type Run = (
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  visit: Visit,
) => Promise<ExecutionResult>

type Compiled = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult

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

  const answerOf = async (...[document, operationName, variables, visit]: Parameters<Run>): Promise<ExecutionResult> => {
    const run = compiled(document, operationName ?? '')
    const running = run
      ? run(undefined, visit, variables)
      : execute({
          schema,
          document,
          contextValue: visit,
          variableValues: variables,
          operationName: operationName ?? null,
        })
    const result = await within(limits.executionMs, running)
    return result.errors ? { ...result, errors: result.errors.map((error) => presentable(error, visit)) } : result
  }
  return async (document, operationName, variables, visit) => {
    try {
      return await answerOf(document, operationName, variables, visit)
    } catch (error) {
      // Late, or the compiler itself: said in the answer, for a throw would take a whole socket with it.
      return { errors: [oursOrUnexpected(error, visit)] }
    }
  }
}

/** The answer, or TOO_COSTLY when it takes too long; the statements underneath have their own, shorter limit. */
async function within<Result>(ms: number, running: Promise<Result> | Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(requestError('TOO_COSTLY', 'the answer took too long')), ms)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}
