// The schema of all slices: written to schema/schema.graphql, every word of it explained, closed by default.
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { slices } from './app.js'
import { buildTownSchema } from './platform/schema.js'

const { schema, policies } = buildTownSchema(slices)
const ours = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
)

describe('the schema', () => {
  it('is the file that clients are made from', async () => {
    await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../../schema/schema.graphql')
  })

  it.each(ours.map((type) => [type.name, type] as const))('explains %s in words', (_, type) => {
    expect(wordless(type)).toEqual([])
  })

  it('has a policy for every field and mutation', () => {
    const fields = ours
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    expect(fields.length).toBeGreaterThan(200)
    expect(fields.filter((field) => !policies.has(field))).toEqual([])
  })
})

describe('who may read and do what', () => {
  it('is the reviewed list: everything that is not for everyone', async () => {
    const lines = [...policies].filter(([, says]) => says !== 'everyone').map(([field, says]) => `${field}: ${says}`)
    await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('./policies.txt')
  })
})

function wordless(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name]
  if (isEnumType(type))
    missing.push(
      ...type
        .getValues()
        .filter((value) => !value.description)
        .map((value) => `${type.name}.${value.name}`),
    )
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    missing.push(...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`))
  }
  return missing
}
