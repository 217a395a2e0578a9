// Tools: what `npm test` says in its last line, which other programs read.
import { describe, expect, test } from 'vitest'

type Counted = { passed: number; failed: number; skipped: number }
const parts = (await import(new URL('../bin/lib/parts.mjs', import.meta.url).href)) as {
  countVitest(report: unknown, code: number): Counted
  countPlaywright(report: unknown, code: number): Counted
  lastLine(parts: readonly Counted[]): string
}

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((of) => ({ status: of })) })
const vitest = (passed: number, failed: number, files: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 2,
  testResults: files,
})

describe('vitest', () => {
  test('passed, failed, and skipped with what is still to do', () => {
    const report = vitest(4, 1, [file('passed', 'passed'), file('failed', 'passed', 'failed')])
    expect(parts.countVitest(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 3 })
  })

  test('a file that could not be loaded is a failure, though no test in it failed', () => {
    expect(parts.countVitest(vitest(4, 0, [file('failed')]), 1).failed).toBe(1)
  })

  test('a run that ended badly is never green, with or without a report', () => {
    expect(parts.countVitest(vitest(4, 0, [file('passed', 'passed')]), 1).failed).toBe(1)
    expect(parts.countVitest(null, 0).failed).toBe(1)
  })
})

describe('playwright', () => {
  const report = (stats: object, errors: object[] = []) => ({
    stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1, ...stats },
    errors,
  })

  test('what passed when repeated has passed', () => {
    expect(parts.countPlaywright(report({ flaky: 1 }), 0)).toEqual({ passed: 4, failed: 0, skipped: 1 })
  })

  test('an error outside every test and a bad end are failures', () => {
    expect(parts.countPlaywright(report({}, [{}]), 1).failed).toBe(1)
    expect(parts.countPlaywright(report({}), 1).failed).toBe(1)
    expect(parts.countPlaywright(null, 0).failed).toBe(1)
    expect(parts.countPlaywright(report({ unexpected: 2 }), 1).failed).toBe(2)
  })
})

test('the last line is the sum, in exactly this form', () => {
  const sums = [
    { passed: 10, failed: 0, skipped: 1 },
    { passed: 5, failed: 2, skipped: 0 },
  ]
  expect(parts.lastLine(sums)).toBe('15 passed, 2 failed, 1 skipped')
})
