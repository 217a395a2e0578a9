// One process for what is done by the clock, beside others.
import { readConfig } from '../src/platform/config.js'
import { needDatabase } from './need-database.js'
import { closeOnSignals, giveUp } from './signals.js'
import { allJobs, startTown } from './town.js'

async function main(): Promise<void> {
  const config = readConfig()
  const databaseUrl = needDatabase(config)
  const running = await startTown({ config, databaseUrl, api: null, jobs: allJobs, collab: null })
  closeOnSignals(running.close)
}

await main().catch(giveUp)
