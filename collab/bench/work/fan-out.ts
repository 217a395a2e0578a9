// The bench, fan-out: what a delivered edit costs the server when everybody types at full speed.
import type { Cell, Figures, Work } from '../bench.js'
import type { FanOut } from './fan-out.load.js'

/** Enough that a server hears several letters in one turn, as it does when it is busy. */
const ahead = 10

async function measure(cell: Cell, size: FanOut): Promise<Figures> {
  await cell.call('prepare', size)
  const [frames, cost] = await cell.cost(() => cell.call<{ messages: number; updates: number }>('type'))
  await cell.call('check')
  const delivered = size.rooms * size.clients * size.letters * (size.clients - 1)
  const stores = cell.name === 'faellesrum' || cell.name === 'hocuspocus'
  return {
    cpu: (cost.server * 1000) / delivered,
    postgres: stores ? (cost.postgres * 1000) / delivered : null,
    frames: frames.updates / delivered,
    messages: frames.messages / delivered,
    delay: cost.delayMax,
    rate: delivered / cost.wall,
    load: cost.load / cost.wall,
  }
}

const work = (name: string, about: string, full: FanOut, quick: FanOut): Work => ({
  name,
  load: 'fan-out',
  about,
  columns: [
    { name: 'cpu', title: 'server µs per delivered edit', isRatio: true },
    { name: 'postgres', title: 'PostgreSQL µs' },
    { name: 'frames', title: 'update frames per delivered edit' },
    { name: 'messages', title: 'all frames' },
    { name: 'delay', title: 'event loop held, max ms' },
    { name: 'rate', title: 'delivered, thousands/s' },
    { name: 'load', title: 'cores of the load' },
  ],
  fits: () => true,
  measure: (cell, isQuick) => measure(cell, isQuick ? quick : full),
})

export const fanOut: readonly Work[] = [
  work(
    'fan-out-20x10',
    '20 rooms of 10 clients, all typing at full speed, ten letters ahead of what a neighbour has heard of them',
    { rooms: 20, clients: 10, ahead, warm: 200, letters: 900 },
    { rooms: 4, clients: 5, ahead, warm: 20, letters: 50 },
  ),
  work(
    'fan-out-1x100',
    'the same in one room of 100 clients',
    { rooms: 1, clients: 100, ahead, warm: 50, letters: 300 },
    { rooms: 1, clients: 15, ahead, warm: 10, letters: 30 },
  ),
]
