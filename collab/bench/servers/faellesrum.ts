// The bench, servers: ours, of the parts that `collab/bin/collab.ts` starts it from. One thing differs and is said in the
// README: the rates, which are made for people and not for a load. Every other limit and guard is the default one.
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { type Collab, collabPool, type Limits, type PassKeys, startCollab } from '../../src/index.js'
import type { Ground } from '../names.js'
import { listen, type Served } from './listen.js'

const raised = { messagesPerSecond: 1e6, messagesBurst: 1e6, bytesPerSecond: 1e9 }

export const faellesrum = (ground: Ground): Promise<Served> => serve(ground, raised)

/** On a port of its own; with these limits over the default ones, and what it counts. */
export async function serve(
  { port, databaseUrl, passKeys }: Pick<Ground, 'port' | 'databaseUrl' | 'passKeys'>,
  limits: Partial<Limits>,
): Promise<Served & Pick<Collab, 'registry'>> {
  const pool = collabPool(databaseUrl)
  const collab = startCollab({
    pool,
    passKeys: passKeys as PassKeys,
    clock: { now: () => Date.now() },
    random: { bytes: (count) => randomBytes(count) },
    log: pino({ level: 'warn', base: { part: 'collab' } }, pino.destination(2)),
    origins: [],
    limits,
  })
  while (!(await collab.ready())) await new Promise((resolve) => setTimeout(resolve, 2))
  const listening = await listen(port, (request, socket, head) => {
    if (!collab.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const close = async (): Promise<void> => {
    listening.server.close()
    await collab.close()
    await pool.end()
  }
  return { port: listening.port, close, registry: collab.registry }
}
