// What an error of the API or the network means to a reader: what they can do, and the code to quote.
import { CombinedGraphQLErrors } from '@apollo/client/errors'

export type Failure = Readonly<{ kind: 'offline' | 'limited' | 'server'; code: string | null }>

export function whatFailed(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, correlationId } = (error.errors[0]?.extensions ?? {}) as { code?: unknown; correlationId?: unknown }
    if (code === 'RATE_LIMITED') return { kind: 'limited', code }
    if (typeof correlationId === 'string') return { kind: 'server', code: correlationId }
    return { kind: 'server', code: typeof code === 'string' ? code : null }
  }
  // The fetch itself failed: browsers throw a TypeError and nothing else for it.
  if (error instanceof TypeError) return { kind: 'offline', code: null }
  if (error instanceof Error && 'statusCode' in error) {
    return error.statusCode === 429 ? { kind: 'limited', code: '429' } : { kind: 'server', code: String(error.statusCode) }
  }
  // Neither the API nor the network: a fault of ours, for whoever looks into the console.
  reportError(error)
  return { kind: 'server', code: null }
}
