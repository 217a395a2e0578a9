// Platform: what is wrong with a request, as GraphQL errors. A no that is expected is a Refusal and no error at all.
import { HeaderMap } from '@apollo/server'
import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError } from 'graphql'
import type { Visit } from './visit.js'

export const errorCodes = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

const statuses: Partial<Record<ErrorCode, number>> = { TOO_COSTLY: 400 }

export const requestError = (code: ErrorCode, message: string, facts: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, {
    // Apollo takes `http` for the answer's head and does not send it.
    extensions: { ...facts, code, ...(statuses[code] && { http: { status: statuses[code] } }) },
  })

/** `RATE_LIMITED`, with the seconds to wait in the answer's head and beside the code. */
export const tooMany = (message: string, retryAfter: number): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter,
      http: { status: 429, headers: new HeaderMap([['retry-after', `${retryAfter}`]]) },
    },
  })

export const badInput = (message: string): GraphQLError => requestError('BAD_USER_INPUT', message)
export const tooCostly = (message: string, facts: Record<string, unknown>): GraphQLError =>
  requestError('TOO_COSTLY', message, facts)

const masked = 'something went wrong here; quote the correlation id to whoever runs this installation'

const isOurs = (code: unknown): boolean => errorCodes.some((each) => each === code) && code !== 'INTERNAL'

/**
 * An error of execution as the outside may see it: ours as they are, PostgreSQL's about values as the caller's
 * mistake, everything else masked and logged under the number that the caller is told.
 */
export function presentable(error: GraphQLError, visit: Pick<Visit, 'requestId' | 'town'>): GraphQLError {
  const original = error.originalError as
    (Error & { code?: unknown; extensions?: Record<string, unknown> }) | null | undefined
  const extensions = error.extensions ?? original?.extensions ?? {}
  const at = { nodes: error.nodes ?? null, path: error.path ?? null }
  if (isOurs(extensions['code'])) return new GraphQLError(error.message, { ...at, extensions })
  // About variables, before anything ran. With a path and nothing thrown it is a null of ours where none may be.
  if (!error.path) return new GraphQLError(error.message, { ...at, extensions: { code: 'BAD_USER_INPUT' } })
  const code = String(original?.code ?? '')
  if (/^22...$/.test(code)) {
    return new GraphQLError('a value is out of range or of the wrong form', {
      ...at,
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  if (code === '57014')
    return new GraphQLError('the answer took too long', { ...at, extensions: { code: 'TOO_COSTLY' } })
  return unexpected(original ?? error, visit, at)
}

/** What must not happen: logged under the number that the caller is told, and masked. */
export function unexpected(
  error: unknown,
  { town, requestId }: Pick<Visit, 'requestId' | 'town'>,
  at: Pick<GraphQLErrorOptions, 'nodes' | 'path'> = {},
): GraphQLError {
  town.log.error({ err: error, requestId, ...(at.path && { path: at.path }) }, 'a request could not be answered')
  return new GraphQLError(masked, { ...at, extensions: { code: 'INTERNAL', correlationId: requestId } })
}

/** An error of ours says itself; any other is unexpected. */
export const oursOrUnexpected = (error: unknown, visit: Pick<Visit, 'requestId' | 'town'>): GraphQLError =>
  error instanceof GraphQLError && isOurs(error.extensions['code']) ? error : unexpected(error, visit)

const ofApollo: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
}

/** Apollo's own errors, in our codes; what it could not name is masked. */
export function inOurCodes(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = String(formatted.extensions?.['code'])
  if (errorCodes.some((each) => each === code)) return formatted
  if (/^Syntax Error: Document contains more tha|Validation aborted|Maximum/.test(formatted.message)) {
    return { ...formatted, extensions: { code: 'TOO_COSTLY' } }
  }
  const ours = ofApollo[code]
  if (ours) return { ...formatted, extensions: { code: ours } }
  const { correlationId } = formatted.extensions ?? {}
  return { message: masked, extensions: { code: 'INTERNAL', ...(correlationId !== undefined && { correlationId }) } }
}
