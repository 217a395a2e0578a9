// The bench, kill: acknowledged edits that are gone after the server has died. A figure in itself, not a speed.
import { pause } from '../clients/crowd.js'
import type { Cell, Work } from '../bench.js'
import { servers } from '../names.js'
import type { KillSize } from './kill.load.js'

const full: KillSize = { clients: 10, letters: 40, everyMs: 20 }
const quick: KillSize = { clients: 4, letters: 10, everyMs: 10 }

/** Each end gets a room of its own by a database of its own: see `cells`. */
type End = Readonly<{ name: string; title: string; end(cell: Cell): Promise<void> }>

const ends: readonly End[] = [
  { name: 'atOnce', title: 'kill -9 at once', end: (cell) => cell.stopServer('SIGKILL') },
  {
    name: 'later',
    title: 'kill -9 after 3 s',
    async end(cell) {
      await pause(3000)
      await cell.stopServer('SIGKILL')
    },
  },
  {
    name: 'left',
    title: 'kill -9 1 s after all left',
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

const cells = (end: End): Work => ({
  name: `kill-${end.name}`,
  load: 'kill',
  about: `acknowledged edits that nobody finds again: ${end.title}`,
  columns: [
    { name: 'acknowledged', title: 'acknowledged' },
    { name: 'lost', title: 'lost' },
  ],
  fits: (server) => servers[server].holds,
  async measure(cell, isQuick) {
    const acknowledged = await cell.call<number>('type', isQuick ? quick : full)
    await end.end(cell)
    await cell.startServer()
    const lost = await cell.call<number>('missing')
    if (cell.name === 'faellesrum' && lost > 0) throw new Error(`${lost} of ${acknowledged} edits shown as saved are lost`)
    return { acknowledged, lost }
  },
})

export const kill: readonly Work[] = ends.map(cells)
