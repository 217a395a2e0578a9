// Tools, PostgreSQL: the data folder on disk. `cluster` is PostgreSQL's own; beside it stand the port, the
// password (0600), the log, and the mark of the process that holds the folder.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { portIfFree } from '../ports.js'
import { type AsWhom, reachable } from './as-whom.js'
import { isSame, mark, type ProcessMark } from './processes.js'

export type DataFolder = Readonly<{
  home: string
  cluster: string
  pidFile: string
  logFile: string
  portFile: string
  passwordFile: string
  holderFile: string
}>

export function dataFolder(home: string, who: AsWhom): DataFolder {
  const at = (name: string): string => join(home, name)
  const cluster = reachable(who, at('cluster'))
  return {
    home,
    cluster,
    pidFile: join(cluster, 'postmaster.pid'),
    logFile: at('postgres.log'),
    portFile: at('port'),
    passwordFile: at('password'),
    holderFile: at('holder'),
  }
}

/** Makes the cluster unless it stands. A run that was cut off leaves only `cluster.new`, which the next replaces. */
export async function makeCluster(folder: DataFolder, who: AsWhom, durable: boolean): Promise<'made' | 'stood'> {
  if (existsSync(join(folder.cluster, 'PG_VERSION'))) return 'stood'
  const half = `${folder.cluster}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(dirname(half), { recursive: true })
  mkdirSync(half, { mode: 0o700 })
  const password = randomBytes(18).toString('base64url')
  writeFileSync(folder.passwordFile, password, { mode: 0o600 })
  // initdb reads the password as the user it runs as, who may not be able to read ours.
  const pwFile = join(dirname(folder.cluster), 'initdb-password')
  writeFileSync(pwFile, password, { mode: 0o600 })
  who.own(half)
  who.own(pwFile)
  try {
    const start = who.spawn(who.natives.initdb, [
      '-D',
      half,
      '-U',
      'faellesrum',
      `--pwfile=${pwFile}`,
      '--auth=scram-sha-256',
      // Bytes decide the order unless a statement names a collation: the same everywhere, and fast. Danish order is
      // asked for by name (`da-x-icu`).
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      // The password is 144 random bits; stretching it would only slow each new connection.
      '--set',
      'scram_iterations=1',
      ...(durable ? [] : ['--no-sync']),
    ])
    const ended = await run(start, dirname(half))
    if (ended.code !== 0) throw new Error(`initdb failed (${who.way}): ${ended.output.trim()}`)
  } finally {
    rmSync(pwFile, { force: true })
  }
  renameSync(half, folder.cluster)
  return 'made'
}

function run(start: ReturnType<AsWhom['spawn']>, cwd: string): Promise<{ code: number | null; output: string }> {
  const { file, args, ...ids } = start
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...ids, cwd, stdio: ['ignore', 'pipe', 'pipe'], env: plainEnv() })
    let output = ''
    child.stdout.on('data', (bytes) => (output += String(bytes)))
    child.stderr.on('data', (bytes) => (output += String(bytes)))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** PostgreSQL's programs obey PGPORT, PGDATA, LC_ALL and their like; ours get none of what the user has set. */
export const plainEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

/** The port of last time if it is free, else another free one, which is then remembered. */
export async function choosePort(folder: DataFolder): Promise<number> {
  const known = existsSync(folder.portFile) ? Number(readFileSync(folder.portFile, 'utf8')) : 0
  const port = (known > 0 && (await portIfFree(known))) || (await portIfFree(0))
  if (!port) throw new Error('no free port on 127.0.0.1')
  writeFileSync(folder.portFile, String(port))
  return port
}

export const ownerUrl = (password: string, port: number, database = 'faellesrum'): string =>
  `postgres://faellesrum:${password}@127.0.0.1:${port}/${database}`

/** What PostgreSQL wrote about itself: its pid and its port, or null when the file is absent or not yet whole. */
export function readPidFile(folder: DataFolder): { pid: number; port: number } | null {
  if (!existsSync(folder.pidFile)) return null
  const lines = readFileSync(folder.pidFile, 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]) } : null
}

/** The living process that holds the folder, or null. */
export function holderOf(folder: Pick<DataFolder, 'holderFile'>): ProcessMark | null {
  if (!existsSync(folder.holderFile)) return null
  try {
    const known = JSON.parse(readFileSync(folder.holderFile, 'utf8')) as ProcessMark
    return isSame(known) ? known : null
  } catch {
    return null
  }
}

/** Takes the folder for this process, or says who has it. */
export function takeFolder(folder: DataFolder): ProcessMark | null {
  mkdirSync(folder.home, { recursive: true })
  for (let attempt = 0; attempt < 3; attempt++) {
    // Written beside and linked in whole: whoever found it half written would take us for dead.
    const draft = `${folder.holderFile}.${process.pid}`
    try {
      writeFileSync(draft, JSON.stringify(mark(process.pid)))
      linkSync(draft, folder.holderFile)
      return null
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES') throw new Error(`${folder.home} is another user's: set DATA_DIR to a folder of yours`)
      if (code !== 'EEXIST') throw error
      const holder = holderOf(folder)
      if (holder) return holder
      rmSync(folder.holderFile, { force: true })
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return holderOf(folder)
}

export const leaveFolder = (folder: DataFolder): void => rmSync(folder.holderFile, { force: true })

/** A handle to append to; a log above 4 MB starts anew. */
export function openLog(folder: DataFolder): { fd: number; close(): void; tail(): string } {
  const isBig = existsSync(folder.logFile) && statSync(folder.logFile).size > 4 * 1024 * 1024
  const fd = openSync(folder.logFile, isBig ? 'w' : 'a')
  const from = statSync(folder.logFile).size
  return { fd, close: () => closeSync(fd), tail: () => readFileSync(folder.logFile).subarray(from).toString().trim() }
}
