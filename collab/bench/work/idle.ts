// The bench, idle: what a room costs in which nobody writes, and whether it is given back.
import { pause } from '../clients/crowd.js'
import type { Cell, Work } from '../bench.js'
import { servers } from '../names.js'

/** Stores have written, what was read is folded, and sockets are quiet. */
const quietMs = 6000
/** Ours keeps an empty room for 10 s. */
const emptyMs = 15_000

async function fill(cell: Cell, from: number, rooms: number): Promise<number> {
  await cell.call('fill', { from, rooms })
  await pause(quietMs)
  const memory = await cell.memory()
  await cell.call('check', { from, rooms })
  return memory
}

async function empty(cell: Cell): Promise<number> {
  await cell.call('leave')
  await pause(emptyMs)
  return cell.memory()
}

export const idle: Work = {
  name: 'idle',
  load: 'idle',
  about: '2,000 rooms with one client and 2 KB of text each; the second filling is of 2,000 others, after all have left',
  columns: [
    { name: 'perRoom', title: 'KB of RSS per room', isRatio: true },
    { name: 'again', title: 'at the second filling' },
    { name: 'left', title: 'MB after all have left' },
    { name: 'base', title: 'MB before' },
  ],
  fits: (server) => servers[server].holds,
  async measure(cell, isQuick) {
    const rooms = isQuick ? 60 : 2000
    // The first rooms load and compile what all others use.
    await fill(cell, 0, isQuick ? 10 : 100)
    const base = await empty(cell)
    const first = await fill(cell, 200, rooms)
    const left = await empty(cell)
    const second = await fill(cell, 200 + rooms, rooms)
    return { perRoom: (first - base) / rooms, again: (second - base) / rooms, left: left / 1024, base: base / 1024 }
  },
}
