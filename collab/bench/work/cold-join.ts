// The bench, joining: the text of the trace, out of the store (cold) and out of a room that is loaded (warm).
import { pause } from '../clients/crowd.js'
import type { Cell, Figures, Work } from '../bench.js'
import { servers } from '../names.js'

const p99 = (sorted: readonly number[]): number => sorted[Math.ceil(sorted.length * 0.99) - 1]!
const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!

/** Hocuspocus stores two seconds late; after SIGTERM everybody had the time to. */
const storedMs = 3000

/** The text out of the store, by a process that has just started: its first question to a database is a part of it. */
async function cold(cell: Cell, people: number, times: number): Promise<number> {
  const waits: number[] = []
  for (let i = 0; i < times; i++) {
    await cell.stopServer('SIGTERM')
    await cell.startServer()
    waits.push(p99(await cell.call<number[]>('join', { people })))
  }
  return median(waits.sort((a, b) => a - b))
}

async function warm(cell: Cell, crowd: number, alone: number): Promise<Figures> {
  await cell.call('hold')
  const waits: number[] = []
  for (let i = 0; i < alone; i++) waits.push(...(await cell.call<number[]>('join', { people: 1 })))
  const [many, cost] = await cell.cost(() => cell.call<number[]>('join', { people: crowd }))
  await cell.call('letGo')
  return { warmAlone: median(waits.sort((a, b) => a - b)), warmCrowd: p99(many), warmCpu: cost.server }
}

export const coldJoin: Work = {
  name: 'cold-join',
  load: 'cold-join',
  about: 'joining the text of the trace: from the first step to having all of it, ms; cold is a server just started',
  columns: [
    { name: 'coldAlone', title: 'cold, alone', isRatio: true },
    { name: 'coldCrowd', title: 'cold, 200 at once p99', isRatio: true },
    { name: 'warmAlone', title: 'warm, alone', isRatio: true },
    { name: 'warmCrowd', title: 'warm, 200 at once p99', isRatio: true },
    { name: 'warmCpu', title: 'server CPU ms of those 200' },
  ],
  // On leveldb the reference server says that a text is empty while it still reads it: there is no moment to measure.
  fits: (server) => servers[server].holds && server !== 'y-websocket-leveldb',
  async measure(cell, isQuick) {
    const crowd = isQuick ? 20 : 200
    await cell.call('fill', { trace: cell.trace })
    await pause(storedMs)
    const warmFigures = await warm(cell, crowd, isQuick ? 2 : 7)
    if (!servers[cell.name].stores) return { coldAlone: null, coldCrowd: null, ...warmFigures }
    const coldAlone = await cold(cell, 1, isQuick ? 1 : 5)
    const coldCrowd = await cold(cell, crowd, isQuick ? 1 : 3)
    return { coldAlone, coldCrowd, ...warmFigures }
  },
}
