// Platform: the log. No token, cookie, pass, code or query string is ever in it; every line of a request has its id.
import { type DestinationStream, type Logger, pino } from 'pino'

const secrets = ['token', 'authorization', 'cookie', 'password', 'pass', 'secret', 'code', 'verifier']

export const makeLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      redact: {
        paths: [
          ...secrets,
          ...secrets.map((name) => `*.${name}`),
          'req.headers',
          'res.headers',
        ],
        censor: '[hidden]',
      },
      serializers: {
        err: faultOf,
        req: (request: { method: string; url: string; id: string }) => ({
          method: request.method,
          path: pathOf(request.url),
          id: request.id,
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      },
    },
    ...(to ? [to] : []),
  )

type Fault = Readonly<Record<string, string | object>>

/**
 * Of an error only what is named here: a failed statement carries its values, its text and the driver's own error beside
 * it, each with names of persons. `reason` is the error's code (SQLSTATE, ECONNREFUSED); a key `code` would be hidden.
 */
function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as Error & Record<string, unknown>
  const reason = typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : null
  return {
    type: error.name,
    // SQLSTATE 22: PostgreSQL quotes the value that it could not read.
    message: reason?.startsWith('22') ? error.message.replace(/[:"].*$/s, ' [hidden]') : error.message,
    ...(reason !== null && { reason }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ +at /.test(line))
      .join('\n'),
    ...(error.cause !== undefined && depth < 3 && { cause: faultOf(error.cause, depth + 1) }),
  }
}

/** Stock clients carry their pass in the query; providers their code. A link's token is part of the path. */
export const pathOf = (url: string): string =>
  (url.split('?', 1)[0] ?? '').replace(/^\/invitation\/.+/, '/invitation/[hidden]')
