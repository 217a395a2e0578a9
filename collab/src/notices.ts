// Collab: hears of decisions. The rows of `rooms.notice` are the truth, read at least once a second; LISTEN only wakes.
// If they cannot be read, nobody knows who may still write, so nobody writes.
import { noticeChannel, type PassClaims, type RoomNotice } from '@faellesrum/schema/rooms'
import type { Client, Pool, PoolClient } from 'pg'
import type { Limits } from './limits.js'
import type { Clock, Log, Timers } from './ports.js'

export type NoticeRow = Readonly<{ id: number; notice: RoomNotice; at: number }>

export type NoticesPorts = Readonly<{
  pool: Pool
  clock: Clock
  timers: Timers
  limits: Limits
  log: Log
  heard(notice: RoomNotice): void
  /** True when rights have not been heard of for too long. */
  stale(isStale: boolean): void
  /** After each reading. */
  read(): void
}>

/** A pass lives for two minutes, so a decision must be remembered for longer than that. */
const rememberMs = 5 * 60_000
/** An act takes seconds; an id that is still missing after this was rolled back. */
const gapMs = 30_000

/** Does an `ended` notice mean the holder of this pass? */
export function endsRight(notice: RoomNotice & { kind: 'ended' }, claims: PassClaims): boolean {
  const { room, person, mandate, session } = notice
  if (room === null && person === null && mandate === null && session === null) return false
  return (
    (room === null || room === claims.room) &&
    (person === null || person === claims.sub) &&
    (mandate === null || mandate === claims.mandate) &&
    (session === null || session === claims.session)
  )
}

export class Notices {
  readonly #ports: NoticesPorts
  #client: PoolClient | null = null
  /** The highest id seen, and those below it that were not there yet: ids are given before their acts commit. */
  #highest = 0
  readonly #gaps = new Map<number, number>()
  #recent: NoticeRow[] = []
  #freshAt = Number.NEGATIVE_INFINITY
  #hasBegun = false
  #isStale = true
  #closed = false
  #wake: (() => void) | null = null
  #again = false
  #loop: Promise<void> = Promise.resolve()

  constructor(ports: NoticesPorts) {
    this.#ports = ports
  }

  get isStale(): boolean {
    return this.#isStale
  }

  start(): void {
    this.#loop = this.#run()
    this.#watch()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#wake?.()
    await this.#loop
    this.#drop()
  }

  /** Decisions since a pass was made, oldest first: the pass does not know them. `iat` counts whole seconds. */
  since(iat: number): readonly RoomNotice[] {
    return this.#recent.filter(({ at }) => at >= iat * 1000).map(({ notice }) => notice)
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#again = false
      try {
        await this.#read(await this.#listening())
        this.#freshAt = this.#ports.clock.now()
        this.#setStale(false)
        this.#ports.read()
      } catch (error) {
        this.#drop()
        this.#ports.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'notices cannot be read')
      }
      if (!this.#closed && !this.#again) await this.#wait(this.#client === null ? this.#ports.limits.retryMs : this.#ports.limits.noticesEveryMs)
    }
  }

  /** A statement may hang as well as fail, so staleness is told by the clock. */
  #watch(): void {
    if (this.#closed) return
    const { clock, limits, timers } = this.#ports
    if (clock.now() - this.#freshAt > limits.noticesStaleMs) this.#setStale(true)
    timers.after(limits.noticesStaleMs / 8, () => this.#watch())
  }

  async #listening(): Promise<PoolClient> {
    if (this.#client !== null) return this.#client
    const client = await this.#ports.pool.connect()
    client.on('error', this.#broken)
    client.on('notification', this.#woken)
    this.#client = client
    await client.query(`listen ${noticeChannel}`)
    return client
  }

  readonly #broken = (): void => this.#drop()

  readonly #woken = (): void => {
    this.#again = true
    this.#wake?.()
  }

  #drop(): void {
    const client = this.#client
    if (client === null) return
    this.#client = null
    client.off('notification', this.#woken)
    // It may break once more on its way out.
    client.on('error', () => {})
    client.release(true)
  }

  async #read(client: Pick<Client, 'query'>): Promise<void> {
    const { clock } = this.#ports
    if (!this.#hasBegun) await this.#begin(client)
    const now = clock.now()
    for (const [id, since] of this.#gaps) if (now - since > gapMs) this.#gaps.delete(id)
    const { rows } = await client.query(
      `select id, notice, (extract(epoch from at) * 1000)::float8 as at from rooms.notice
       where id > $1 or id = any($2::bigint[]) order by id`,
      [this.#highest, [...this.#gaps.keys()]],
    )
    for (const row of rows as { id: string; notice: RoomNotice; at: number }[]) {
      const id = Number(row.id)
      this.#gaps.delete(id)
      for (let gap = this.#highest + 1; gap < id; gap++) this.#gaps.set(gap, now)
      this.#highest = Math.max(this.#highest, id)
      this.#recent.push({ id, notice: row.notice, at: row.at })
      this.#ports.heard(row.notice)
    }
    if (this.#recent.length > 0) this.#recent = this.#recent.filter(({ at }) => now - at < rememberMs)
  }

  /** What was decided before this process began concerns passes that are still about. */
  async #begin(client: Pick<Client, 'query'>): Promise<void> {
    const { rows } = await client.query('select coalesce(max(id), 0) as highest from rooms.notice')
    const highest = Number((rows as { highest: string }[])[0]!.highest)
    this.#highest = Math.max(0, highest - 1000)
    const since = this.#ports.clock.now()
    const { rows: known } = await client.query(
      `select id, notice, (extract(epoch from at) * 1000)::float8 as at from rooms.notice where id > $1 order by id`,
      [this.#highest],
    )
    const seen = new Set<number>()
    for (const row of known as { id: string; notice: RoomNotice; at: number }[]) {
      seen.add(Number(row.id))
      this.#recent.push({ id: Number(row.id), notice: row.notice, at: row.at })
    }
    for (let id = this.#highest + 1; id <= highest; id++) if (!seen.has(id)) this.#gaps.set(id, since)
    this.#highest = Math.max(highest, ...seen)
    this.#hasBegun = true
  }

  #setStale(stale: boolean): void {
    if (stale === this.#isStale) return
    this.#isStale = stale
    this.#ports.stale(stale)
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.timers.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}
