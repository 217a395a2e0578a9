// Starters: a built command of the server (migrate, seed, admin) against the database that `npm start` would use.
import { ensureBuilt } from './lib/build.mjs'
import { loadEnv, postgresDir, tools } from './lib/data.mjs'
import { checkNode, giveUp, runNode } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

const [command, ...args] = process.argv.slice(2)
if (!command) giveUp('run.mjs wants a built file: node tools/bin/run.mjs server/dist/bin/migrate.js')
checkNode()
loadEnv()
await ensureInstalled()
await ensureBuilt(['server'])

if (process.env.DATABASE_URL) {
  process.exitCode = await runNode([command, ...args])
} else {
  // A town that is running has the database open; then we are its guest, else we start it and stop it again.
  const { findRunning, startPostgres } = await tools('embedded-postgres')
  const running = await findRunning(postgresDir())
  const own = running ? null : await startPostgres({ dataDir: postgresDir() }).catch((error) => giveUp(error.message))
  try {
    const env = { ...process.env, DATABASE_URL: running ?? own.url }
    process.exitCode = await runNode([command, ...args], { env })
  } finally {
    await own?.stop()
  }
}
