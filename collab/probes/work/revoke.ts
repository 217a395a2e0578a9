// The probes: a right ends while its holder sits in the room and writes.
import { closeCodes, noticeChannel, type RoomNotice } from '@faellesrum/schema/rooms'
import { mandateId, personId } from '../../bench/names.js'
import { type Ground, pause } from '../../faults/ground.js'
import { at, bar, type Bar, ms } from '../../faults/verdict.js'
import { syncSteps } from '../../bench/clients/speech.js'
import type { Client } from '../client.js'
import { paragraph, struct, update } from '../encode.js'
import { inTurns, type Size, Tally, until } from '../probe.js'
import { firstStranger, onScene, type Scene } from '../scene.js'

const { notSignedIn, rightEnded, fetchNewPass, resync } = closeCodes
const withinMs = 2000
const writeEveryMs = 20
const width = 12
/** Notices go to every process on the database: whom they mean must sit in no other room. */
const nobodyElse = 100_000

type Holder = Readonly<{ room: string; person: number; session: string }>

type Kind = Readonly<{
  name: string
  /** Null: it goes on, for reading, or is sent for a resync: letters behind a refused one hang in the air. */
  code: number | null
  notice(of: Holder): RoomNotice
  /** What the act does to the room's own row. */
  state?: 'frozen' | 'sealed'
}>

const ended = (over: Partial<RoomNotice & { kind: 'ended' }>): RoomNotice => ({
  kind: 'ended',
  room: null,
  person: null,
  mandate: null,
  session: null,
  ...over,
})
const changed = ({ room, person }: Holder, access: 'read' | 'comment' | 'suggest'): RoomNotice =>
  ({ kind: 'changed', room, person: personId(person), mandate: mandateId(person), access }) as RoomNotice
const of = ({ person }: Holder) =>
  ({ person: personId(person), mandate: mandateId(person) }) as never as Record<'person' | 'mandate', never>
const roomOf = ({ room }: Holder) => room as never

const kinds: readonly Kind[] = [
  { name: 'signed out', code: notSignedIn, notice: ({ session }) => ended({ session }) },
  { name: 'the mandate ended', code: rightEnded, notice: (h) => ended({ mandate: of(h).mandate }) },
  {
    name: 'the person was taken out of the room',
    code: rightEnded,
    notice: (h) => ended({ room: roomOf(h), person: of(h).person }),
  },
  {
    name: 'the mandate was taken out of the room',
    code: rightEnded,
    notice: (h) => ended({ room: roomOf(h), mandate: of(h).mandate }),
  },
  { name: 'the person was suspended', code: rightEnded, notice: (h) => ended({ person: of(h).person }) },
  { name: 'the room was ended for all', code: rightEnded, notice: (h) => ended({ room: roomOf(h) }) },
  {
    name: 'the room was closed to most',
    code: fetchNewPass,
    notice: (h) => ({ kind: 'closed', room: roomOf(h), keeping: [] }),
  },
  { name: 'may only read', code: null, notice: (h) => changed(h, 'read') },
  { name: 'may only comment', code: null, notice: (h) => changed(h, 'comment') },
  { name: 'may only suggest', code: null, notice: (h) => changed(h, 'suggest') },
  {
    name: 'frozen',
    code: null,

    state: 'frozen',
    notice: (h) => ({ kind: 'state', room: roomOf(h), state: 'frozen', epoch: 1 }),
  },
  {
    name: 'sealed',
    code: null,

    state: 'sealed',
    notice: (h) => ({ kind: 'state', room: roomOf(h), state: 'sealed', epoch: 1 }),
  },
]

export function revokeLive(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const [took, ended, wrong] = [new Map<string, number[]>(), new Tally(), new Tally()]
    const half = Math.ceil(n / 2)
    const one = async (i: number, isWoken: boolean): Promise<void> => {
      const kind = kinds[(seed + i) % kinds.length]!
      const { after, faults } = await revoked(scene, kind, nobodyElse + i, isWoken)
      ended.add(kind.code ?? 'reads on')
      for (const fault of faults) wrong.add(`${kind.name}: ${fault}`)
      const list = isWoken ? 'woken' : 'not woken'
      took.set(list, [...(took.get(list) ?? []), after])
    }
    await inTurns(half, width, (i) => one(i, true))
    // A wake is lost where somebody dies between the commit and telling; the row is there. One wake would be for all.
    await inTurns(n - half, width, (i) => one(half + i, false))
    const all = [...took.values()].flat()
    const parts = [...took].map(([list, times]) => `${list} ${ms(at(0.5, times))} (median of ${times.length})`)
    return [
      bar(
        `from COMMIT to the last edit or delivery, p99 of ${n}, at most ${withinMs} ms`,
        at(0.99, all) <= withinMs,
        `${ms(at(0.99, all))}; ${parts.join(', ')}`,
      ),
      bar(
        'each ends as its kind does, and its pass opens nothing more',
        wrong.size === 0,
        wrong.size === 0 ? `${ended}` : `${wrong}`,
      ),
    ]
  })
}

