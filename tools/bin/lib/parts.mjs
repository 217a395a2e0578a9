// Starters: the parts of a test run, each a runner of its own, and what they counted together.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode, say } from './ground.mjs'

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, note?: string }} Part */

const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * Vitest's own numbers. A file that cannot even be loaded has no tests that failed; it counts as one, and so does a
 * run that ended badly with nothing to show for it (an error outside every test, a crash).
 */
export function countVitest(report, code) {
  if (report === null) return { ...nothing, failed: 1 }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Playwright's own numbers; a test that passed only when repeated has passed, and its report says so. */
export function countPlaywright(report, code) {
  if (report === null) return { ...nothing, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + (report.errors.length > 0 && unexpected === 0 ? 1 : 0)
  return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}

export const lastLine = (parts) => {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
}

/** @returns {Promise<Part>} */
async function timed(name, work) {
  say(`\n── ${name}`)
  const from = performance.now()
  const counted = await work()
  return { name, ...counted, seconds: (performance.now() - from) / 1000 }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'faellesrum-report-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const vitestPart = (name, { args = [], env = process.env } = {}) =>
  timed(name, () =>
    withReport(async (file) => {
      const vitest = join(root, 'node_modules/vitest/vitest.mjs')
      const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const code = await runNode([vitest, 'run', ...reports, ...args], { cwd: join(root, name), env })
      return countVitest(readReport(file), code)
    }),
  )

export const playwrightPart = (name, folder, { args = [], env = process.env } = {}) =>
  timed(name, () =>
    withReport(async (file) => {
      const playwright = join(root, 'node_modules/@playwright/test/cli.js')
      const code = await runNode([playwright, 'test', '--reporter=list,json', ...args], {
        cwd: join(root, folder),
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      })
      return countPlaywright(readReport(file), code)
    }),
  )

/** A check without tests of its own: one that passed or failed. */
export const commandPart = (name, work) =>
  timed(name, async () => ((await work()) === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }))

export function notRun(name, why) {
  say(`\n── ${name}\nNOT RUN: ${why}`)
  return { name, ...nothing, skipped: 1, seconds: 0, note: 'NOT RUN' }
}

export const hasVitest = (name) => existsSync(join(root, name, 'vitest.config.ts'))

/** The table of parts, then the sum as the very last line, which other programs read. */
export function finish(parts) {
  say('\n── in all')
  for (const { name, passed, failed, skipped, seconds, note = '' } of parts) {
    say(
      `${name.padEnd(18)} ${`${passed} passed`.padStart(12)} ${`${failed} failed`.padStart(10)} ` +
        `${`${skipped} skipped`.padStart(11)} ${seconds.toFixed(1).padStart(7)} s  ${note}`.trimEnd(),
    )
  }
  const seconds = parts.reduce((total, part) => total + part.seconds, 0)
  say(`${'together'.padEnd(55)}${seconds.toFixed(1).padStart(7)} s`)
  say(lastLine(parts))
  process.exitCode = parts.some(({ failed }) => failed > 0) ? 1 : 0
}
