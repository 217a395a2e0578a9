// Starters: `npm start`. From a fresh clone to a town that answers: install, build, and hand over.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { loadEnv } from './lib/data.mjs'
import { checkNode, giveUp, root } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { whenParentGoes } from './lib/parent.mjs'

checkNode()
loadEnv()
await ensureInstalled()
await ensureBuilt()

const town = join(root, 'server/dist/bin/all.js')
if (!existsSync(town)) giveUp(`The build made no ${town}: delete server/dist and .turbo, and start again.`)
// In this process, not in a child: one process to signal, and none that could stay behind.
await import(pathToFileURL(town).href)

// Whoever signals npm ends npm and its shell, which pass nothing on: an orphan stops as if it had been told.
if (process.env.npm_lifecycle_event) {
  const lookNoMore = whenParentGoes(() => process.kill(process.pid, 'SIGTERM'))
  // A second signal would cut short what the first has begun.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, lookNoMore)
}
