// Collab: hears of decisions. The rows of `rooms.notice` are the truth, read at least once a second; LISTEN only wakes.
// If they cannot be read, nobody knows who may still write, so nobody writes.
import { noticeChannel, type PassClaims, type RoomNotice } from '@faellesrum/schema/rooms'
import type { Client, Pool, PoolClient } from 'pg'
import type { Limits } from './limits.js'
import type { Clock, Log, Timers } from './ports.js'

/** `heardAt` by collab's own clock, which reads the passes too: PostgreSQL's may be an hour off. */
type Heard = Readonly<{ notice: RoomNotice; heardAt: number }>

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
  /** The server has written into this room, or made it anew. A hint: comparing with the log finds it too. */
  written(room: string): void
}>

/** A pass lives for two minutes, so a decision must be remembered for longer than that. */
const rememberMs = 5 * 60_000
/** An act takes seconds; an id that is still missing after this and so many readings was rolled back. */
const gapMs = 30_000
const gapReadings = 30

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
  readonly #gaps = new Map<number, { since: number; readings: number }>()
  #recent: Heard[] = []
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

  /**
   * Decisions that a pass may not know, oldest first. Heard after their acts' commits, so whoever made
   * the pass earlier cannot have known them; the server's clock may be ahead of ours by the leeway that passes have.
   */
  since(iat: number): readonly RoomNotice[] {
    const from = iat * 1000 - this.#ports.limits.passLeewayMs
    return this.#recent.filter(({ heardAt }) => heardAt >= from).map(({ notice }) => notice)
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
    // A clock that was set back says nothing of how long ago it was.
    if (Math.abs(clock.now() - this.#freshAt) > limits.noticesStaleMs) this.#setStale(true)
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

  readonly #woken = ({ payload }: { payload?: string | undefined }): void => {
    if (payload !== undefined && payload !== '') return this.#ports.written(payload)
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
    for (const [id, gap] of this.#gaps) if (++gap.readings > gapReadings && now - gap.since > gapMs) this.#gaps.delete(id)
    const { rows } = await client.query('select id, notice from rooms.notice where id > $1 or id = any($2::bigint[]) order by id', [
      this.#highest,
      [...this.#gaps.keys()],
    ])
    const heardAt = clock.now()
    for (const { id: told, notice } of rows as { id: string; notice: RoomNotice }[]) {
      const id = Number(told)
      this.#gaps.delete(id)
      this.#expect(id, now)
      this.#highest = Math.max(this.#highest, id)
      this.#recent.push({ notice, heardAt })
      this.#ports.heard(notice)
    }
    if (this.#recent.length > 0) this.#recent = this.#recent.filter((one) => heardAt - one.heardAt < rememberMs)
  }

  /** The numbers below this one that are not there may still come: they are given before their acts commit. */
  #expect(id: number, since: number): void {
    for (let missing = this.#highest + 1; missing < id; missing++) this.#gaps.set(missing, { since, readings: 0 })
  }

  /**
   * What was decided before this process began concerns passes that are still about. How long ago, PostgreSQL says by
   * its own clock alone; how long the act went on after writing it nobody does, so it counts as heard that much later.
   */
  async #begin(client: Pick<Client, 'query'>): Promise<void> {
    const { rows } = await client.query(
      `select id, notice, (extract(epoch from clock_timestamp() - at) * 1000)::float8 as age from rooms.notice
       where id > (select max(id) from rooms.notice) - 1000 or at > clock_timestamp() - interval '5 minutes' order by id`,
    )
    const now = this.#ports.clock.now()
    const known = rows as { id: string; notice: RoomNotice; age: number }[]
    const highest = Number(known.at(-1)?.id ?? 0)
    this.#highest = Math.max(0, Math.min(Number(known[0]?.id ?? 1) - 1, highest - 1000))
    for (const { id: told, notice, age } of known) {
      const id = Number(told)
      this.#expect(id, now)
      this.#highest = id
      this.#recent.push({ notice, heardAt: Math.min(now, now - age + gapMs) })
    }
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
