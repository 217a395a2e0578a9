// Platform: GraphQL over websockets (`graphql-transport-ws`), on the path of the http endpoint. Every event is answered
// with the rights of its moment, and a session that ends takes its sockets with it.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
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
import { inOurCodes, presentable, requestError, tooCostly } from './errors.js'
import type { TownGraphql } from './graphql.js'
import { costLimit, limits } from './limits.js'
import { measure, refuseTooCostly } from './measure.js'
import { findViewer, tokenOf } from './session.js'
import type { Town } from './town.js'
import type { Visit } from './visit.js'
import { openVisit } from './visits.js'

export type SocketOptions = Readonly<{ origins: readonly string[]; sessionCookie: string }>
export type Sockets = Readonly<{
  /** Takes over a request for `/graphql`; false for any other. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close(): Promise<void>
}>

type Guest = { token: string | null; session: string | null; person: string | null }
type Ctx = Context<Record<string, unknown>, Extra & { guest?: Guest }>

export function openSockets(
  town: Town,
  { run, schema: { schema, readings } }: TownGraphql,
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
      if (session === null && guest.session !== null)
        void findViewer(town, guest.token).then((viewer) => viewer ?? close())
    }
  })

  const visitOf = async (ctx: Ctx): Promise<Visit | null> => {
    const { token, session } = guestOf(ctx)
    const viewer = await findViewer(town, token)
    // Whoever came signed in does not go on as nobody.
    if (viewer === null && session !== null) return null
    return openVisit(town, readings, {
      viewer,
      language: languageOf(ctx.extra.request.headers['accept-language']),
      requestId: Buffer.from(town.random.bytes(8)).toString('hex'),
      address: null,
    })
  }

  const documentOf = (payload: SubscribePayload, visit: Visit): DocumentNode | readonly GraphQLError[] => {
    let document: DocumentNode
    try {
      document = parse(payload.query, { maxTokens: limits.tokens })
    } catch (error) {
      return [error as GraphQLError]
    }
    const faults = validate(schema, document)
    if (faults.length > 0) return faults
    const operation = getOperationAST(document, payload.operationName)
    if (!operation) return [requestError('BAD_USER_INPUT', 'say which operation is meant')]
    try {
      refuseTooCostly(measure(schema, document, operation, payload.variables ?? {}), { cost: costLimit(visit.viewer) })
    } catch (error) {
      return [error as GraphQLError]
    }
    return document
  }

  const disposable = useServer<Record<string, unknown>, { guest?: Guest }>(
    {
      schema,
      connectionInitWaitTimeout: limits.socket.initMs,
      async onConnect(ctx) {
        const token = tokenOfSocket(ctx as Ctx, options)
        const viewer = await findViewer(town, token)
        // A token that is no good is said so at once; no token at all is a reader like any other.
        if (viewer === null && token !== null) return false
        if (viewer && countOf(open, viewer.person) >= limits.socket.socketsPerPerson) {
          ctx.extra.socket.close(CloseCode.TooManyInitialisationRequests, 'too many sockets')
          return false
        }
        ctx.extra.guest = { token, session: viewer?.session ?? null, person: viewer?.person ?? null }
        open.add(ctx as Ctx)
        return true
      },
      onClose(ctx) {
        open.delete(ctx as Ctx)
      },
      async onSubscribe(ctx, _id, payload) {
        const visit = await visitOf(ctx as Ctx)
        if (visit === null) return [requestError('UNAUTHENTICATED', 'the session has ended')]
        if (Object.keys(ctx.subscriptions).length > limits.socket.subscriptions) {
          return [tooCostly('too many subscriptions on one socket', { atMost: limits.socket.subscriptions })]
        }
        const document = documentOf(payload, visit)
        if (!('kind' in document)) return document
        return {
          schema,
          document,
          operationName: payload.operationName ?? null,
          variableValues: payload.variables ?? {},
          contextValue: { visit, ctx },
        } satisfies ExecutionArgs
      },
      execute: ((args: ExecutionArgs) => {
        const { visit } = args.contextValue as { visit: Visit }
        return run(args.document, args.operationName, args.variableValues as Record<string, unknown>, visit)
      }) as never,
      subscribe: ((args: ExecutionArgs) => subscribeAnew(args, visitOf)) as never,
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => inOurCodes(error.toJSON())),
    },
    server,
    12_000,
  )

  return {
    handleUpgrade(request, socket, head) {
      if (pathOf(request) !== '/graphql') return false
      const { origin } = request.headers
      if (origin !== undefined && !options.origins.includes(origin)) {
        refuse(socket, '403 Forbidden', 'this page may not ask here')
        return true
      }
      const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
      if (!offered.includes('graphql-transport-ws')) {
        refuse(socket, '400 Bad Request', 'the subprotocol is graphql-transport-ws')
        return true
      }
      server.handleUpgrade(request, socket, head, (ws) => {
        server.emit('connection', ws, request)
        // A malformed frame makes an error event; without a listener it would end the process, and with the library's
        // own a stranger could fill the log. ws closes by itself, with the right code; whoever does not answer is cut off.
        ws.removeAllListeners('error')
        ws.on('error', () => void setTimeout(() => ws.terminate(), 1_000).unref())
      })
      return true
    },
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
      const now = await visitOf(ctx)
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

const guestOf = (ctx: Ctx): Guest => ctx.extra.guest ?? { token: null, session: null, person: null }
const countOf = (open: ReadonlySet<Ctx>, person: string): number =>
  [...open].filter((ctx) => guestOf(ctx).person === person).length
const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? ''

/** The connection parameter; else, for a page of ours (which names its origin), the cookie. */
function tokenOfSocket(ctx: Ctx, options: SocketOptions): string | null {
  const given = ctx.connectionParams?.['authorization']
  if (typeof given === 'string') return tokenOf(given, undefined) ?? 'malformed'
  const { origin, cookie } = ctx.extra.request.headers
  if (origin === undefined || !options.origins.includes(origin)) return null
  const found = (cookie ?? '').split(';').map((each) => each.trim().split('='))
  return found.find(([name]) => name === options.sessionCookie)?.[1] ?? null
}

function refuse(socket: Duplex, status: string, why: string): void {
  const body = JSON.stringify({ error: why })
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
