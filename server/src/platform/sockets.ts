// Platform: GraphQL over websockets (`graphql-transport-ws`), on the path of the http endpoint. Every event is answered
// with the rights of its moment, and a session that ends takes its sockets with it.
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
} from 'graphql'
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws'
import { type Extra, useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { languageOf } from '@faellesrum/schema/kernel'
import { inOurCodes, oursOrUnexpected, presentable, requestError, tooCostly } from './errors.js'
import type { TownGraphql } from './graphql.js'
import { limits } from './limits.js'
import { refuseTooMany, refuseTooMuch } from './own-queries.js'
import { findViewer, tokenOf } from './session.js'
import { addressOf, type DoorOptions, openDoor, type Upgrade } from './socket-door.js'
import type { Town } from './town.js'
import type { Visit } from './visit.js'
import { newRequestId, openVisit } from './visits.js'

export type SocketOptions = DoorOptions & Readonly<{ sessionCookie: string }>
export type Sockets = Readonly<{ handleUpgrade: Upgrade; close(): Promise<void> }>

type Token = Readonly<{ token: string | null; byToken: boolean }>
type Guest = Token & Readonly<{ session: string | null; person: string | null }>
type Ctx = Context<Record<string, unknown>, Extra & { guest?: Guest }>

export function openSockets(
  town: Town,
  { run, schema: { schema, readings }, limited }: TownGraphql,
  options: SocketOptions,
): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socket.messageBytes,
    maxFragments: 64,
    perMessageDeflate: false,
  })
  const open = new Set<Ctx>()
  const stopListening = town.bus.listen('session-ended', (session) => {
    for (const ctx of open) {
      const guest = guestOf(ctx)
      const close = (): void => ctx.extra.socket.close(4401, 'signed out')
      if (session !== null && guest.session === session) close()
      // The bus was away: each is asked for.
      if (session === null && guest.session !== null) {
        findViewer(town, guest.token).then(
          (viewer) => viewer ?? close(),
          (error: unknown) => comeBack(ctx, error),
        )
      }
    }
  })

  /** The database is away, most often: this socket is told to come back, and nothing else ends with it. */
  const comeBack = (ctx: Ctx, error: unknown): void => {
    town.log.error({ err: error }, 'a socket could not be served')
    ctx.extra.socket.close(1013, 'try again later')
  }

  const visitOf = async (ctx: Ctx, requestId = newRequestId(town)): Promise<Visit | null> => {
    const { token, session, byToken } = guestOf(ctx)
    const viewer = await findViewer(town, token)
    // Whoever came signed in does not go on as nobody.
    if (viewer === null && session !== null) return null
    return openVisit(town, readings, {
      viewer,
      byToken,
      language: languageOf(languageOfSocket(ctx)),
      requestId,
      address: addressOf(ctx.extra.request, options.proxies),
    })
  }

  const documentOf = (
    { query, operationName, variables }: SubscribePayload,
    visit: Visit,
  ): DocumentNode | readonly GraphQLError[] => {
    refuseTooMany(limited, query, visit)
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: limits.tokens })
    } catch (error) {
      return [named(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')]
    }
    const faults = validate(schema, document)
    if (faults.length > 0) return faults.map((fault) => named(fault, 'GRAPHQL_VALIDATION_FAILED'))
    const operation = getOperationAST(document, operationName)
    if (!operation) return [requestError('BAD_USER_INPUT', 'say which operation is meant')]
    refuseTooMuch(limited, query, { schema, document, operation, variables: variables ?? {} }, visit)
    return document
  }

  /** The document to run, or what is wrong with it. */
  const admitted = async (
    ctx: Ctx,
    payload: SubscribePayload,
    requestId: string,
  ): Promise<{ visit: Visit; document: DocumentNode } | readonly GraphQLError[]> => {
    const visit = await visitOf(ctx, requestId)
    if (visit === null) return [requestError('UNAUTHENTICATED', 'the session has ended')]
    if (Object.keys(ctx.subscriptions).length > limits.socket.subscriptions) {
      return [tooCostly('too many subscriptions on one socket', { atMost: limits.socket.subscriptions })]
    }
    const document = documentOf(payload, visit)
    return 'kind' in document ? { visit, document } : document
  }

  const disposable = useServer<Record<string, unknown>, { guest?: Guest }>(
    {
      schema,
      // What was not foreseen is not told in the reason of a close, in whatever mode the process runs.
      isProd: true,
      connectionInitWaitTimeout: limits.socket.initMs,
      async onConnect(ctx) {
        const given = tokenOfSocket(ctx as Ctx, options)
        try {
          const viewer = await findViewer(town, given.token)
          // A token that is no good is said so at once; no token at all is a reader like any other.
          if (viewer === null && given.token !== null) return false
          if (viewer && countOf(open, viewer.person) >= limits.socket.socketsPerPerson) {
            ctx.extra.socket.close(CloseCode.TooManyInitialisationRequests, 'too many sockets')
            return false
          }
          ctx.extra.guest = { ...given, session: viewer?.session ?? null, person: viewer?.person ?? null }
        } catch (error) {
          comeBack(ctx as Ctx, error)
          return false
        }
        open.add(ctx as Ctx)
        return true
      },
      onClose(ctx) {
        open.delete(ctx as Ctx)
      },
      async onSubscribe(ctx, _id, payload) {
        const requestId = newRequestId(town)
        try {
          const found = await admitted(ctx as Ctx, payload, requestId)
          if (!('visit' in found)) return found
          const { visit, document } = found
          return {
            schema,
            document,
            operationName: payload.operationName ?? null,
            variableValues: payload.variables ?? {},
            contextValue: { visit, ctx },
          } satisfies ExecutionArgs
        } catch (error) {
          return [oursOrUnexpected(error, { town, requestId })]
        }
      },
      execute: ((args: ExecutionArgs) => {
        const { visit } = args.contextValue as { visit: Visit }
        return run(args.document, args.operationName, args.variableValues as Record<string, unknown>, visit)
      }) as never,
      subscribe: ((args: ExecutionArgs) => subscribeAnew(args, visitOf, comeBack)) as never,
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => inOurCodes(error.toJSON())),
    },
    server,
    12_000,
  )

  return {
    handleUpgrade: openDoor(server, options),
    async close() {
      stopListening()
      await disposable.dispose()
      server.close()
    },
  }
}

