// The bench: our own server, as `server/bin/api.ts` starts it. The questions stand in the manifest of its client, as those
// of our own client do, so that the limits for strangers' queries let them through; nothing else differs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../src/platform/config.js'
import { startTown } from '../../bin/town.js'
import { questions } from '../questions.js'

export async function ours(databaseUrl: string, dataDir: string) {
  const clientDir = join(dataDir, 'client')
  mkdirSync(clientDir, { recursive: true })
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>bench</title>')
  writeFileSync(
    join(clientDir, 'persisted-documents.json'),
    JSON.stringify(Object.fromEntries(questions.map(({ name, query }) => [name, query]))),
  )
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl, DATA_DIR: dataDir })
  const town = await startTown({ config, databaseUrl, api: { clientDir }, jobs: null, collab: null })
  return { listen: async () => `http://127.0.0.1:${town.port}` }
}
