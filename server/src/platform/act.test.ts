// Platform: acts keep their promises: once per key, one after the other, all or nothing, and on a trail nobody changes.
import { no, refusal, yes } from '@faellesrum/schema/kernel'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, PersonEntity, registerPerson } from '../people/index.js'
import { aTown, seedActor, type TestTown } from '../testing/town.js'
import { act, type ActInput, runAct } from './act.js'
import { verifyTrail } from './audit.js'
import { globalId } from './global-id.js'
import type { Actor } from './viewer.js'

let town: TestTown
beforeAll(async () => void (town = await aTown({ slices: [people] })))
afterAll(() => town.close())

type Rename = ActInput & { person: string; name: string; fails?: 'refused' | 'throws' | 'deadlock' }
let stumbles = 0

/** A thing with a version, for these tests: the length of the name. */
const rename = act<Rename, { name: string }, null, { name: string }>({
  name: 'rename-for-test',
  async facts(tx, { person }) {
    const { rows } = await tx.query('select name from people.person where id = $1 for update', [person])
    return rows[0] ? yes({ name: rows[0].name as string }) : no(refusal('NOT_FOUND'))
  },
  policy: (who) => (who.kind === 'system' ? yes(null) : no(refusal('NOT_ALLOWED'))),
  version: ({ name }) => ({ id: globalId('Person', known), version: name.length }),
  rule: (_, { fails }) => (fails === 'refused' ? no(refusal('WRONG_STATE')) : yes(null)),
  async write({ manager, notice, event, tx }, _, __, { person, name, fails }) {
    await manager.update(PersonEntity, { id: person }, { name })
    await notice({ kind: 'ended', room: null, person: null, mandate: null, session: null })
    event({ kind: 'body', id: person })
    if (fails === 'throws') throw new Error('after the write')
    if (fails === 'deadlock' && stumbles++ < 2) await tx.query("do $$ begin raise sqlstate '40P01'; end $$")
    return { result: { name }, about: [globalId('Person', person)], record: { name } }
  },
})
let known: string

const nameOf = async (person: string): Promise<string> =>
  (await town.town.database.pool.query('select name from people.person where id = $1', [person])).rows[0].name
