// Platform: brings the database to the shape that this program needs; the only DDL there is. Runs as the owner.
import type { Logger } from 'pino'
import { Client } from 'pg'
import { sha256 } from './audit.js'

export type Migration = Readonly<{ name: string; sql: string }>
/** A package's migrations; server's and collab's are counted apart. */
export type MigrationSet = Readonly<{ set: string; migrations: readonly Migration[] }>

const migrationLock = 0x6d_69_67_72 // 'migr': several processes may start at once, one migrates

/** Runs what is missing, each in a transaction of its own. Refuses a database whose past differs from ours. */
export async function migrate(
  ownerUrl: string,
  sets: readonly MigrationSet[],
  log: Pick<Logger, 'info'>,
): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create table if not exists public.faellesrum_migration (
      set text, name text, hash text not null, ran_at timestamptz not null default now(), primary key (set, name))`)
    for (const missing of await missingOf(client, sets)) {
      await client.query('begin')
      await client.query(missing.sql)
      await client.query('insert into public.faellesrum_migration (set, name, hash) values ($1, $2, $3)', [
        missing.set,
        missing.name,
        sha256(missing.sql),
      ])
      await client.query('commit')
      log.info({ migration: `${missing.set}/${missing.name}` }, 'migrated')
    }
    await client.query('grant select on public.faellesrum_migration to faellesrum_app')
  })
}

/**
 * True when the database is exactly what this program was made for, set by set: nothing missing, nothing newer, nothing
 * in another form. What `/readyz` and processes that may not migrate ask. Sets that are none of ours are not looked at.
 */
export async function isCurrent(
  query: (text: string) => Promise<{ rows: Ran[] }>,
  sets: readonly MigrationSet[],
): Promise<boolean> {
  try {
    const { rows } = await query('select set, name, hash from public.faellesrum_migration')
    return sets.every(({ set, migrations }) => {
      const ran = new Map(rows.filter((row) => row.set === set).map(({ name, hash }) => [name, hash]))
      return ran.size === migrations.length && migrations.every(({ name, sql }) => ran.get(name) === sha256(sql))
    })
  } catch {
    return false
  }
}

type Ran = { set: string; name: string; hash: string }

async function missingOf(client: Client, sets: readonly MigrationSet[]): Promise<(Migration & { set: string })[]> {
  const { rows } = await client.query<Ran>('select set, name, hash from public.faellesrum_migration')
  const ran = new Map(rows.map((row) => [`${row.set}/${row.name}`, row.hash]))
  const missing: (Migration & { set: string })[] = []
  for (const { set, migrations } of sets) {
    for (const migration of migrations) {
      const hash = ran.get(`${set}/${migration.name}`)
      if (hash === undefined) missing.push({ ...migration, set })
      else if (hash !== sha256(migration.sql)) {
        throw new Error(
          `migration ${set}/${migration.name} was run in another form than this program has it: ` +
            'in development run `npm run reset`; in production this is not the program that belongs to this database',
        )
      }
    }
  }
  return missing
}

async function asOwner(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'faellesrum migrate' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
