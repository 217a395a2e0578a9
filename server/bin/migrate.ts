// `npm run migrate`: brings the database of DATABASE_URL to the shape that this program needs.
import { readConfig } from '../src/platform/config.js'
import { makeLog } from '../src/platform/log.js'
import { migrate } from '../src/platform/migrator.js'
import { migrationSets } from './records.js'
import { giveUp } from './signals.js'

async function main(): Promise<void> {
  const { databaseUrl } = readConfig()
  if (databaseUrl === null) throw new Error('npm run migrate wants DATABASE_URL')
  await migrate(databaseUrl, migrationSets, makeLog('info'))
  console.log('The database is current.')
}

await main().catch(giveUp)
