// Starters: `npm run reset`. The demo town's data go; a new one is made by the next seed, which follows at once.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { dataDir, loadEnv, postgresDir, tools } from './lib/data.mjs'
import { checkNode, giveUp, root, runNode, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

checkNode()
loadEnv()
if (process.env.DATABASE_URL) {
  giveUp('DATABASE_URL is set, and reset deletes the embedded demo database only. Unset it, or drop yours by hand.')
}
await ensureInstalled()
await ensureBuilt(['server'])

const { removeData } = await tools('embedded-postgres')
try {
  removeData(postgresDir())
} catch (error) {
  giveUp(error.message)
}
// Keys signed for a town that is no more. Only what we know to be ours: DATA_DIR may be anybody's folder.
for (const name of ['secret', 'pass-key.jwk']) rmSync(join(dataDir(), name), { recursive: true, force: true })
say('The old demo town is gone; making a new one …')
const seed = join(root, 'server/dist/bin/seed.js')
if (!existsSync(seed)) giveUp(`${seed} is missing`)
process.exitCode = await runNode([join(root, 'tools/bin/run.mjs'), seed])
if (process.exitCode === 0) say('Done. npm start opens it.')