const count = async (table: string): Promise<number> =>
  (await town.town.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

beforeAll(async () => void (known = await town.person('Navn Et')))

describe('an act', () => {
  it('answers a repeat with the first result, also when both come at once', async () => {
    const input = { key: 'twice', name: 'To Gange', slug: null, group: null }
    const before = await count('people.person')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => runAct(town.town, seedActor, registerPerson, input)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]!.ok).toBe(true)
    expect(await count('people.person')).toBe(before + 1)
  })

  it('refuses a key that was used for something else, by the same actor only', async () => {
    await town.act(registerPerson, { key: 'mine', name: 'A', slug: null, group: null })
    const again = await town.act(registerPerson, { key: 'mine', name: 'B', slug: null, group: null })
    expect(again).toMatchObject({ ok: false, refusal: { code: 'KEY_REUSED', facts: { earlier: 'register-person' } } })
    const other = await town.act(
      registerPerson,
      { key: 'mine', name: 'B', slug: null, group: null },
      { kind: 'system', name: 'another' },
    )
    expect(other.ok).toBe(true)
  })

  it('refuses a stale version with who, what and when', async () => {
    const name = await nameOf(known)
    const done = await town.act(rename, { person: known, name: 'Nyt Navn Her', version: name.length })
    expect(done).toEqual({ ok: true, value: { name: 'Nyt Navn Her' } })
    const stale = await town.act(rename, { person: known, name: 'Endnu Et', version: name.length })
    expect(stale).toMatchObject({
      ok: false,
      refusal: {
        code: 'CHANGED_MEANWHILE',
        facts: { what: 'rename-for-test', when: '2026-11-23T11:00:00.000Z', version: 12 },
      },
    })
    const missing = await town.act(rename, { person: known, name: 'Endnu Et' } as never)
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'CHANGED_MEANWHILE' } })
  })

  it.each(['refused', 'throws'] as const)('leaves nothing behind when it is %s', async (fails) => {
    const name = await nameOf(known)
    const before = [await count('audit.entry'), await count('rooms.notice')]
    const attempt = town.act(rename, { person: known, name: 'Aldrig', version: name.length, fails })
    if (fails === 'throws') await expect(attempt).rejects.toThrow('after the write')
    else expect(await attempt).toMatchObject({ ok: false, refusal: { code: 'WRONG_STATE' } })
    expect(await nameOf(known)).toBe(name)
    expect([await count('audit.entry'), await count('rooms.notice')]).toEqual(before)
  })

  it('tries again when another one was in the way', async () => {
    const name = await nameOf(known)
    const done = await town.act(rename, {
      person: known,
      name: 'Efter To Forsøg',
      version: name.length,
      fails: 'deadlock',
    })
    expect(done.ok).toBe(true)
    expect(stumbles).toBe(3)
  })

  it('tells its events after the commit, and its time from the clock or from whoever may say it', async () => {
    const heard = new Promise((resolve) => {
      const stop = town.town.bus.listen('body', (id) => {
        stop()
        resolve(id)
      })
    })
    const occurredAt = '2026-01-05T09:00:00.000Z'
    await town.act(rename, { person: known, name: 'Med Tid', version: (await nameOf(known)).length, occurredAt })
    expect(await heard).toBe(known)
    const { rows } = await town.town.database.pool.query(
      'select occurred_at, recorded_at from audit.entry order by seq desc limit 1',
    )
    expect(new Date(rows[0].occurred_at).toISOString()).toBe(occurredAt)
    expect(Date.parse(rows[0].recorded_at)).toBeGreaterThan(Date.parse(occurredAt))
  })

  it('is not put on record before it has happened, whoever may say when it was', async () => {
    const who = { kind: 'person' as const, ...(await town.viewer(known as never))! }
    const mayDate = { ...rename, mayDate: () => true }
    const at = async (ms: number, as: Actor = who) => {
      const input = { person: known, name: 'I Morgen', version: 0, occurredAt: new Date(town.clock.now() + ms).toISOString() }
      const verdict = await town.act(mayDate, input, as)
      return verdict.ok || verdict.refusal
    }
    expect(await at(1)).toEqual({ code: 'IN_THE_FUTURE', facts: { act: 'rename-for-test', on: '2026-11-23' } })
    expect(await at(0)).toMatchObject({ code: 'NOT_ALLOWED' })
    // The seed lays a town in as of a day that may be ahead of the clock.
    expect(await at(1, seedActor)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('is done by nobody who is nobody', async () => {
    expect(await town.act(rename, { person: known, name: 'X', version: 1 }, { kind: 'nobody' })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_SIGNED_IN' },
    })
  })
})

describe('the trail', () => {
  it('holds together after many acts at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => town.act(registerPerson, { name: `Nr ${n}`, slug: null, group: null })),
    )
    expect(await verifyTrail(town.town.database.pool)).toBeNull()
  })

  it.each(['update audit.entry set act = act', 'delete from audit.entry', 'truncate audit.entry'])(
    'refuses the serving role: %s',
    async (statement) => {
      await expect(town.town.database.pool.query(statement)).rejects.toThrow(/permission denied/)
    },
  )

  it('shows the first row that somebody changed past it', async () => {
    const owner = new Client({ connectionString: town.ownerUrl })
    await owner.connect()
    try {
      const { rows } = await owner.query('select seq, record from audit.entry order by seq offset 5 limit 1')
      await owner.query(`update audit.entry set record = '{"changed":true}' where seq = $1`, [rows[0].seq])
      expect(await verifyTrail(town.town.database.pool)).toBe(Number(rows[0].seq))
      await owner.query('update audit.entry set record = $2 where seq = $1', [
        rows[0].seq,
        JSON.stringify(rows[0].record),
      ])
      expect(await verifyTrail(town.town.database.pool)).toBeNull()
      await owner.query('delete from audit.entry where seq = $1', [rows[0].seq])
      expect(await verifyTrail(town.town.database.pool)).toBe(Number(rows[0].seq) + 1)
    } finally {
      await owner.end()
    }
  })
})

describe('writing', () => {
  it.each([undefined, null])('never takes %s for "any row"', async (id) => {
    await expect(town.town.database.data.getRepository(PersonEntity).findOneBy({ id: id as never })).rejects.toThrow()
    await expect(
      town.town.database.data.getRepository(PersonEntity).update({ id: id as never }, { name: 'alle' }),
    ).rejects.toThrow()
  })
})
