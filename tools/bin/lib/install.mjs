// Starters: the packages. Installed when the lock file says something else than what stands in node_modules.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { giveUp, root, run, say } from './ground.mjs'

const stamp = join(root, 'node_modules/.faellesrum-installed')

/** The lock file as it is now, and the machine: binaries of another platform are of no use. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

/**
 * Somebody who works here uses npm itself, which leaves no stamp of ours but a list of what it installed. Where that
 * agrees with the lock file there is nothing to do, and above all nothing to delete, as `npm ci` would.
 */
function isInstalledByHand() {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).every(([path, { version, link, optional, peer }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    if (installed[path] === undefined) return Boolean(optional || peer)
    return link === true || installed[path].version === version
  })
}

export async function ensureInstalled() {
  const now = wanted()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  if (!isInstalledByHand()) {
    say('Installing packages (once; about 600, most of a minute) …')
    // No script of a package runs: none is needed (the links of PostgreSQL's libraries we make ourselves), and a
    // stolen package does its harm there first. What the cache has is not asked for again.
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    const code = await npm(['ci', '--ignore-scripts', '--prefer-offline', ...quiet])
    if (code !== 0) {
      giveUp(`npm ci failed with ${code}. Is there a network, or were the packages installed once before?
What npm said stands above; "npm ci" here repeats it.`)
    }
  }
  writeFileSync(stamp, now)
}

function npm(args) {
  // Under `npm start` npm names itself; started by hand it lies beside node, or is found on the PATH.
  const own = process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` }
  // Packages that test code needs stand under devDependencies, and a demo builds from source: never without them.
  delete env.NODE_ENV
  delete env.npm_config_omit
  if (own.endsWith('.js') && existsSync(own)) return run(process.execPath, [own, ...args], { env })
  return run('npm', args, { env, shell: process.platform === 'win32' })
}
