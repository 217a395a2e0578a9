// Tools: the browser finder, with executables that only pretend.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from './browser.js'

const folder = mkdtempSync(join(tmpdir(), 'faellesrum-browser-'))
afterAll(() => rmSync(folder, { recursive: true }))

function pretend(name: string, script: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test('CHROME_PATH comes first, and the sandbox is off for root only', async () => {
  const file = pretend('mine', 'echo Chromium 156.0')
  const browser = await findBrowser({ env: { CHROME_PATH: file, PATH: '' } })
  expect(browser).toEqual({ executablePath: file, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
})

test('a CHROME_PATH that does not start is an error, not a reason to look elsewhere', async () => {
  const file = pretend('broken', 'exit 1')
  await expect(findBrowser({ env: { CHROME_PATH: file, PATH: folder } })).rejects.toThrow(`CHROME_PATH names ${file}`)
})

test('on the PATH a stub that only asks for another installer is passed over', async () => {
  pretend('chromium', 'echo "please install the snap" >&2; exit 1')
  const real = pretend('google-chrome', 'echo Google Chrome 156.0')
  expect((await findBrowser({ env: { PATH: folder } })).executablePath).toBe(real)
})

test('of two, the one without windows', async () => {
  pretend('chromium', 'echo Chromium 156.0')
  const shell = pretend('chromium-headless-shell', 'echo Chromium 156.0')
  expect((await findBrowser({ env: { PATH: folder } })).executablePath).toBe(shell)
})
