// Platform: the http server: GraphQL, the slices' addresses, health, and the client's files, under one set of headers.
import type { Server } from 'node:http'
import cookie from '@fastify/cookie'
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyHttpOptions,
  type FastifyRequest,
  type RouteHandlerMethod,
} from 'fastify'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import { Counter } from 'prom-client'
import { languageOf } from '@faellesrum/schema/kernel'
import { serveClient } from './client-files.js'
import { oursOrUnexpected } from './errors.js'
import type { TownGraphql } from './graphql.js'
import { serveHealth } from './health.js'
import { limits } from './limits.js'
import { refuseTooMany } from './own-queries.js'
import { findViewer, tokenOf } from './session.js'
import type { Town } from './town.js'
import { newRequestId, openVisit } from './visits.js'
import type { Visit } from './visit.js'

export type HttpOptions = Readonly<{
  /** Proxies in front whose X-Forwarded-For is believed. */
  proxies: number
  /** Origins whose pages may send cookies here: our own. */
  origins: readonly string[]
  /** The built client, or null where this process serves none. */
  clientDir: string | null
  sessionCookie: string
  /** Database reachable, migrations current. */
  isReady(): Promise<boolean>
  /** Counts and durations of this process, in Prometheus' form; no person and no text is in them. */
  metrics(): Promise<string>
}>

export async function makeHttp(town: Town, graphql: TownGraphql, options: HttpOptions): Promise<FastifyInstance> {
  const how: FastifyHttpOptions<Server> = {
    loggerInstance: town.log as FastifyBaseLogger,
    // Requests are counted, not logged: what went wrong is, with its number.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < options.proxies,
    bodyLimit: limits.bodyBytes,
    genReqId: () => newRequestId(town),
    requestIdHeader: false,
    // A slow sender may not hold a connection for ever.
    requestTimeout: 30_000,
    // Node looks every 30 s only, unless told.
    http: { headersTimeout: 9_000, connectionsCheckingInterval: 500 },
    forceCloseConnections: true,
  }
  const app = fastify(how)
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('x-frame-options', 'DENY')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    if (town.publicUrl.startsWith('https:'))
      reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
    // A browser names the page that asks; a foreign one must not use what its visitor holds. Programs name none.
    const { origin } = request.headers
    const isForeign = origin !== undefined && !options.origins.includes(origin)
    if (isForeign && request.method !== 'GET' && request.method !== 'HEAD') {
      return reply.code(403).send({ error: 'this page may not ask here' })
    }
    // JSON is UTF-8; other charsets are asked for by those who look for a way around a filter.
    const charset = /charset=\s*"?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
      return reply.code(415).send({ error: 'the charset is utf-8' })
    }
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    const message = status >= 500 ? 'something went wrong here' : error.message
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    // Whoever asks GraphQL is answered in its form, also when the request never came so far.
    const code = status === 413 ? 'TOO_COSTLY' : status >= 500 ? 'INTERNAL' : 'BAD_USER_INPUT'
    const isGraphql = request.url.startsWith('/graphql')
    const number = status >= 500 && { correlationId: request.id }
    const body = isGraphql
      ? { errors: [{ message, extensions: { code, ...number } }] }
      : { error: message, ...number }
    return reply.code(status).send(body)
  })

  const visitOf = async (request: FastifyRequest): Promise<Visit> => {
    const { authorization } = request.headers
    const requestId = request.id
    try {
      const visit = openVisit(town, graphql.schema.readings, {
        viewer: await findViewer(town, tokenOf(authorization, request.cookies[options.sessionCookie])),
        byToken: authorization !== undefined,
        language: languageOf(request.headers['accept-language']),
        requestId,
        address: request.ip,
      })
      const { query } = { ...(request.query as object), ...(request.body as object) } as { query?: unknown }
      refuseTooMany(graphql.limited, query, visit)
      return visit
    } catch (error) {
      throw oursOrUnexpected(error, { town, requestId })
    }
  }
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(graphql.apollo, { context: visitOf }) as RouteHandlerMethod,
  })

  serveHealth(app, options.isReady)
  const answered = new Counter({
    name: 'faellesrum_http_answers_total',
    help: 'Answers by status, in hundreds.',
    labelNames: ['status'],
    registers: [town.metrics],
  })
  app.addHook('onResponse', async (_, reply) => answered.inc({ status: `${Math.floor(reply.statusCode / 100)}xx` }))
  app.get('/metrics', async (_, reply) => reply.type(town.metrics.contentType).send(await options.metrics()))
  for (const slice of town.slices) slice.routes?.(app, town)
  await serveClient(app, options.clientDir, town.publicUrl)
  return app
}
