// Platform: documents that ask for too much are refused before anything runs, quickly, and the town lives on.
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServedTown, type ServedTown } from '../testing/running-town.js'
import { limits } from './limits.js'

let town: ServedTown
let token: string
beforeAll(async () => {
  town = await aServedTown()
  await town.person('Yasmin Pihlkjær', 'administration')
  token = await town.signIn('Yasmin Pihlkjær')
})
afterAll(() => town.close())

const nest = (depth: number): string => 'mandates { person { '.repeat(depth) + 'id' + ' } }'.repeat(depth)
const doubled = (pairs: number): string => {
  const fragments = Array.from(
    { length: pairs },
    (_, n) => `fragment F${n} on Person { mandates { person { ...F${n + 1} ...F${n + 1} } } }`,
  )
  return `{ people(first: 1) { nodes { ...F0 } } } ${fragments.join(' ')} fragment F${pairs} on Person { id }`
}
const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ')

const hostile: [string, string, string[], unknown?][] = [
  ['16 levels', `{ people(first: 1) { nodes { ${nest(8)} } } }`, ['TOO_COSTLY']],
  ['10,000 levels', `{ people { nodes { ${nest(5_000)} } } }`, ['TOO_COSTLY']],
  ['16 aliases', `{ ${times(16, (n) => `a${n}: __typename`)} }`, ['TOO_COSTLY']],
  ['10,000 aliases', `{ ${times(10_000, (n) => `a${n}: __typename`)} }`, ['TOO_COSTLY']],
  ['100,000 bytes of fields', `{ ${times(5_000, () => '__typename')} }`, ['TOO_COSTLY']],
  ['11 root fields', `{ ${times(11, () => 'viewer { person { id } }')} }`, ['TOO_COSTLY']],
  [
    'directives',
    `{ viewer ${times(11, () => '@skip(if: false)').replaceAll(' @', ' @')} { person { id } } }`,
    ['TOO_COSTLY', 'BAD_USER_INPUT'],
  ],
  ['10,000 directives', `{ viewer ${times(5_000, () => '@x')} { person { id } } }`, ['TOO_COSTLY']],
  [
    'a ring of fragments',
    '{ viewer { person { ...A } } } fragment A on Person { ...B } fragment B on Person { ...A }',
    ['BAD_USER_INPUT'],
  ],
  ['25 doubled fragments', doubled(25), ['TOO_COSTLY']],
  ['100 doubled fragments', doubled(100), ['TOO_COSTLY', 'BAD_USER_INPUT']],
  [
    'a list bomb',
    '{ people(first: 100) { nodes { mandates { person { mandates { person { id } } } } } } }',
    ['TOO_COSTLY'],
  ],
  ['first above 100', '{ people(first: 101) { nodes { id } } }', ['BAD_USER_INPUT']],
  ['a negative first', '{ people(first: -1) { nodes { id } } }', ['BAD_USER_INPUT']],
  ['an integer too large', '{ people(first: 99999999999) { nodes { id } } }', ['BAD_USER_INPUT']],
  ['3,000 unused variables', `query(${times(3_000, (n) => `$v${n}: Int`)}) { __typename }`, ['TOO_COSTLY']],
  [
    'inline fragments squared',
    `{ people(first: 1) { nodes { ${times(150, () => '... { id name }')} } } }`,
    ['TOO_COSTLY', 'none'],
  ],
  ['an unknown field', '{ nothing }', ['BAD_USER_INPUT']],
  ['an unknown operation', 'query A { __typename }', ['none']],
  ['a NUL in a search', '{ people(search: "a\\u0000b") { nodes { id } } }', ['BAD_USER_INPUT']],
  ['a lone surrogate in a search', '{ people(search: "\\ud800") { nodes { id } } }', ['BAD_USER_INPUT', 'none']],
  [
    'an introspection that turns back on itself',
    `{ __schema { types { ${'fields { type { '.repeat(6)}name${' } }'.repeat(6)} } } }`,
    ['TOO_COSTLY'],
  ],
  [
    'a variable of the wrong kind',
    'query($n: Int!) { people(first: $n) { nodes { id } } }',
    ['BAD_USER_INPUT'],
    { n: 'many' },
  ],
  [
    'a variable list of 10,000',
    'query($n: Int!) { people(first: $n) { nodes { id } } }',
    ['BAD_USER_INPUT'],
    { n: Array(10_000).fill(1) },
  ],
  ['SQL in a search', `{ people(search: "'; drop table people.person; --") { totalCount } }`, ['none']],
  ['wildcards in a search', '{ people(search: "%_%") { totalCount } }', ['none']],
]

