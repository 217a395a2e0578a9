// Platform: who may open a socket for GraphQL, before anything is said on it: our own pages and programs, in its one
// subprotocol, and not endlessly many of one address.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketServer } from 'ws'
import { limits } from './limits.js'

export type DoorOptions = Readonly<{
  /** Origins whose pages may open sockets here: our own. */
  origins: readonly string[]
  /** Proxies in front whose X-Forwarded-For is believed. */
  proxies: number
}>

/** Takes over a request for `/graphql`; false for any other. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean

export function openDoor(server: WebSocketServer, options: DoorOptions): Upgrade {
  const open = new Map<string, number>()
  return (request, socket, head) => {
    if ((request.url ?? '').split('?', 1)[0] !== '/graphql') return false
    const no = faultOf(request, options)
    const address = addressOf(request, options.proxies)
    const others = open.get(address) ?? 0
    if (no) refuse(socket, ...no)
    else if (others >= limits.socket.socketsPerAddress) {
      refuse(socket, '429 Too Many Requests', 'too many sockets are open from this address')
    } else {
      open.set(address, others + 1)
      socket.once('close', () => {
        const left = (open.get(address) ?? 1) - 1
        if (left === 0) open.delete(address)
        else open.set(address, left)
      })
      server.handleUpgrade(request, socket, head, (ws) => {
        server.emit('connection', ws, request)
        // A malformed frame makes an error event; without a listener it would end the process, and with the library's
        // own a stranger could fill the log. ws closes by itself, with the right code; whoever does not answer is cut off.
        ws.removeAllListeners('error')
        ws.on('error', () => void setTimeout(() => ws.terminate(), 1_000).unref())
      })
    }
    return true
  }
}

/** As http takes it: the first address that no proxy of ours has vouched for. */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const named = forwarded.split(',').flatMap((each) => each.trim() || [])
  const chain = [request.socket.remoteAddress ?? '', ...named.reverse()]
  return chain[Math.min(proxies, chain.length - 1)]!
}

function faultOf({ headers }: IncomingMessage, { origins }: DoorOptions): readonly [string, string] | null {
  if (headers.origin !== undefined && !origins.includes(headers.origin)) {
    return ['403 Forbidden', 'this page may not ask here']
  }
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
  return offered.includes('graphql-transport-ws')
    ? null
    : ['400 Bad Request', 'the subprotocol is graphql-transport-ws']
}

function refuse(socket: Duplex, status: string, why: string): void {
  const body = JSON.stringify({ error: why })
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
