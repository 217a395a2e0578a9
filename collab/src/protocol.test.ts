// Collab: every rule of PROTOCOL.md is quoted by a test, and no test quotes a rule that is not there.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const here = new URL('./', import.meta.url)
const numbersIn = (text: string): string[] => text.match(/\bCP\d+\b/g) ?? []

test('rules and tests name the same numbers', () => {
  const rules = readFileSync(new URL('../PROTOCOL.md', here), 'utf8').match(/^- \*\*CP\d+\*\*/gm)!.flatMap(numbersIn)
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(test|contract)\.ts$/.test(name))
  expect(files.length).toBeGreaterThan(10)
  const quoted = files.flatMap((name) => numbersIn(readFileSync(new URL(name, here), 'utf8')))
  expect([...new Set(rules)]).toHaveLength(rules.length)
  expect([...new Set(quoted)].sort()).toEqual([...rules].sort())
})
