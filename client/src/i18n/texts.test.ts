// The texts: English has what Danish has, blanks and all; the compiler sees the keys, this sees what is in them.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { danish } from './catalogues.js'
import { english } from './english.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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

test('no text stands in the catalogues that nobody says', () => {
  const sources = readdirSync(at('..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(i18n\/(da|en)|__generated__)/.test(file))
    .map((file) => readFileSync(at(`../${file}`), 'utf8'))
  expect(sources.length).toBeGreaterThan(60)
  const said = sources.join('\n')
  for (const key of da.keys()) {
    const path = key.replace(/^\w+\./, '').replace(/_(one|other)$/, '')
    const family = path.replace(/\.?[^.]*$/, '')
    expect(said.includes(`'${path}'`) || (family !== '' && said.includes(`\`${family}.\${`)), key).toBe(true)
  }
})
