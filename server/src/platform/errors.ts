// Platform: what is wrong with a request, as GraphQL errors. A no that is expected is a Refusal and no error at all.
import { GraphQLError } from 'graphql'

export const errorCodes = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export const requestError = (code: ErrorCode, message: string, facts: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { ...facts, code } })

export const badInput = (message: string): GraphQLError => requestError('BAD_USER_INPUT', message)
export const tooCostly = (message: string, facts: Record<string, unknown>): GraphQLError =>
  requestError('TOO_COSTLY', message, facts)
