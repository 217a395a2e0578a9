// The bench, servers: an http server of which only its sockets are wanted.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { backlog } from '../../src/index.js'

/** What `serve.ts` starts: where it listens, and how it ends when asked to in peace. */
export type Served = Readonly<{ port: number; close(): Promise<void> }>

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export async function listen(port: number, upgrade: Upgrade): Promise<{ port: number; server: Server }> {
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', backlog }, resolve)
  })
  return { port: (server.address() as AddressInfo).port, server }
}

/** The room's name, which every server here takes out of the same address. */
export const roomOf = (request: IncomingMessage): string => request.url!.slice('/collab/'.length).split('?', 1)[0]!
