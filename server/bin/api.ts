// One process of the api, beside others: GraphQL, sign-in and the client's files, without rooms and jobs.
import { readConfig } from '../src/platform/config.js'
import { clientDir } from './client-dir.js'
import { needDatabase } from './need-database.js'
import { closeOnSignals, giveUp } from './signals.js'
import { startTown } from './town.js'

async function main(): Promise<void> {
  const config = readConfig()
  const databaseUrl = needDatabase(config)
  const running = await startTown({ config, databaseUrl, api: { clientDir: clientDir() }, jobs: null, collab: null })
  closeOnSignals(running.close)
}

await main().catch(giveUp)
