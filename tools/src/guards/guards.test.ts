// Guards: over the real tree. The floors see to it that a guard that looks at nothing is not green.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as code from './code-guards.js'
import * as imports from './import-guards.js'
import { type Finding, type Guard, listFiles, readSources, storeys } from './source.js'
import { checkSpecs } from './spec-guard.js'
import { checkVersions, floors } from './version-guard.js'

const root = resolve(import.meta.dirname, '../../..')
const sources = readSources(root)
const inWords = (findings: readonly Finding[]): string[] =>
  findings.map(({ path, line, why }) => `${path}:${line} ${why}`)

const { levels, ...importGuards } = imports
const { foreignAddress, ...codeGuards } = code
const guards: Record<string, Guard> = { ...importGuards, ...codeGuards }

describe('the source', () => {
  test('is all there', () => {
    const count = (storey: string): number => sources.filter((source) => source.storey === storey).length
    expect(Object.fromEntries(storeys.map((storey) => [storey, count(storey) >= leastFiles[storey]!]))).toEqual(
      Object.fromEntries(storeys.map((storey) => [storey, true])),
    )
    expect(sources.filter(({ isTest }) => isTest).length).toBeGreaterThan(20)
    const slices = sources.map(({ slice }) => slice).filter((slice) => slice && slice in levels)
    expect(new Set(slices).size).toBeGreaterThan(6)
  })

  for (const [name, guard] of Object.entries(guards)) {
    test(name, () => expect(inWords(guard(sources))).toEqual([]))
  }
})

const leastFiles: Readonly<Record<string, number>> = { schema: 40, server: 40, collab: 20, client: 40, tools: 20 }

test('pages and style sheets name no foreign address', () => {
  const files = listFiles(root, ['client']).filter((path) => /\.(css|html|svg)$/.test(path))
  expect(files.length).toBeGreaterThan(2)
  const found = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(foreignAddress)]
      .filter(([address]) => !address.startsWith('http://www.w3.org/'))
      .map(([address]) => `${path} ${address}`),
  )
  expect(found).toEqual([])
})

test('no package stands below its floor, in any copy', () => {
  const { findings, seen } = checkVersions(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  expect(inWords(findings)).toEqual([])
  expect([...seen].sort()).toEqual(Object.keys(floors).sort())
})

test('the lock file names no place to download from', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string }>
  }
  const places = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes(':') ? [resolved] : []))
  expect(places).toEqual([])
})

test('every numbered rule has a test that quotes it', () => {
  const specs = listFiles(root, ['schema', 'collab', 'server'])
    .filter((path) => path.endsWith('/SPEC.md'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const { findings, rules } = checkSpecs(specs, sources)
  expect(inWords(findings)).toEqual([])
  expect(rules).toBeGreaterThan(30)
})
