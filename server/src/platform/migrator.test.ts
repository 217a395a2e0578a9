// Platform: a database is brought forward once, by whoever comes first, and never by a program with another past.
import { createDatabase, type TestDatabase } from '@faellesrum/tools/test-postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isCurrent, migrate } from './migrator.js'

const silent = { info() {} }
const set = (...sqls: string[]) => [{ set: 's', migrations: sqls.map((sql, index) => ({ name: `000${index}`, sql })) }]
const role = `do $$ begin create role faellesrum_app nologin; exception when duplicate_object or unique_violation then null; end $$;`
const first = `${role} create table a (n int); insert into a values (1);`
const second = 'alter table a add column m int;'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  client = new Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})
const current = (...sqls: string[]) => isCurrent((text) => client.query(text), set(...sqls))

describe('the migrator', () => {
  it('runs each migration once, however many start at once', async () => {
    expect(await current(first)).toBe(false)
    await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, set(first), silent)))
    expect((await client.query('select count(*)::int as n from a')).rows[0].n).toBe(1)
    expect(await current(first)).toBe(true)
  })

  it('runs what is new, and knows when something is missing', async () => {
    expect(await current(first, second)).toBe(false)
    await migrate(database.url, set(first, second), silent)
    expect(await current(first, second)).toBe(true)
  })

  it('leaves nothing of a migration that fails', async () => {
    await expect(
      migrate(database.url, set(first, second, 'create table b (n int); select nothing;'), silent),
    ).rejects.toThrow()
    expect((await client.query("select to_regclass('b') as b")).rows[0].b).toBeNull()
    expect(await current(first, second)).toBe(true)
  })

  it('is not current for a program older than the database, or with another form of a migration', async () => {
    expect(await current(first)).toBe(false)
    expect(await current(first, `${second} -- edited`)).toBe(false)
    const others = [...set(first, second), { set: 'another', migrations: [] }]
    expect(await isCurrent((text) => client.query(text), others)).toBe(true)
    expect(await isCurrent((text) => client.query(text), [{ set: 'another', migrations: [] }])).toBe(true)
  })

  it('refuses a past that is not its own', async () => {
    await expect(migrate(database.url, set(`${first} -- edited`, second), silent)).rejects.toThrow('npm run reset')
  })
})
