// Tools, PostgreSQL: under whose name it runs. It refuses root, and a plain change of user cannot even reach
// the binaries when the checkout lies below a home that only root may enter (mode 0700).
import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Natives } from './natives.js'

/** How to start one of the binaries; `own` hands a folder and all in it to whoever will run. */
export type AsWhom = Readonly<{
  way: 'self' | 'namespace' | 'capabilities' | 'copy'
  natives: Natives
  spawn(file: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number }
  own(folder: string): void
}>

const nobody = 65534
const asNobody = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups']
/** Reads and enters any folder, whatever its mode; without `no_setuid_fixup` access(2) would still say no. */
const mayRead = ['--inh-caps', '+dac_read_search,+setpcap', '--ambient-caps', '+dac_read_search']
const ways = {
  namespace: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
  capabilities: ['setpriv', ...asNobody, ...mayRead, '--securebits', '+no_setuid_fixup'],
} as const

/**
 * The first way that works here, tried by really running `postgres --version`:
 * ourselves; a user namespace (nothing changes owner); capabilities; a copy that everybody may read.
 * `only` is for tests.
 */
export function asWhom(natives: Natives, only?: AsWhom['way']): AsWhom {
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return { way: 'self', natives, spawn: (file, args) => ({ file, args: [...args] }), own: () => {} }

  for (const way of ['namespace', 'capabilities'] as const) {
    if (only && only !== way) continue
    const [tool, ...flags] = ways[way]
    const works = spawnSync(tool!, [...flags, natives.postgres, '--version'], { stdio: 'ignore' }).status === 0
    if (!works) continue
    return {
      way,
      natives,
      spawn: (file, args) => ({ file: tool!, args: [...flags, file, ...args] }),
      own: (folder) => hand(folder, way === 'namespace' ? 0 : nobody),
    }
  }
  return {
    way: 'copy',
    natives: readableCopy(natives),
    spawn: (file, args) => ({ file, args: [...args], uid: nobody, gid: nobody }),
    own: (folder) => hand(folder, nobody),
  }
}

/** Where a folder must lie so that the chosen user can enter it: itself, or a stand-in that everybody may reach. */
export function reachable(who: AsWhom, folder: string): string {
  if (who.way !== 'copy' || isOpenToAll(dirname(folder))) return folder
  return standIn(folder)
}

export const standIn = (folder: string): string => join('/var/lib/faellesrum', folder.replaceAll('/', '+'))

function readableCopy(natives: Natives): Natives {
  const isReadable = isOpenToAll(natives.folder)
  if (isReadable) return natives
  const folder = join('/var/lib/faellesrum', `postgres-${natives.version}`)
  if (!existsSync(folder)) {
    // Copied beside and renamed, so that a copy that was interrupted is never taken for a whole one.
    const half = `${folder}.${process.pid}`
    mkdirSync(dirname(half), { recursive: true, mode: 0o755 })
    cpSync(natives.folder, half, { recursive: true, verbatimSymlinks: true })
    if (existsSync(folder)) rmSync(half, { recursive: true })
    else renameSync(half, folder)
  }
  const moved = (path: string): string => path.replace(natives.folder, folder)
  return {
    ...natives,
    folder,
    initdb: moved(natives.initdb),
    postgres: moved(natives.postgres),
    pgCtl: moved(natives.pgCtl),
  }
}

function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (lstatSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Changes the owner of what is not theirs yet. Links are not followed. */
function hand(path: string, owner: number): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  if (stat.uid !== owner) chownSync(path, owner, owner)
  if (stat.isDirectory()) for (const name of readdirSync(path)) hand(join(path, name), owner)
}
