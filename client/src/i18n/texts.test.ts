// The texts: English has what Danish has, blanks and all; the compiler sees the keys, this sees what is in them.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { closeCodes } from '@faellesrum/schema/rooms'
import { buildSchema, isEnumType } from 'graphql'
import { expect, test } from 'vitest'
import { danish } from './catalogues.js'
import { english } from './english.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const apiSchema = buildSchema(readFileSync(at('../../../schema/schema.graphql'), 'utf8'))

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value)
    else for (const [inner, text] of leaves(value, `${path}${key}.`)) found.set(inner, text)
  }
  return found
}

const da = leaves(danish as unknown as Tree)
const en = leaves(english as unknown as Tree)
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('there are texts to look at', () => expect(da.size).toBeGreaterThan(200))

test('both languages have the same keys', () => expect([...en.keys()].sort()).toEqual([...da.keys()].sort()))

test('no text is empty, and no blank is missing in the other language', () => {
  for (const [key, text] of da) {
    expect(text.trim(), key).not.toBe('')
    expect(en.get(key)?.trim(), key).not.toBe('')
    expect(blanks(en.get(key) ?? ''), key).toEqual(blanks(text))
  }
})

test('a plural has both its forms', () => {
  for (const key of da.keys()) if (key.endsWith('_one')) expect(da.has(key.replace(/_one$/, '_other')), key).toBe(true)
})

/** The values of an enum of the API, as the catalogues spell them. */
function valuesOf(name: string): string[] {
  const type = apiSchema.getType(name)
  if (!isEnumType(type)) throw new Error(`the API has no enum ${name}`)
  return type.getValues().map((value) => value.name)
}

/** Every word that a file names in quotes; for a list that no door hands out. */
const wordsIn = (path: string): string[] => [...readFileSync(at(path), 'utf8').matchAll(/'(\w+)'/g)].map(([, word]) => word!)

/** Texts that are named by a value: the lists that the values come from, and nothing besides. */
const families: Readonly<Record<string, readonly string[]>> = {
  mandates: valuesOf('MandateKind'),
  mandateGroups: valuesOf('MandateKind'),
  kinds: valuesOf('BodyKind'),
  status: valuesOf('BodyStatus'),
  offices: valuesOf('OfficeKind'),
  states: valuesOf('CommissionState'),
  openness: valuesOf('DraftOpenness'),
  'invitation.may': valuesOf('MandateKind'),
  stage: ['reached', 'current', 'coming'],
  'as.access': valuesOf('Access'),
  access: ['frozen', 'sealed', 'changed'],
  stopped: Object.keys(closeCodes),
  present: ['came', 'left', 'cameMany', 'leftMany'],
  tools: wordsIn('../drafts/editor/tools.ts'),
}

test('no text stands in the catalogues that nobody says', () => {
  const sources = readdirSync(at('..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|browser)\.tsx?$|^(i18n\/(da|en)|__generated__)/.test(file))
    .map((file) => readFileSync(at(`../${file}`), 'utf8'))
  expect(sources.length).toBeGreaterThan(60)
  const said = sources.join('\n')
  for (const family of Object.keys(families)) expect(said, family).toContain(`\`${family}.\${`)
  for (const key of da.keys()) {
    const path = key.replace(/^\w+\./, '').replace(/_(one|other)$/, '')
    const [, family = '', name = ''] = /^(.*?)\.?([^.]*)$/.exec(path)!
    expect(said.includes(`'${path}'`) || (families[family]?.includes(name) ?? false), key).toBe(true)
  }
})