/** Each event is answered by a visit of its own: fresh rows, fresh rights, and an end when the session has ended. */
async function subscribeAnew(
  args: ExecutionArgs,
  visitOf: (ctx: Ctx) => Promise<Visit | null>,
  comeBack: (ctx: Ctx, error: unknown) => void,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { visit, ctx } = args.contextValue as { visit: Visit; ctx: Ctx }
  const source = await createSourceEventStream({ ...args, contextValue: visit })
  if (!(Symbol.asyncIterator in source)) {
    return { ...source, errors: (source.errors ?? []).map((error) => presentable(error, visit)) }
  }
  const events = source[Symbol.asyncIterator]()
  const answers: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const { done, value } = await events.next()
      if (done) return { done: true, value: undefined }
      const now = await visitOf(ctx).catch((error: unknown) => {
        comeBack(ctx, error)
        return null
      })
      if (now === null) {
        await events.return?.()
        return { done: true, value: undefined }
      }
      const result = await execute({ ...args, rootValue: value, contextValue: now })
      const errors = result.errors?.map((error) => presentable(error, now))
      return { done: false, value: errors ? { ...result, errors } : result }
    },
    async return() {
      await events.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => answers,
  }
  return answers
}

/** As Apollo names it over http, so that one table turns it into our codes. */
const named = ({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  })

const guestOf = (ctx: Ctx): Guest => ctx.extra.guest ?? { token: null, byToken: false, session: null, person: null }
const countOf = (open: ReadonlySet<Ctx>, person: string): number =>
  [...open].filter((ctx) => guestOf(ctx).person === person).length

/** A page cannot set headers of a socket: what it says when it connects goes before what its browser says. */
function languageOfSocket(ctx: Ctx): string | undefined {
  const said = ctx.connectionParams?.['accept-language']
  return typeof said === 'string' ? said : ctx.extra.request.headers['accept-language']
}

/** The connection parameter; else, for a page of ours (which names its origin), the cookie. */
function tokenOfSocket(ctx: Ctx, options: SocketOptions): Token {
  const given = ctx.connectionParams?.['authorization']
  if (typeof given === 'string') return { token: tokenOf(given, undefined) ?? 'malformed', byToken: true }
  const { origin, cookie } = ctx.extra.request.headers
  if (origin === undefined || !options.origins.includes(origin)) return { token: null, byToken: false }
  const found = (cookie ?? '').split(';').map((each) => each.trim().split('='))
  return { token: found.find(([name]) => name === options.sessionCookie)?.[1] ?? null, byToken: false }
}
