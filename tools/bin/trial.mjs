// Starters: a built program that brings its own ground: `npm run fault`, `npm run probe`.
import { ensureBuilt } from './lib/build.mjs'
import { checkNode, runNode } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

checkNode()
await ensureInstalled()
await ensureBuilt()
process.exitCode = await runNode(process.argv.slice(2))
