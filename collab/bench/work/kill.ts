// The bench, kill: acknowledged edits that are gone after the server has died. A figure in itself, not a speed.
import { pause } from '../clients/crowd.js'
import type { Cell, Work } from '../bench.js'
import { servers } from '../names.js'
import type { KillSize } from './kill.load.js'

const full: KillSize = { clients: 10, letters: 40, everyMs: 20 }
const quick: KillSize = { clients: 4, letters: 10, everyMs: 10 }

type End = Readonly<{ name: string; title: string; end(cell: Cell): Promise<void> }>

const ends: readonly End[] = [
  { name: 'atOnce', title: 'kill -9 at once', end: (cell) => cell.stopServer('SIGKILL') },
  {
    name: 'later',
    title: 'after 3 s',
    async end(cell) {
      await pause(3000)
      await cell.stopServer('SIGKILL')
    },
  },
  {
    name: 'left',
    title: '1 s after all left',
    async end(cell) {
      await cell.call('leave')
      await pause(1000)
      await cell.stopServer('SIGKILL')
    },
  },
  { name: 'term', title: 'SIGTERM', end: (cell) => cell.stopServer('SIGTERM') },
  {
    name: 'database',
    title: 'PostgreSQL killed, then the server',
    async end(cell) {
      await cell.killPostgres()
      await cell.stopServer('SIGKILL')
    },
  },
]

export const kill: Work = {
  name: 'kill',
  load: 'kill',
  about: 'acknowledged edits that nobody finds again after the server has died and was started anew',
  columns: [{ name: 'acknowledged', title: 'acknowledged, each time' }, ...ends],
  fits: (server) => servers[server].holds,
  async measure(cell, isQuick) {
    const size = isQuick ? quick : full
    const lost: Record<string, number> = {}
    for (const [room, { name, end }] of ends.entries()) {
      await cell.call('type', { room, ...size })
      await end(cell)
      await cell.startServer()
      lost[name] = await cell.call<number>('missing', { room })
    }
    const all = size.clients * size.letters
    if (cell.name === 'faellesrum' && Object.values(lost).some((count) => count > 0)) {
      throw new Error(`of ${all} edits shown as saved are lost: ${JSON.stringify(lost)}`)
    }
    return { acknowledged: all, ...lost }
  },
}