describe('a document that asks for too much', () => {
  it.each(hostile)('%s', async (_, query, codes, variables) => {
    const before = process.cpuUsage()
    const answer = await town.ask(query, { token, variables })
    const { user, system } = process.cpuUsage(before)
    const code = answer.errors?.[0]?.extensions?.code ?? 'none'
    expect(codes, JSON.stringify(answer).slice(0, 300)).toContain(code)
    // The bar is 50 ms; this counts our own CPU, with the client's share and the compiler's warm-up in it.
    expect((user + system) / 1000).toBeLessThan(1_000)
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:\d|select .* from/i)
    expect(answer.errors?.length ?? 0).toBeLessThanOrEqual(100)
  })

  it('costs a visitor more than somebody who is signed in', async () => {
    const query = '{ people(first: 100) { nodes { mandates { id } } } }'
    expect((await town.ask(query)).errors[0].extensions).toMatchObject({
      code: 'TOO_COSTLY',
      atMost: limits.cost.anonymous,
    })
    expect((await town.ask(query, { token })).errors).toBeUndefined()
  })

  it.each([
    [
      'written into the operation',
      'query($n: Int! = 100) { people(first: $n) { nodes { mandates { id } } } }',
      undefined,
    ],
    ['given', 'query($n: Int! = 1) { people(first: $n) { nodes { mandates { id } } } }', { n: 100 }],
  ])('is measured with the length that is %s', async (_, query, variables) => {
    const plain = await town.ask('{ people(first: 100) { nodes { mandates { id } } } }')
    expect(plain.errors[0].extensions.code).toBe('TOO_COSTLY')
    expect((await town.ask(query, { variables })).errors[0].extensions).toEqual(plain.errors[0].extensions)
  })

  it.each(['html', 'words', 'authorship { people }'])('has a price where texts are read for it: %s', async (field) => {
    const all = await town.ask(`{ commissions(first: 100) { nodes { draft { ${field} } } } }`)
    expect(all.errors[0].extensions).toMatchObject({ code: 'TOO_COSTLY', atMost: limits.cost.anonymous })
    const everything = 'html words updatedAt authorship { people shares { label share person { name } } }'
    const one = await town.ask(`{ commission(slug: "lokal-mad") { name draft { room viewerAccess ${everything} } } }`)
    expect(one.errors).toBeUndefined()
    expect((await town.ask('{ commissions(first: 50) { nodes { draft { updatedAt } } } }')).errors).toBeUndefined()
  })

  it('costs a program that brings its token less than a page with a cookie', async () => {
    const query = '{ people(first: 100) { nodes { mandates { person { mandates { id } } } } } }'
    const program = await town.ask(query, { token })
    const page = await town.ask(query, { headers: { cookie: `faellesrum=${token}` } })
    expect(page.errors[0].extensions).toMatchObject({ code: 'TOO_COSTLY', atMost: limits.cost.signedIn })
    expect(program.errors).toBeUndefined()
  })

  it('is not the standard introspection', async () => {
    const answer = await town.ask(getIntrospectionQuery())
    expect(answer.errors).toBeUndefined()
    expect(answer.data.__schema.queryType.name).toBe('Query')
  })

  it('leaves the tables where they were', async () => {
    expect((await town.ask('{ people(search: "Yasmin") { totalCount } }', { token })).data.people.totalCount).toBe(1)
  })
})
