// Platform: a job runs when it is due, once, whoever looks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../people/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { forgetOldSessions, type Job, runIfDue } from './jobs.js'
import { beginSession } from './session.js'

let town: TestTown
beforeAll(async () => void (town = await aTown({ slices: [people] })))
afterAll(() => town.close())

const hour = 3_600_000

describe('a job', () => {
  it('runs once when many look at once, again when it is due again, and once after a long sleep', async () => {
    let runs = 0
    const job: Job = { name: 'count', everyMs: hour, run: async () => void runs++ }
    await Promise.all(Array.from({ length: 5 }, () => runIfDue(town.town, job)))
    expect(runs).toBe(1)
    town.clock.advance(hour - 1)
    expect(await runIfDue(town.town, job)).toBe(false)
    town.clock.advance(1)
    expect(await runIfDue(town.town, job)).toBe(true)
    town.clock.advance(100 * hour)
    await runIfDue(town.town, job)
    await runIfDue(town.town, job)
    expect(runs).toBe(3)
  })

  it('stays due when it fails', async () => {
    let fails = true
    const job: Job = {
      name: 'stumble',
      everyMs: hour,
      run: async () => {
        if (fails) throw new Error('not today')
      },
    }
    await expect(runIfDue(town.town, job)).rejects.toThrow('not today')
    fails = false
    expect(await runIfDue(town.town, job)).toBe(true)
  })

  it('forgets sessions a month after they ended or fell asleep, and no others', async () => {
    const person = await town.person('Oda Lindskov')
    await beginSession(town.town, person, null)
    town.clock.advance(31 * 24 * hour)
    await beginSession(town.town, person, null)
    await runIfDue(town.town, forgetOldSessions)
    const { rows } = await town.town.database.pool.query('select count(*)::int as n from people.session')
    expect(rows[0].n).toBe(1)
  })
})