async function revoked(
  scene: Scene,
  kind: Kind,
  i: number,
  isWoken: boolean,
): Promise<{ after: number; faults: string[] }> {
  const { ground } = scene
  const holder = { room: ground.newRoom(), person: firstStranger + i, session: `probe-${i}` }
  const pass = await scene.pass(i, holder.room, { session: holder.session })
  const ours = kind.code === null || i % 2 === 0
  const client = await scene.enterWith(pass, holder.room, ours)
  client.begin()
  const stop = writeOn(client, 3_000_000 + i)
  if (!(await until(async () => (await lastRow(ground, holder.room)) !== null)))
    throw new Error('the holder could not write')
  const committedAt = await commit(ground, kind, holder, isWoken)
  // Long enough that what comes too late is seen.
  await Promise.race([client.closed, pause(withinMs + 300)])
  const over = Date.now()
  if (client.code === null) await pause(50)
  stop()
  const lastEdit = await lastRow(ground, holder.room)
  const faults = await whatIsWrong(scene, kind, holder, client, pass, ours)
  client.leave()
  const closedAfter = kind.code === null ? 0 : over - committedAt
  return { after: Math.max(0, closedAfter, lastEdit! - committedAt), faults }
}

/** Letter by letter, until it is told to stop or is sent away. */
function writeOn(client: Client, id: number): () => void {
  client.sync(syncSteps.update, paragraph(id, 'a'))
  let clock = 3
  const timer = setInterval(() => {
    if (client.ws.readyState !== client.ws.OPEN) return
    const letter = struct.letters({ after: [id, clock - 1] }, 'a')
    client.sync(syncSteps.update, update([{ client: id, clock: clock++, structs: [letter] }]))
  }, writeEveryMs)
  return () => clearInterval(timer)
}

/** When the last row of the room was received, in milliseconds by the clock that all share. */
async function lastRow(ground: Ground, room: string): Promise<number | null> {
  const { rows } = await ground.pool.query(
    'select (extract(epoch from max(received_at)) * 1000)::float8 as at from collab.log where room = $1',
    [room],
  )
  return rows[0].at
}

/** As an act does it: the room's row, the notice and the wake in one transaction. */
async function commit(ground: Ground, kind: Kind, holder: Holder, isWoken: boolean): Promise<number> {
  const act = await ground.pool.connect()
  try {
    await act.query('begin')
    if (kind.state !== undefined)
      await act.query('update collab.room set state = $2 where name = $1', [holder.room, kind.state])
    await act.query('insert into rooms.notice (notice) values ($1)', [JSON.stringify(kind.notice(holder))])
    if (isWoken) await act.query('select pg_notify($1, $2)', [noticeChannel, ''])
    await act.query('commit')
    return Date.now()
  } finally {
    act.release()
  }
}

async function whatIsWrong(
  scene: Scene,
  kind: Kind,
  holder: Holder,
  client: Client,
  pass: string,
  ours: boolean,
): Promise<string[]> {
  const faults: string[] = []
  const mayResync = kind.code === null && client.code === resync
  if (client.code !== kind.code && !mayResync) faults.push(`${client.code} instead of ${kind.code}`)
  if (client.code === null && ours && client.standings.at(-1)?.reason == null) faults.push('was not told')
  const again = await scene.enterWith(pass, holder.room, ours)
  again.begin()
  const id = 4_000_000 + holder.person
  again.sync(syncSteps.update, paragraph(id, 'igen'))
  if (kind.code !== null) {
    const code = await again.closedWithin()
    if (code !== kind.code || again.heard > 0) faults.push(`the same pass: ${code}, ${again.heard} bytes heard`)
  }
  const isWritten = async (): Promise<boolean> => (await scene.ground.fromLog(holder.room)).store.clients.has(id)
  if (await until(isWritten, 300)) faults.push('wrote again with the same pass')
  again.leave()
  return faults
}
