// Starters: `npm run bench`. Every storey's own benchmark, one after the other so that they do not share the cores.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { storeys } from './lib/checks.mjs'
import { checkNode, root, run, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

checkNode()
await ensureInstalled()
await ensureBuilt()

const wanted = process.argv.slice(2).filter((name) => storeys.includes(name))
const args = process.argv.slice(2).filter((name) => !storeys.includes(name))
for (const name of wanted.length > 0 ? wanted : storeys) {
  const { scripts = {} } = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'))
  if (!scripts.bench) continue
  say(`\n── ${name}`)
  const code = await run('npm', ['run', 'bench', '-w', name, ...(args.length > 0 ? ['--', ...args] : [])], {
    shell: process.platform === 'win32',
  })
  if (code !== 0) process.exitCode = code
}
