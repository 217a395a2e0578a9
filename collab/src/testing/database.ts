// Collab, tests: a database of its own with collab's tables, and stand-ins for the two things it reads of the server's.
import { createDatabase } from '@faellesrum/tools/test-postgres'
import pg from 'pg'
import { inject } from 'vitest'
import { collabMigrations } from '../../migrations/index.js'
import { collabPool } from '../pool.js'
import { standIns } from './stand-ins.js'

export type CollabDatabase = Readonly<{
  url: string
  /** As collab has it: the role that serves. */
  pool: pg.Pool
  /** As the migrator has it: for what acts would do. */
  owner: pg.Pool
  drop(): Promise<void>
}>

export async function aDatabase(): Promise<CollabDatabase> {
  const database = await createDatabase(inject('postgresUrl'))
  const owner = new pg.Pool({ connectionString: database.url, max: 4 })
  owner.on('error', () => {})
  for (const { sql } of collabMigrations) await owner.query(sql)
  await owner.query(standIns)
  const pool = collabPool(database.url)
  return {
    url: database.url,
    pool,
    owner,
    async drop() {
      await Promise.all([pool.end(), owner.end()])
      await database.drop()
    },
  }
}
