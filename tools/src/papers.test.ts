// Tools: the papers that a public body looks for in a repository.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

type Check = (value: unknown) => boolean
const isText: Check = (value) => typeof value === 'string' && value.trim() !== ''
const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value as string)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check)
const long =
  (from: number, to: number): Check =>
  (value) =>
    isText(value) && (value as string).trim().length >= from && (value as string).trim().length <= to

const isAddress: Check = (value) => isText(value) && URL.canParse(value as string)
const isDay: Check = (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value as string)

/** What version 0.4 of the standard asks for: the key's path (`*`: each one there), and what may stand in it. */
const standard: readonly (readonly [string, Check])[] = [
  ['publiccodeYmlVersion', oneOf('0.4', '0.4.0')],
  ['name', isText],
  ['url', isAddress],
  ['releaseDate', isDay],
  ['platforms', listOf(isText)],
  ['developmentStatus', oneOf('concept', 'development', 'beta', 'stable', 'obsolete')],
  [
    'softwareType',
    oneOf(
      ...['mobile', 'iot', 'desktop', 'web', 'backend', 'other'].map((kind) => `standalone/${kind}`),
      'addon',
      'library',
      'configurationFiles',
    ),
  ],
  ['description.*.shortDescription', long(1, 150)],
  ['description.*.longDescription', long(150, 10_000)],
  ['description.*.features', listOf(isText)],
  ['legal.license', isText],
  ['maintenance.type', oneOf('internal', 'contract', 'community', 'none')],
  ['maintenance.contacts', listOf((contact) => isText((contact as { name?: unknown }).name))],
  ['localisation.localisationReady', (value) => typeof value === 'boolean'],
  ['localisation.availableLanguages', listOf((value) => /^[a-z]{2}(-[A-Z]{2})?$/.test(String(value)))],
]

function faults(document: unknown): string[] {
  return standard.flatMap(([path, check]) => {
    let values = [document]
    for (const key of path.split('.')) {
      values = values.flatMap((value) => {
        const record = (value ?? {}) as Record<string, unknown>
        return key === '*' ? Object.values(record) : [record[key]]
      })
    }
    return values.length > 0 && values.every(check) ? [] : [path]
  })
}

describe('publiccode.yml', () => {
  const document = parse(read('publiccode.yml')) as Record<string, Record<string, unknown>>

  test('holds what the standard asks for, in Danish and English', () => {
    expect(faults(document)).toEqual([])
    expect(Object.keys(document.description!)).toEqual(['da', 'en'])
    expect(document.localisation!.availableLanguages).toEqual(['da', 'en'])
  })

  test('says the same as package.json', () => {
    const manifest = JSON.parse(read('package.json')) as { version: string; license: string }
    expect(document.softwareVersion).toBe(manifest.version)
    expect(document.legal!.license).toBe(manifest.license)
  })

  for (const [path] of standard) {
    test(`would not do without ${path}`, () => {
      const without = structuredClone(document) as Record<string, unknown>
      const keys = path.replace('*', 'da').split('.')
      const holder = keys.slice(0, -1).reduce((value, key) => value[key] as Record<string, unknown>, without)
      delete holder[keys.at(-1)!]
      expect(faults(without)).toEqual([path])
    })
  }
})

test('the licence is the whole EUPL 1.2', () => {
  const licence = read('LICENSE')
  expect(licence).toMatch(/^\s*EUROPEAN UNION PUBLIC LICENCE v. 1.2/)
  for (const title of ['1.Definitions', '15.Applicable Law', 'Appendix']) expect(licence).toContain(title)
})

test('every path that the papers name is there', () => {
  for (const paper of ['CONTRIBUTING.md', 'SECURITY.md']) {
    const named = read(paper).matchAll(/`((?:docs|tools|schema|server|client|collab)\/[\w./-]*)`/g)
    const paths = [...named].map(([, path]) => path!)
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  }
})

test('every command that the papers name is in package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = ['CONTRIBUTING.md', 'SECURITY.md', '.github/workflows/test.yml'].flatMap((paper) =>
    [...read(paper).matchAll(/npm (?:run )?(start|test|[a-z:]+)/g)].map(([, name]) => name!),
  )
  expect(new Set(named).size).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in scripts) && name !== 'ci')).toEqual([])
})

test('.env.example names what the one reader of the environment reads, and nothing else', () => {
  const reader = read('server/src/platform/config.ts')
  const names = reader.slice(reader.indexOf('= z.object({'), reader.indexOf('type Environment'))
  const readNames = [...names.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!)
  const shown = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!)
  expect(readNames.length).toBeGreaterThan(10)
  expect(shown.toSorted()).toEqual(readNames.toSorted())
})
