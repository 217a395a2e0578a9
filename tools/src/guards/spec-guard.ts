// Guards: every numbered rule of a SPEC.md is quoted by a test (HOUSE 9.24).
import type { Finding, Source } from './source.js'

export type Spec = Readonly<{ path: string; text: string }>

/** The numbers that a SPEC gives: the first thing in a row of its tables, a heading or a list, not in prose. */
export function ruleNumbers({ text }: Spec): { number: string; line: number }[] {
  return text.split('\n').flatMap((row, at) => {
    const match = /^\s*(?:\||[-*]\s|#+\s|\*\*)\s*(?:\*\*|`)?([A-Z]{2}\d{1,3})\b/.exec(row)
    return match ? [{ number: match[1]!, line: at + 1 }] : []
  })
}

/** Rules without a test, and numbers given twice. A number counts where a test's own text (no comment) quotes it. */
export function checkSpecs(specs: readonly Spec[], sources: readonly Source[]): { findings: Finding[]; rules: number } {
  const tests = sources.filter(({ isTest }) => isTest).map(({ code }) => code)
  const quoted = new Set(tests.flatMap((code) => code.match(/\b[A-Z]{2}\d{1,3}\b/g) ?? []))
  const given = new Map<string, string>()
  const findings: Finding[] = []
  let rules = 0
  for (const spec of specs) {
    for (const { number, line } of ruleNumbers(spec)) {
      rules++
      const other = given.get(number)
      if (other) findings.push({ path: spec.path, line, why: `${number} is given twice, also in ${other}` })
      given.set(number, spec.path)
      if (!quoted.has(number)) findings.push({ path: spec.path, line, why: `${number} has no test that quotes it` })
    }
  }
  return { findings, rules }
}
