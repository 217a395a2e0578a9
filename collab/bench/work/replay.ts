// The bench, replay: what a long text costs while it is written.
import { pause } from '../clients/crowd.js'
import type { Work } from '../bench.js'

/** Both stores write some seconds late: their last write belongs to the work. */
const afterwardsMs = 3000

export const replay: Work = {
  name: 'replay',
  load: 'replay',
  about: 'the trace, one update for each edit, one writer and one reader',
  columns: [
    { name: 'cpu', title: 'server CPU s', isRatio: true },
    { name: 'postgres', title: 'PostgreSQL CPU s' },
    { name: 'wall', title: 'wall s' },
    { name: 'frames', title: 'update frames to the reader' },
    { name: 'delay', title: 'event loop held, max ms' },
  ],
  fits: () => true,
  async measure(cell) {
    await cell.call('prepare', { trace: cell.trace })
    const began = performance.now()
    let wall = 0
    const [, cost] = await cell.cost(async () => {
      await cell.call('write')
      wall = performance.now() - began
      await pause(afterwardsMs)
    })
    const { frames } = await cell.call<{ frames: number }>('check')
    return { cpu: cost.server / 1000, postgres: cost.postgres / 1000, wall: wall / 1000, frames, delay: cost.delayMax }
  },
}
