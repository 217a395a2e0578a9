// The faults: packing is killed before each of its statements. The log reads the same, and packing goes on where it stopped.
import { spawn } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import type { LogRow, RoomName } from '@faellesrum/schema/rooms'
import { roomRecords } from '../../src/door.js'
import { builtFile, type Ground } from '../ground.js'
import { bar, type Bar } from '../verdict.js'
import { comeIn, type Size } from './ends.js'

const program = builtFile('faults/work/packing-dies.js')

/** Resolves with how it ended: `SIGKILL`, or 0 when there were not so many statements. */
const packUntil = (databaseUrl: string, statement: number): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, databaseUrl, `${statement}`], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('exit', (code, signal) => resolve(signal ?? `${code}`))
  })

/** So many that some room is met at each of its steps, whatever the deaths before have left. */
const roomCount = 4

export async function compactCrash(ground: Ground, { rounds }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const rooms = Array.from({ length: roomCount }, () => ground.newRoom() as RoomName)
  const write = async (room: RoomName): Promise<void> => {
    const [writer] = await comeIn(ground, room, [node.url], 1)
    for (let row = 0; row < rounds; row++) {
      writer!.write()
      await writer!.allSaved(10_000)
    }
    writer!.leave()
  }
  await Promise.all(rooms.map(write))
  // Makes the snapshots without which nothing is packed.
  await node.end('SIGTERM')
  const records = roomRecords(ground.pool)
  const logOf = async (room: RoomName): Promise<LogRow[]> => {
    const rows: LogRow[] = []
    for await (const row of records.log(room)) rows.push(row)
    return rows
  }
  const all = () => Promise.all(rooms.map(async (room) => ({ log: await logOf(room), text: await records.read(room) })))
  const before = await all()
  let [killed, same] = [0, 0]
  for (let statement = 1; (await packUntil(ground.databaseUrl, statement)) === 'SIGKILL'; statement++) {
    killed++
    if (isDeepStrictEqual(await all(), before)) same++
  }
  const { rows } = await ground.pool.query('select count(*)::int as left from collab.log where room = any($1)', [rooms])
  const { left } = rows[0] as { left: number }
  return [
    bar('killed before each of its statements', killed >= 7, killed),
    bar('log and text are the same each time', same === killed, `${same} of ${killed}`),
    bar('and in the end, when only the last rows are not packed', isDeepStrictEqual(await all(), before) && left === roomCount, `${left} of ${roomCount * rounds}`),
  ]
}
