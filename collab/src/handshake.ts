// Collab: the way in, up to the open socket. What is wrong with the address is said in HTTP; all else after accepting,
// because stock clients come back for ever after HTTP 4xx and stop only at close codes 4400–4499.
import { passSubprotocolPrefix, RoomName, subprotocol } from '@faellesrum/schema/rooms'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Limits } from './limits.js'

const prefix = '/collab/'

export type Asked = { room: RoomName } | { status: 400 | 403; words: string }

/** The room that a request asks for; null if it is not for collab at all. */
export function askedFor(request: IncomingMessage, origins: readonly string[]): Asked | null {
  const [path = ''] = (request.url ?? '').split('?', 1)
  if (path !== '/collab' && !path.startsWith(prefix)) return null
  const room = RoomName.parse(decoded(path.slice(prefix.length)))
  if (room === null) return { status: 400, words: 'no room has such an address' }
  const { origin } = request.headers
  // Programs send none; a browser always does, and a foreign page must not use what its visitor holds.
  if (origin !== undefined && !origins.includes(origin)) return { status: 403, words: 'this page may not open rooms' }
  return { room: room.name }
}

/** Once: decoding a second time is a trick. A bad escape is no name either. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The pass that was handed in: our client offers it as a subprotocol, a stock one in the query. */
export function passOf(request: IncomingMessage): string | null {
  for (const offered of (request.headers['sec-websocket-protocol'] ?? '').split(',')) {
    const name = offered.trim()
    if (name.startsWith(passSubprotocolPrefix)) return name.slice(passSubprotocolPrefix.length)
  }
  const query = (request.url ?? '').split('?')[1]
  return query === undefined ? null : new URLSearchParams(query).get('pass')
}

export function refuseInHttp(socket: Duplex, status: 400 | 403, words: string): void {
  const phrase = status === 400 ? 'Bad Request' : 'Forbidden'
  const body = JSON.stringify({ error: words })
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/** ws closes with 1008 and 1009 for what is too much, after which stock clients come back for ever. */
class RoomSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    if (code === 1009) super.close(4413, 'too large')
    else if (code === 1008) super.close(4400, 'too many pieces')
    else super.close(code, data)
  }
}

export function createHandshake(limits: Limits): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    WebSocket: RoomSocket,
    clientTracking: false,
    // Small frames do not get smaller, and a window for each connection costs memory.
    perMessageDeflate: false,
    // One frame may be a first step 2; everything else is measured when it has come.
    maxPayload: limits.firstStep2 + 1024,
    maxFragments: limits.fragments,
    maxBufferedChunks: limits.bufferedChunks,
    // Never the token: it would be answered in a header that proxies log.
    handleProtocols: (protocols) => (protocols.has(subprotocol) ? subprotocol : false),
  })
}
