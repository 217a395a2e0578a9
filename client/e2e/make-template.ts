// Before the stories: one PostgreSQL, and in it one town that is made once and copied for each run of workers.
import { createDatabase, startTestPostgres } from '@faellesrum/tools/test-postgres'
import { Town } from './town.js'

export default async function makeTemplate(): Promise<() => Promise<void>> {
  const joined = process.env.TEST_POSTGRES_URL
  const server = joined ? null : await startTestPostgres()
  process.env.TEST_POSTGRES_URL = joined ?? server!.url
  const template = await createDatabase(process.env.TEST_POSTGRES_URL)
  const town = await Town.start(template.url)
  await town.stop()
  process.env.E2E_TEMPLATE = template.name
  return async () => {
    await template.drop()
    await server?.stop()
  }
}
