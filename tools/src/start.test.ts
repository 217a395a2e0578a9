// Tools: `npm start` as a whole, from the command to a page that answers, and every way in which it ends.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { portIfFree } from './ports.js'
import { isGoneWithin, mark, pause } from './postgres/processes.js'

const root = resolve(import.meta.dirname, '../..')
const starter = join(root, 'tools/bin/start.mjs')
const started: ChildProcess[] = []
const folders: string[] = []

afterEach(async () => {
  for (const child of started.splice(0)) await end(child, 'SIGKILL')
  for (const folder of folders.splice(0)) {
    await pause(0)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
  }
})

type Town = Readonly<{ child: ChildProcess; address: string; said(): string; code: Promise<number | null> }>

function launch(settings: Readonly<Record<string, string>>): Town {
  const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env
  const child = spawn(process.execPath, [starter], { env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let said = ''
  child.stdout!.on('data', (bytes) => (said += String(bytes)))
  child.stderr!.on('data', (bytes) => (said += String(bytes)))
  const code = new Promise<number | null>((done) => child.on('exit', done))
  return { child, address: `http://127.0.0.1:${settings.PORT}`, said: () => said, code }
}

/** Resolves when it has said its address, which is its last word before it serves. */
async function isOpen(town: Town): Promise<void> {
  while (!town.said().includes(new URL(town.address).port)) {
    if (town.child.exitCode !== null) throw new Error(`it ended with ${town.child.exitCode}:\n${town.said()}`)
    await pause(50)
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const code = new Promise<number | null>((done) => child.on('exit', done))
  child.kill(signal)
  return code
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'faellesrum-start-'))
  folders.push(folder)
  return folder
}

const freePort = async (): Promise<string> => String(await portIfFree(0))

const postmaster = (dataDir: string): ReturnType<typeof mark> =>
  mark(Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]))

describe.runIf(existsSync(join(root, 'server/dist/bin/all.js')))('npm start', { timeout: 180_000 }, () => {
  test('makes a town, ends cleanly, opens it again, survives kill -9, and refuses a second copy', async () => {
    const dataDir = newFolder()
    const settings = { PORT: await freePort(), DATA_DIR: dataDir }
    const first = launch(settings)
    await isOpen(first)
    expect(await (await fetch(`${first.address}/readyz`)).json()).toEqual({ status: 'ready' })
    expect(await (await fetch(first.address)).text()).toMatch(/<html/i)
    const database = postmaster(dataDir)
    expect(await end(first.child, 'SIGTERM')).toBe(0)
    expect(await isGoneWithin(database, 0)).toBe(true)
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)

    const before = performance.now()
    const second = launch(settings)
    await isOpen(second)
    // Five seconds is the promise on an idle machine; tests share it with others.
    expect(performance.now() - before).toBeLessThan(20_000)

    const copy = launch({ ...settings, PORT: await freePort() })
    expect(await copy.code).not.toBe(0)
    expect(copy.said()).toContain('DATA_DIR')

    await end(second.child, 'SIGKILL')
    const third = launch(settings)
    await isOpen(third)
    expect(await end(third.child, 'SIGINT')).toBe(0)
  })

  test.skipIf(process.platform === 'win32')('ends when only npm is signalled, as managers of services do', async () => {
    const dataDir = newFolder()
    const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...env, PORT: await freePort(), DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(npm)
    let said = ''
    npm.stdout!.on('data', (bytes) => (said += String(bytes)))
    while (!said.includes('http://')) await pause(50)
    const database = postmaster(dataDir)
    await end(npm, 'SIGTERM')
    expect(await isGoneWithin(database, 20_000)).toBe(true)
  })

  test('names PORT when it is taken, and leaves nothing behind', async () => {
    const stranger = createServer()
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
    const address = stranger.address()
    const dataDir = newFolder()
    const town = launch({ PORT: String(typeof address === 'object' && address?.port), DATA_DIR: dataDir })
    expect(await town.code).not.toBe(0)
    expect(town.said()).toContain('PORT')
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
    stranger.close()
  })

  test('tells all faults of the environment at once, and starts nothing', async () => {
    const dataDir = newFolder()
    const town = launch({ PORT: 'http', DATA_DIR: dataDir, SMTP_URL: 'mail', NODE_ENV: 'production' })
    expect(await town.code).not.toBe(0)
    for (const name of ['PORT', 'SMTP_URL', 'AUTH=oidc', 'DATABASE_URL']) expect(town.said()).toContain(name)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })
})
