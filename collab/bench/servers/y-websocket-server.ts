// The bench, servers: y-websocket's reference server, as its own `server.js` sets it up: in memory, or on leveldb.
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import type { Ground } from '../names.js'
import { listen, roomOf, type Served } from './listen.js'
import { untyped } from './untyped.js'

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

/** What it does itself where its environment names a folder. */
export async function yWebsocketLeveldb(ground: Ground): Promise<Served> {
  const { LeveldbPersistence } = await untyped('y-leveldb')
  const store = new LeveldbPersistence(ground.folder)
  setPersistence({
    provider: store,
    async bindState(name: string, doc: Y.Doc) {
      const kept = await store.getYDoc(name)
      void store.storeUpdate(name, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept))
      doc.on('update', (update: Uint8Array) => void store.storeUpdate(name, update))
    },
    async writeState() {},
  })
  return yWebsocketServer(ground)
}
