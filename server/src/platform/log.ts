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
          'err.parameters',
          'err.detail',
        ],
        censor: '[hidden]',
      },
      serializers: {
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

/** Stock clients carry their pass in the query; providers their code. A link's token is part of the path. */
export const pathOf = (url: string): string =>
  (url.split('?', 1)[0] ?? '').replace(/^\/invitation\/.+/, '/invitation/[hidden]')
