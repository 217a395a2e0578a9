// Tools: the embedded PostgreSQL, started, killed, and started again for real.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { DataDirInUse, findRunning, removeData, startPostgres } from './embedded-postgres.js'
import type { AsWhom } from './postgres/as-whom.js'
import { withClient } from './postgres/client.js'
import { findNatives, makeLinks } from './postgres/natives.js'
import { isAlive, isGoneWithin, mark } from './postgres/processes.js'

const isRoot = process.getuid?.() === 0
const folders: string[] = []
const servers: { stop(): Promise<void> }[] = []

function newFolder(below = tmpdir()): string {
  const folder = mkdtempSync(join(below, 'faellesrum-pg-'))
  folders.push(folder)
  return folder
}

async function start(dataDir: string, way?: AsWhom['way']): ReturnType<typeof startPostgres> {
  const server = await startPostgres({ dataDir, ...(way && { way }) })
  servers.push(server)
  return server
}

const query = (url: string, text: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(text)).rows)

const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) {
    removeData(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Another process that starts the server on `dataDir`, says so, and then only lives. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const module = new URL('embedded-postgres.ts', import.meta.url).href
  const code = `import { startPostgres } from ${JSON.stringify(module)}
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)} }); console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once('data', () => resolve())
    child.once('exit', (exitCode) => reject(new Error(`ended with ${exitCode}`)))
  })
  return child
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

describe('the embedded PostgreSQL', () => {
  test('keeps what was written, speaks Danish, and comes back on the same port', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await query(first.url, "create table kept as select unnest(array['å', 'z', 'æ', 'ø', 'aa']) as word")
    await first.stop()
    expect(await findRunning(dataDir)).toBeNull()

    const second = await start(dataDir)
    expect(second.url).toBe(first.url)
    expect(await findRunning(dataDir)).toBe(second.url)
    const words = await query(second.url, 'select word from kept order by word collate "da-x-icu"')
    expect(words.map(({ word }) => word)).toEqual(['z', 'æ', 'ø', 'å', 'aa'])
    const [server] = await query(
      second.url,
      `select current_setting('server_encoding') as encoding, current_setting('jit') as jit,
        current_setting('listen_addresses') as listens, current_setting('server_version') as version`,
    )
    expect(server).toMatchObject({ encoding: 'UTF8', jit: 'off', listens: '127.0.0.1' })
    expect(server!.version).toMatch(/^18\./)
  })

  test('asks for the password, which only its owner may read', async () => {
    const dataDir = newFolder()
    const { url } = await start(dataDir)
    const wrong = new URL(url)
    wrong.password = 'guessed'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0)
  })

  test('refuses a folder that another copy holds, and names it', async () => {
    const dataDir = newFolder()
    const child = await startElsewhere(dataDir)
    const refused = startPostgres({ dataDir })
    await expect(refused).rejects.toThrow(DataDirInUse)
    await expect(refused).rejects.toThrow(`process ${child.pid}`)
    expect(await findRunning(dataDir)).not.toBeNull()
    await killHard(child)
  })

  test('two folders at once do not know each other', async () => {
    const [one, two] = await Promise.all([start(newFolder()), start(newFolder())])
    expect(one.port).not.toBe(two.port)
    await one.stop()
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('goes elsewhere when a stranger took its port', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await first.stop()
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(first.port, '127.0.0.1', resolve))
    const second = await start(dataDir)
    expect(second.port).not.toBe(first.port)
    await new Promise((resolve) => stranger.close(resolve))
  })

  test('makes the links of its libraries when no install script did', () => {
    const home = newFolder()
    mkdirSync(join(home, 'native/lib'), { recursive: true })
    writeFileSync(join(home, 'native/lib/libpq.so.5.18'), 'a library')
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    writeFileSync(join(home, 'native/pg-symlinks.json'), JSON.stringify(links))
    makeLinks(home)
    makeLinks(home)
    expect(readFileSync(join(home, 'native/lib/libpq.so.5'), 'utf8')).toBe('a library')
  })
})

describe('after an unclean end', () => {
  test('the server of a starter that was killed goes by itself, and what was committed stays', async () => {
    const dataDir = newFolder()
    const child = await startElsewhere(dataDir)
    const url = (await findRunning(dataDir))!
    await query(url, 'create table kept as select 1 as one')
    const server = mark(postmaster(dataDir))
    await killHard(child)
    expect(await isGoneWithin(server, 20_000)).toBe(true)

    const again = await start(dataDir)
    expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }])
  })

  test('a new start at once clears up behind a starter that was killed', async () => {
    const dataDir = newFolder()
    const child = await startElsewhere(dataDir)
    const left = mark(postmaster(dataDir))
    await killHard(child)
    const again = await start(dataDir)
    expect(await isGoneWithin(left, 0)).toBe(true)
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('PostgreSQL itself killed with -9 recovers', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 1 as one')
    const killed = mark(postmaster(dataDir))
    process.kill(killed.pid, 'SIGKILL')
    await isGoneWithin(killed, 5000)
    await first.stop()
    const again = await start(dataDir)
    expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }])
  })

  test('a pid file that names a living stranger neither stops us nor harms the stranger', async () => {
    const dataDir = newFolder()
    await (await start(dataDir)).stop()
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
    const lines = [stranger.pid, join(dataDir, 'cluster'), 1, 5432, '', '127.0.0.1', '1 1', 'ready']
    writeFileSync(join(dataDir, 'cluster/postmaster.pid'), lines.join('\n'))
    writeFileSync(join(dataDir, 'holder'), JSON.stringify({ pid: stranger.pid, born: 'another' }))
    const again = await start(dataDir)
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(stranger.pid!)).toBe(true)
    stranger.kill()
  })

  test('a cluster that was only half made is made anew', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'cluster.new/base'), { recursive: true })
    const server = await start(dataDir)
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe.runIf(isRoot && process.platform === 'linux')('as root, below a home that only root may enter', () => {
  for (const way of ['namespace', 'capabilities', 'copy'] as const) {
    test(`by ${way}`, async () => {
      const home = newFolder()
      expect(statSync(home).mode & 0o077).toBe(0)
      const dataDir = join(home, 'data')
      const first = await start(dataDir, way)
      await query(first.url, 'create table kept as select 1 as one')
      await first.stop()
      const second = await start(dataDir, way)
      expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
    })
  }

  test('the binaries, too, may lie where only root may enter', async () => {
    const home = newFolder()
    cpSync(findNatives().folder, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    const { asWhom } = await import('./postgres/as-whom.js')
    const natives = findNatives()
    const hidden = JSON.parse(JSON.stringify(natives).replaceAll(natives.folder, join(home, 'native')))
    for (const way of ['namespace', 'capabilities', 'copy'] as const) {
      const who = asWhom(hidden, way)
      expect(who.way).toBe(way)
      const { file, args, ...ids } = who.spawn(who.natives.postgres, ['--version'])
      const child = spawn(file, args, { ...ids, stdio: 'ignore' })
      expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
    }
  })
})
