// The way out of an http server: nobody new comes in, whoever is being answered is answered, and an open websocket, which
// http would wait for without end, is closed by its owner meanwhile.
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const graceMs = 2_000

export function drain(server: Server): { stopListening(): void; finish(): Promise<void> } {
  let ended = Promise.resolve()
  return {
    stopListening() {
      if (server.listening) ended = new Promise((resolve) => server.close(() => resolve()))
    },
    async finish() {
      const late = new AbortController()
      await Promise.race([ended, pause(graceMs, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
      server.closeAllConnections()
    },
  }
}
