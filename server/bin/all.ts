// The whole town in one process on one port: what `npm start` runs.
import { join } from 'node:path'
import { readConfig } from '../src/platform/config.js'
import { makeLog } from '../src/platform/log.js'
import { migrate } from '../src/platform/migrator.js'
import { clientDir } from './client-dir.js'
import { migrationSets } from './records.js'
import { seedIfEmpty } from './seed-if-empty.js'
import { closeOnSignals, giveUp } from './signals.js'
import { allJobs, startTown } from './town.js'

async function main(): Promise<void> {
  const config = readConfig()
  const database = await openOwnDatabase(config)
  try {
    // In production only `npm run migrate` does; an outdated process says so on /readyz.
    if (!config.production) await migrate(database.url, migrationSets, makeLog(config.logLevel))
    const running = await startTown({
      config,
      databaseUrl: database.url,
      api: { clientDir: clientDir() },
      jobs: allJobs,
      collab: { redisUrl: config.redisUrl },
      prepare: async (town) => {
        if (town.demo) await seedIfEmpty(town)
      },
    })
    closeOnSignals(async () => {
      await running.close()
      await database.stop()
    })
    console.log(`Fællesrum: ${running.url}  (Ctrl-C stops it)`)
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function openOwnDatabase(config: ReturnType<typeof readConfig>): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => {} }
  // Only here: a process with a database of its own never loads it.
  const { startPostgres } = await import('@faellesrum/tools/embedded-postgres')
  return startPostgres({ dataDir: join(config.dataDir, 'postgres'), log: (line) => console.log(`Fællesrum: ${line}`) })
}

await main().catch(giveUp)
