// Tools: a real PostgreSQL out of npm, for the demo, for development and for every test.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type AsWhom, asWhom, standIn } from './postgres/as-whom.js'
import { withClient } from './postgres/client.js'
import {
  choosePort,
  type DataFolder,
  dataFolder,
  holderOf,
  leaveFolder,
  makeCluster,
  openLog,
  ownerUrl,
  plainEnv,
  readPidFile,
  takeFolder,
} from './postgres/cluster.js'
import { findNatives } from './postgres/natives.js'
import { commandLine, isAlive, isGoneWithin, mark, pause, type ProcessMark } from './postgres/processes.js'
import { startWatchdog } from './postgres/watchdog.js'

export type EmbeddedPostgres = Readonly<{
  /** Of the owner, who may do everything in this server; the database is `faellesrum`. */
  url: string
  port: number
  /** Fast shutdown; resolves when the server is gone. A second call waits for the first. */
  stop(): Promise<void>
}>

export type PostgresOptions = Readonly<{
  /** Everything is kept below it, the password included. One process at a time may hold it. */
  dataDir: string
  log?: (line: string) => void
  /** `false` gives up safety against power cuts for speed: for tests, whose data nobody wants back. */
  durable?: boolean
  /** For tests of the ways to run as root. */
  way?: AsWhom['way']
}>

/** Another living process holds the data folder. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse'
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`another copy is running on ${dataDir} (process ${pid}): stop it first, or set DATA_DIR to another folder`)
  }
}

/**
 * Starts the server of `dataDir`, making its cluster the first time, on 127.0.0.1 only. What an earlier run left
 * behind (pid files, a server whose starter was killed) is cleared up; what belongs to another folder is not touched.
 * If this process dies without `stop`, a watchdog shuts the server down; committed data is never lost.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  const durable = options.durable ?? true
  const who = asWhom(findNatives(), options.way)
  const folder = dataFolder(resolve(options.dataDir), who)
  const other = takeFolder(folder)
  if (other) throw new DataDirInUse(folder.home, other.pid)
  try {
    await clearUp(folder, log)
    if (!existsSync(join(folder.cluster, 'PG_VERSION'))) log('making the database (once)')
    await makeCluster(folder, who, durable)
    who.own(folder.cluster)
    return await launch(folder, who, durable)
  } catch (error) {
    leaveFolder(folder)
    throw error
  }
}

/** The owner's address of the server that a living process runs on `dataDir`, or null. */
export async function findRunning(dataDir: string): Promise<string | null> {
  const home = resolve(dataDir)
  if (!holderOf({ holderFile: join(home, 'holder') })) return null
  const url = ownerUrl(readFileSync(join(home, 'password'), 'utf8'), Number(readFileSync(join(home, 'port'), 'utf8')))
  return (await answers(url)) ? url : null
}

/** Deletes the cluster and all that belongs to it; refuses while a living process holds the folder. */
export function removeData(dataDir: string): void {
  const home = resolve(dataDir)
  const holder = holderOf({ holderFile: join(home, 'holder') })
  if (holder) throw new DataDirInUse(home, holder.pid)
  if (!existsSync(home)) return
  for (const cluster of [join(home, 'cluster'), standIn(join(home, 'cluster'))]) {
    rmSync(cluster, { recursive: true, force: true })
  }
  rmSync(home, { recursive: true, force: true })
}

async function launch(folder: DataFolder, who: AsWhom, durable: boolean): Promise<EmbeddedPostgres> {
  const password = readFileSync(folder.passwordFile, 'utf8')
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(folder)
    const log = openLog(folder)
    const { file, args, ...ids } = who.spawn(who.natives.postgres, ['-D', folder.cluster, ...settings(port, durable)])
    const child = spawn(file, args, {
      ...ids,
      cwd: folder.cluster,
      // Its own session: Ctrl-C must reach us, not PostgreSQL, or rooms could not be flushed. A file as its
      // log, not a pipe: it has to outlive us by the moment that a clean shutdown takes.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: plainEnv(),
    })
    child.unref()
    const ended = new Promise<void>((done) => {
      child.on('exit', () => done())
      child.on('error', () => done())
    })
    let isUp = true
    void ended.then(() => (isUp = false))
    if (child.pid !== undefined) {
      const self = mark(child.pid)
      const dog = startWatchdog(folder.pidFile, child.pid)
      void ended.then(() => dog.end())
      const ready = await becomesReady(ownerUrl(password, port, 'postgres'), () => isUp)
      if (ready) {
        log.close()
        await makeDatabase(ownerUrl(password, port, 'postgres'))
        let stopping: Promise<void> | undefined
        const stop = (): Promise<void> => (stopping ??= shutDown(self, who).then(() => leaveFolder(folder)))
        return { url: ownerUrl(password, port), port, stop }
      }
      if (isUp) await shutDown(self, who)
    }
    await ended
    const said = log.tail()
    log.close()
    // Between looking for a free port and using it, another program may take it.
    if (attempt < 5 && /could not bind|Address already in use/.test(said)) continue
    throw new Error(`PostgreSQL does not start (${who.way}); ${folder.logFile} says:\n${said}`)
  }
}

const settings = (port: number, durable: boolean): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ].flatMap((setting) => ['-c', setting])

async function becomesReady(url: string, isUp: () => boolean): Promise<boolean> {
  // After a crash it replays its log before it answers; five minutes are far above anything seen.
  for (let waited = 0; waited < 300_000 && isUp(); waited += 25) {
    if (await answers(url)) return true
    await pause(25)
  }
  return false
}

const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  )

async function makeDatabase(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'faellesrum'")
    if (rowCount === 0) await client.query('create database faellesrum')
  })
}

/** Fast: open transactions are rolled back. After half a minute the hard way, which the next start recovers from. */
async function shutDown(server: ProcessMark, who: AsWhom): Promise<void> {
  if (!isAlive(server.pid)) return
  if (process.platform === 'win32') {
    spawn(who.natives.pgCtl, ['kill', 'INT', String(server.pid)], { stdio: 'ignore' })
  } else {
    process.kill(server.pid, 'SIGINT')
  }
  if (await isGoneWithin(server, 30_000)) return
  process.kill(server.pid, 'SIGQUIT')
  if (!(await isGoneWithin(server, 10_000))) throw new Error(`PostgreSQL (process ${server.pid}) does not stop`)
}

/**
 * We hold the folder, so whatever still runs in it has lost its starter. The pid file names a process; it is ours
 * only if its command line names this cluster, for after a restart of the machine or container the number may
 * belong to anybody. PostgreSQL itself would only see that the number lives, and refuse to start.
 */
async function clearUp(folder: DataFolder, log: (line: string) => void): Promise<void> {
  const left = readPidFile(folder)
  if (!left) return
  const server = mark(left.pid)
  const cluster = realpathSync(folder.cluster)
  const line = isAlive(left.pid) ? commandLine(left.pid) : ''
  if (line.includes(folder.cluster) || line.includes(cluster)) {
    log('stopping the database server that an earlier run left behind')
    await shutDown(server, asWhom(findNatives()))
  } else if (process.platform !== 'win32') {
    rmSync(folder.pidFile, { force: true })
  }
}
