// The bench, coming back: a thousand people after a cut line, and after a server that died.
import type { Work } from '../bench.js'
import type { Reconnect } from './reconnect.load.js'

const full: Reconnect = { rooms: 50, clients: 20 }
const quick: Reconnect = { rooms: 5, clients: 6 }
const times = 3

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

export const reconnect: Work = {
  name: 'reconnect',
  load: 'reconnect',
  about: '1,000 clients in 50 rooms, ms until all are synced again; a killed server is started at once, which counts too',
  columns: [
    { name: 'cut', title: 'cut and back', isRatio: true },
    { name: 'cutCpu', title: 'server CPU ms' },
    { name: 'killed', title: 'server killed and back', isRatio: true },
  ],
  fits: () => true,
  async measure(cell, isQuick) {
    const size = isQuick ? quick : full
    await cell.call('prepare', size)
    const cuts: number[] = []
    const costs: number[] = []
    for (let i = 0; i < times; i++) {
      const [cut, cost] = await cell.cost(() => cell.call<number>('cutAndBack'))
      cuts.push(cut)
      costs.push(cost.server)
    }
    await cell.call('check', size)
    const kills: number[] = []
    for (let i = 0; i < (isQuick ? 1 : times); i++) {
      await cell.call('expectEnd')
      await cell.stopServer('SIGKILL')
      const died = performance.now()
      await cell.startServer()
      await cell.call('back')
      kills.push(performance.now() - died)
      await cell.call('check', size)
    }
    return { cut: median(cuts), cutCpu: median(costs), killed: median(kills) }
  },
}
