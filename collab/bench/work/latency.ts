// The bench, latency: one room in which 50 people type.
import type { Work } from '../bench.js'
import type { Latency } from './latency.load.js'

type Ages = { p50: number; p95: number; p99: number; max: number }

const full: Latency = { clients: 50, perSecond: 20, warmSeconds: 5, seconds: 20 }
const quick: Latency = { clients: 10, perSecond: 20, warmSeconds: 1, seconds: 2 }

export const latency: Work = {
  name: 'latency',
  load: 'latency',
  about: 'one room, 50 clients, 20 edits a second each: from the send of an edit to its arrival at another client, ms',
  columns: [
    { name: 'p50', title: 'p50' },
    { name: 'p95', title: 'p95', isRatio: true },
    { name: 'p99', title: 'p99', isRatio: true },
    { name: 'max', title: 'max' },
    { name: 'savedP95', title: 'edit to acknowledgement p95' },
    { name: 'savedP99', title: 'p99' },
    { name: 'cores', title: 'cores of the server' },
    { name: 'delay', title: 'event loop held, max ms' },
    { name: 'loadDelay', title: "the load's own" },
  ],
  fits: () => true,
  async measure(cell, isQuick) {
    const size = isQuick ? quick : full
    await cell.call('prepare', size)
    type Typed = { ages: Ages; saves: Ages | null; loadDelay: number }
    const [{ ages, saves, loadDelay }, cost] = await cell.cost(() => cell.call<Typed>('type', size))
    await cell.call('check')
    const cores = cost.server / cost.wall
    const saved = { savedP95: saves?.p95 ?? null, savedP99: saves?.p99 ?? null }
    return { ...ages, ...saved, cores, delay: cost.delayMax, loadDelay }
  },
}
