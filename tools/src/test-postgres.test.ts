// Tools: databases for tests.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from './postgres/client.js'
import { createDatabase, startTestPostgres } from './test-postgres.js'

let server: Awaited<ReturnType<typeof startTestPostgres>>
beforeAll(async () => {
  server = await startTestPostgres()
})
afterAll(() => server.stop())

test('a database is a copy of its template, and goes with those who are in it', async () => {
  const template = await createDatabase(server.url)
  await withClient(template.url, (client) => client.query('create table kept as select 1 as one'))
  const copies = await Promise.all([1, 2, 3].map(() => createDatabase(server.url, { template: template.name })))
  for (const copy of copies) {
    await withClient(copy.url, async (client) => {
      expect((await client.query('select one from kept')).rows).toEqual([{ one: 1 }])
      await copy.drop()
    })
    await expect(withClient(copy.url, (client) => client.query('select 1'))).rejects.toThrow(/does not exist/)
  }
  await template.drop()
})

test('what is no name is refused before it reaches SQL', async () => {
  await expect(createDatabase(server.url, { template: 'a; drop database b' })).rejects.toThrow('no name')
})
