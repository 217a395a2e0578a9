// Tools: a Chromium to look at pages with: the one that is here, or one that is fetched.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

export type Browser = Readonly<{ executablePath: string; args: string[] }>

export type BrowserSearch = Readonly<{
  /** Fetch one when none is found: Playwright's own, or the distribution's package where we are root. */
  install?: boolean
  log?: (line: string) => void
  /** For tests: what CHROME_PATH and PATH say. */
  env?: Readonly<Record<string, string | undefined>>
}>

/**
 * The names under which systems keep it; first the one that has no windows at all, in which a page is there in half the
 * time. Ubuntu's `chromium-browser` may be a stub that only asks for snap.
 */
const names = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'chrome',
]
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const whatToDo = `No Chromium found, and none could be installed. One of these helps:
  - install Chromium or Chrome and set CHROME_PATH to its executable
  - npx playwright install --with-deps chromium   (downloads Playwright's own)
  - as root on Debian: apt-get update && apt-get install chromium-headless-shell
  - npm install --no-save @sparticuz/chromium@147.0.0   (Linux x64 with nothing but npm; unpack it and set CHROME_PATH)`

/**
 * In this order: CHROME_PATH, the PATH and the usual places, Playwright's own; with `install` Playwright's
 * download, then Debian's package as root. Each is really started (`--version`) before it counts. Throws with
 * what to do.
 */
export async function findBrowser(search: BrowserSearch = {}): Promise<Browser> {
  const env = search.env ?? process.env
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH)) return found(env.CHROME_PATH)
    throw new Error(`CHROME_PATH names ${env.CHROME_PATH}, which is no browser that starts`)
  }
  const here = onPath(env.PATH ?? '') ?? (await playwrightsOwn())
  if (here) return found(here)
  if (search.install) {
    const log = search.log ?? (() => {})
    log('no Chromium here: fetching one (once)')
    const fetched = (await fetchPlaywrights()) ?? fetchDebians(env.PATH ?? '')
    if (fetched) return found(fetched)
  }
  throw new Error(whatToDo)
}

/** Chromium's own sandbox refuses to work for root. */
const found = (executablePath: string): Browser => ({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

function runs(file: string): boolean {
  if (process.platform === 'win32') return existsSync(file)
  const flags = process.getuid?.() === 0 ? ['--no-sandbox', '--version'] : ['--version']
  const { status, stdout } = spawnSync(file, flags, { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

function onPath(path: string): string | null {
  const folders = path.split(delimiter).filter(Boolean)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual]
  return candidates.find((file) => isExecutable(file) && runs(file)) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function playwrightsOwn(): Promise<string | null> {
  try {
    // Not a dependency of the tools: the client brings it, and without the client there is nothing to look at.
    const name = 'playwright-core'
    const { chromium } = (await import(name)) as { chromium: { executablePath(): string } }
    const file = chromium.executablePath()
    return existsSync(file) && runs(file) ? file : null
  } catch {
    return null
  }
}

async function fetchPlaywrights(): Promise<string | null> {
  let cli: string
  try {
    cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  } catch {
    return null
  }
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  return playwrightsOwn()
}

function fetchDebians(path: string): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore', env, timeout: 300_000 }).status === 0
  const install = (name: string): boolean => apt('install', '-y', '--no-install-recommends', name)
  const isThere = apt('update') && (install('chromium-headless-shell') || install('chromium'))
  return isThere ? onPath(path) : null
}
