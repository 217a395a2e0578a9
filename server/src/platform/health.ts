// Platform: how the process is, for whoever watches over it.
import type { FastifyInstance } from 'fastify'

/** `isReady`: the database answers, its migrations are current, and rooms know their rights. */
export function serveHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const ready = await isReady()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
}
