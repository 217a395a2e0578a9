// Starters: `npm test`. From a fresh clone to one line that says how many tests passed, failed and were skipped.
// `--full` runs the sizes of the night, `--seed N` repeats a run, `--only schema,server` is for impatience.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { checkTypes, lint, storeys } from './lib/checks.mjs'
import { tools } from './lib/data.mjs'
import { checkNode, root, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { commandPart, finish, hasVitest, notRun, playwrightPart, vitestPart } from './lib/parts.mjs'

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const wants = (name) => !values.only || values.only.split(',').includes(name)

checkNode()
await ensureInstalled()
await ensureBuilt()

// One server for the whole run; each suite makes databases of its own in it. Nothing of the caller's settings
// (a DATABASE_URL above all) may reach a test.
const { startTestPostgres } = await tools('test-postgres')
const postgres = await startTestPostgres()
const env = { ...process.env, TEST_POSTGRES_URL: postgres.url }
for (const name of ['DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'AUTH', 'PUBLIC_URL', 'REDIS_URL', 'NODE_ENV']) {
  delete env[name]
}
if (values.full) env.FULL = '1'
if (values.seed) env.SEED = values.seed

const parts = []
try {
  if (wants('types')) parts.push(await commandPart('types', checkTypes))
  if (wants('lint')) parts.push(await commandPart('lint', lint))
  const browser = await findBrowserOnce()
  if (browser) env.CHROME_PATH = browser.executablePath
  for (const name of storeys) {
    if (!wants(name) || !hasVitest(name)) continue
    if (name === 'client' && !browser) parts.push(notRun('client', 'no browser (see above)'))
    else parts.push(await vitestPart(name, { env }))
  }
  if (wants('e2e') && existsSync(join(root, 'client/playwright.config.ts'))) {
    if (browser) parts.push(await playwrightPart('e2e', 'client', { env }))
    else parts.push(notRun('e2e', 'no browser (see above)'))
  }
} finally {
  await postgres.stop()
}
finish(parts)

async function findBrowserOnce() {
  const { findBrowser } = await tools('browser')
  try {
    return await findBrowser({ install: true, log: say })
  } catch (error) {
    say(error.message)
    return null
  }
}
