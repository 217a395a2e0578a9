// Platform: a subscription begins with what stands, hears of each change, and leaves no ear behind.
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../people/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import type { Bus } from './bus.js'
import { changesOf } from './changes.js'

let town: TestTown
beforeAll(async () => void (town = await aTown({ slices: [people] })))
afterAll(() => town.close())

const tell = (id: string) =>
  town.town.database.pool.query('select pg_notify($1, $2)', ['faellesrum_event', JSON.stringify({ kind: 'body', id })])

/** The town's own bus, and how many listen. */
function counted(): { bus: Bus; ears: () => number } {
  let ears = 0
  const { bus } = town.town
  return {
    ears: () => ears,
    bus: {
      ...bus,
      listen(kind, hear) {
        ears++
        const stop = bus.listen(kind, hear)
        return () => {
          ears--
          stop()
        }
      },
    },
  }
}

describe('changes', () => {
  it('begin with what stands, and come once per burst, for this thing only', async () => {
    const changes = changesOf(town.town.bus, 'body', 'a')
    expect(await changes.next()).toEqual({ done: false, value: 'a' })
    const next = changes.next()
    await tell('b')
    await tell('a')
    expect(await next).toEqual({ done: false, value: 'a' })
    await changes.return!()
    expect(await changes.next()).toEqual({ done: true, value: undefined })
  })

  it('end at once while they wait, and leave nobody listening', async () => {
    const { bus, ears } = counted()
    const changes = changesOf(bus, 'body', 'a')
    await changes.next()
    const waiting = changes.next()
    expect(ears()).toBe(1)
    await changes.return!()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(ears()).toBe(0)
  })
})

describe('the bus', () => {
  it('comes back when its connection is lost, and says that something may have been missed', async () => {
    const changes = changesOf(town.town.bus, 'body', 'c')
    await changes.next()
    const next = changes.next()
    const owner = new Client({ connectionString: town.ownerUrl })
    await owner.connect()
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'faellesrum bus'",
    )
    await owner.end()
    expect(await next).toEqual({ done: false, value: 'c' })
    const heard = changes.next()
    await tell('c')
    expect(await heard).toEqual({ done: false, value: 'c' })
    await changes.return!()
  })
})
