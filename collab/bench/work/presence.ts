// The bench, presence: a hundred people in one room whose cursors move five times a second.
import type { Work } from '../bench.js'
import type { Presence } from './presence.load.js'

const full: Presence = { clients: 100, perSecond: 5, warmSeconds: 3, seconds: 15 }
const quick: Presence = { clients: 10, perSecond: 5, warmSeconds: 1, seconds: 2 }

export const presence: Work = {
  name: 'presence',
  load: 'presence',
  about: 'one room, 100 people, 5 states a second each',
  columns: [
    { name: 'cpu', title: 'server µs per delivered state', isRatio: true },
    { name: 'p50', title: 'age of a state p50 ms' },
    { name: 'p95', title: 'p95' },
    { name: 'share', title: 'states delivered ÷ sent' },
    { name: 'cores', title: 'cores of the server' },
    { name: 'delay', title: 'event loop held, max ms' },
  ],
  // It splices text; what it does with presence is what the batching one does.
  fits: (server) => server !== 'splicing-relay',
  async measure(cell, isQuick) {
    const size = isQuick ? quick : full
    await cell.call('prepare', size)
    type Moved = { delivered: number; ages: { p50: number; p95: number } }
    const [{ delivered, ages }, cost] = await cell.cost(() => cell.call<Moved>('move', size))
    await cell.call('check')
    const sent = size.clients * (size.clients - 1) * size.perSecond * size.seconds
    return {
      cpu: (cost.server * 1000) / delivered,
      ...ages,
      share: delivered / sent,
      cores: cost.server / cost.wall,
      delay: cost.delayMax,
    }
  },
}
