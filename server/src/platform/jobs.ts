// Platform: what is done by the clock. Any number of processes may try; an advisory lock lets one do it, and the due time
// stands in a table, so that a town that slept catches up once and not a hundred times.
import type { Town } from './town.js'

export type Job = Readonly<{ name: string; everyMs: number; run(town: Town): Promise<void> }>

const lookEveryMs = 30_000

/** Runs what is due, now and every half minute, until it is stopped. */
export function startJobs(town: Town, jobs: readonly Job[]): { stop(): Promise<void> } {
  let stopped = false
  let running = Promise.resolve()
  const look = async (): Promise<void> => {
    for (const job of jobs) {
      if (stopped) return
      await runIfDue(town, job).catch((error: unknown) => town.log.error({ err: error, job: job.name }, 'a job failed'))
    }
  }
  running = look()
  const timer = setInterval(() => (running = running.then(look)), lookEveryMs)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** True when it was run here and now. A job that throws stays due. */
export async function runIfDue(town: Town, job: Job): Promise<boolean> {
  const now = new Date(town.clock.now())
  return town.database.transaction(async ({ tx }) => {
    const locked = await tx.query('select pg_try_advisory_xact_lock(hashtextextended($1, 1)) as mine', [job.name])
    if (!locked.rows[0].mine) return false
    const { rows } = await tx.query('select due_at > $2 as waits from platform.job where name = $1', [job.name, now])
    if (rows[0]?.waits) return false
    await job.run(town)
    await tx.query(
      'insert into platform.job (name, due_at) values ($1, $2) on conflict (name) do update set due_at = excluded.due_at',
      [job.name, new Date(now.getTime() + job.everyMs)],
    )
    return true
  })
}

const hour = 3_600_000
const day = 24 * hour

/** Sessions that ended or fell asleep long ago, and notices that every process has read. */
export const forgetOldSessions: Job = {
  name: 'forget-old-sessions',
  everyMs: day,
  async run({ clock, database }) {
    const monthAgo = new Date(clock.now() - 30 * day)
    await database.pool.query('delete from people.session where coalesce(ended_at, seen_at) < $1', [monthAgo])
    await database.pool.query('delete from rooms.notice where at < $1', [monthAgo])
  },
}

/** Rows of the log that are older than a day; a few segments at a time, for a job holds a transaction meanwhile. */
export const packOldText: Job = {
  name: 'pack-old-text',
  everyMs: hour,
  async run({ clock, records, log }) {
    const rows = await records.pack(new Date(clock.now() - day), 20)
    if (rows > 0) log.info({ rows }, 'old text was packed')
  },
}
