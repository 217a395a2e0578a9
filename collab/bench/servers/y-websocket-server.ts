// The bench, servers: y-websocket's reference server, as its own `server.js` sets it up, in memory.
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import type { Ground } from '../names.js'
import { listen, roomOf, type Served } from './listen.js'

export async function yWebsocketServer({ port }: Ground): Promise<Served> {
  const sockets = new WebSocketServer({ noServer: true })
  const listening = await listen(port, (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => {})
      setupWSConnection(ws, request, { docName: roomOf(request) })
    })
  })
  return { port: listening.port, close: async () => {} }
}
