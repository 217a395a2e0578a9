// The faults: which there are, and in which sizes.
import type { Ground } from './ground.js'
import type { Bar } from './verdict.js'
import { unloadRace } from './work/coming-and-going.js'
import { halfOpen, joinWhileLoading, loadFail, storm } from './work/doors.js'
import { deploy, killCollab, pgCrash, pgHang, pgRestart, redisCut, redisRestart, type Size } from './work/ends.js'
import { compactCrash } from './work/packing.js'
import { pgFull, slowConsumer } from './work/pressure.js'

export type Fault = Readonly<{
  about: string
  run(ground: Ground, size: Size): Promise<Bar[]>
  full: Size
  /** Null for one whose wait is real and too long for every day. */
  quick: Size | null
}>

const size = (rounds: number, clients: number, seconds = 0): Size => ({ rounds, clients, seconds })

export const faults: Readonly<Record<string, Fault>> = {
  'kill-collab': { about: 'kill -9 of collab while people write', run: killCollab, full: size(50, 10), quick: size(1, 4) },
  'pg-crash': { about: 'kill -9 of PostgreSQL while people write', run: pgCrash, full: size(8, 10), quick: size(1, 4) },
  'pg-restart': { about: 'PostgreSQL is restarted while people write', run: pgRestart, full: size(8, 10), quick: size(1, 4) },
  'pg-full': { about: 'the disk of the tables is full', run: pgFull, full: size(1, 10, 10), quick: size(1, 4, 1) },
  'pg-hang': { about: 'PostgreSQL keeps its sockets and answers nothing', run: pgHang, full: size(1, 10, 60), quick: null },
  'redis-restart': { about: 'Redis begins anew with nothing', run: redisRestart, full: size(1, 10), quick: size(1, 4) },
  'redis-cut': { about: 'Redis cannot be reached', run: redisCut, full: size(1, 10, 60), quick: null },
  'slow-consumer': { about: 'somebody reads nothing while 50 MB flow', run: slowConsumer, full: size(1, 10, 10), quick: null },
  'half-open': { about: 'sockets stay open and nothing comes', run: halfOpen, full: size(1, 200), quick: null },
  storm: { about: 'everybody is thrown out at once and comes back', run: storm, full: size(1, 1000), quick: size(1, 100) },
  deploy: { about: 'two processes are replaced, one after the other', run: deploy, full: size(10, 10), quick: size(1, 4) },
  'load-fail': { about: 'the database is away when the first comes in', run: loadFail, full: size(1, 200), quick: size(1, 20) },
  'join-while-loading': { about: 'many come at once into a room that nobody has in memory', run: joinWhileLoading, full: size(1, 200), quick: size(1, 20) },
  'unload-race': { about: 'people come and go while their room is unloaded', run: unloadRace, full: size(10_000, 8), quick: size(100, 4) },
  'compact-crash': { about: 'packing is killed at each of its statements', run: compactCrash, full: size(300, 1), quick: size(120, 1) },
}
