// `npm run seed -- --today 2026-11-23`: the demonstration town as of a day, in a database that has none.
import { parseArgs } from 'node:util'
import { dayAt, parseLocalDate } from '@faellesrum/schema/kernel'
import { readConfig } from '../src/platform/config.js'
import { makeLog } from '../src/platform/log.js'
import { migrate } from '../src/platform/migrator.js'
import { seedTown } from '../src/seed/index.js'
import { needDatabase } from './need-database.js'
import { migrationSets } from './records.js'
import { giveUp } from './signals.js'
import { startTown } from './town.js'

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { today: { type: 'string' } } })
  const config = readConfig()
  if (config.auth.kind !== 'demo') throw new Error('npm run seed makes invented people, and only for AUTH=demo')
  const databaseUrl = needDatabase(config)
  if (!config.production) await migrate(databaseUrl, migrationSets, makeLog('warn'))
  const { town, close } = await startTown({
    config: { ...config, port: 0 },
    databaseUrl,
    api: null,
    jobs: null,
    collab: null,
  })
  try {
    const today = values.today === undefined ? dayAt(town.clock.now(), town.zone) : parseLocalDate(values.today)
    if (today === null) throw new Error(`--today ${values.today} is no day: write it as 2026-11-23`)
    const made = await seedTown(town, { today })
    console.log(made ? `The town stands as of ${today}.` : 'There is a town already: npm run reset makes a new one.')
  } finally {
    await close()
  }
}

await main().catch(giveUp)
