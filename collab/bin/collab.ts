// Collab, alone in a process: for installations that run more of it than of the rest. `node collab/dist/bin/collab.js`.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import pino from 'pino'
import { collectDefaultMetrics } from 'prom-client'
import { backlog, collabPool, noRelay, RedisRelay, startCollab } from '../src/index.js'
import { readEnvironment } from './environment.js'

const environment = read()
const log = pino({ level: environment.logLevel, base: { part: 'collab' } })
const pool = collabPool(environment.databaseUrl)
const random = { bytes: (count: number) => randomBytes(count) }
const relay = environment.redisUrl === null ? noRelay : new RedisRelay(environment.redisUrl, { random, log })
const collab = startCollab({
  pool,
  passKeys: environment.passKeys,
  clock: { now: () => Date.now() },
  random,
  log,
  origins: environment.origins,
  relay,
})
// Memory, CPU, and how long the event loop was held.
collectDefaultMetrics({ register: collab.registry, prefix: 'collab_' })

// Node looks every 30 s only, unless told.
const server = createServer({ headersTimeout: 9_000, connectionsCheckingInterval: 500 }, (request, response) => {
  const answer = (status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type }).end(body)
  }
  const respond = async (): Promise<void> => {
    if (request.url === '/healthz') return answer(200, 'application/json', '{"alive":true}')
    if (request.url === '/readyz') {
      const ready = await collab.ready()
      return answer(ready ? 200 : 503, 'application/json', JSON.stringify({ ready }))
    }
    if (request.url === '/metrics') return answer(200, collab.registry.contentType, await collab.registry.metrics())
    answer(404, 'application/json', '{"error":"rooms are opened by websocket at /collab/<room>"}')
  }
  respond().catch((error: unknown) => {
    log.error({ err: error }, 'a request failed')
    if (!response.headersSent) answer(500, 'application/json', '{"error":"something went wrong"}')
  })
})
server.on('upgrade', (request, socket, head) => {
  if (!collab.handleUpgrade(request, socket, head)) socket.destroy()
})
server.on('error', (error) => {
  log.fatal({ err: error }, 'cannot listen')
  process.exit(1)
})
server.listen({ port: environment.port, host: environment.host, backlog }, () => {
  log.info({ host: environment.host, port: (server.address() as { port: number }).port }, 'rooms are open')
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close()
    void collab
      .close()
      .then(() => Promise.all([relay.close(), pool.end()]))
      .then(() => process.exit(0))
  })
}

function read(): ReturnType<typeof readEnvironment> {
  try {
    return readEnvironment()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
