// The client's documents and the API's description: what is committed is what the generator would write.
import { buildSchema, isAbstractType } from 'graphql'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { generate } from '../../codegen.js'
import { possibleTypes } from './possible-types.js'
import { trustedDocuments } from './trusted-documents.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const schema = buildSchema(readFileSync(at('../../../schema/schema.graphql'), 'utf8'))

test('the generated types are current (npm run codegen -w client writes them)', { timeout: 60_000 }, async () => {
  const files = await generate()
  expect(files.length).toBeGreaterThan(2)
  for (const { path, content } of files) expect(content, path).toBe(readFileSync(at(`../../${path}`), 'utf8'))
})

test('every union and interface of the API is known to the cache', () => {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
  const expected = Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name).sort()]))
  const actual = Object.fromEntries(Object.entries(possibleTypes).map(([name, types]) => [name, types.toSorted()]))
  expect(actual).toEqual(expected)
})

test('the list for the server holds every question, with the type names that the cache asks for', () => {
  const documents = Object.values(trustedDocuments())
  expect(documents.length).toBeGreaterThan(20)
  for (const text of documents) expect(text).toMatch(/^(query|mutation|subscription) /)
  expect(documents.find((text) => text.startsWith('query ShellFacts'))).toContain('__typename')
})
