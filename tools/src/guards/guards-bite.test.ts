// Guards: each with a case that it must find, and one beside it that it must leave alone.
import { describe, expect, test } from 'vitest'
import * as code from './code-guards.js'
import * as imports from './import-guards.js'
import { type Guard, toSource } from './source.js'
import { checkSpecs, ruleNumbers } from './spec-guard.js'
import { checkVersions, compareVersions } from './version-guard.js'

type Files = Readonly<Record<string, string>>
const find = (guard: Guard, files: Files): string[] =>
  guard(Object.entries(files).map(([path, text]) => toSource(path, text))).map(({ path, line }) => `${path}:${line}`)

const peopleDoor: Files = {
  'server/src/people/index.ts': "export { a } from './a.js'",
  'server/src/people/a.ts': 'export const a = 1',
}

const cases: readonly { name: string; guard: Guard; bad: Files; at: string[]; good: Files }[] = [
  {
    name: 'a ring of three files, through type-only names as well',
    guard: imports.noCycles,
    bad: {
      'schema/src/a/x.ts': "import { type Y, y } from './y.js'\nexport const x = y",
      'schema/src/a/y.ts': "// Y\nimport { z } from './z.js'\nexport const y = z\nexport type Y = 1",
      'schema/src/a/z.ts': "export { x as z } from './x.js'",
    },
    at: ['schema/src/a/z.ts:1'],
    good: {
      'schema/src/a/x.ts': "import type { Y } from './y.js'\nexport type X = Y",
      'schema/src/a/y.ts': "import { type X } from './x.js'\nexport type Y = X\nconst later = () => import('./x.js')",
    },
  },
  {
    name: 'a back door',
    guard: imports.doors,
    bad: { ...peopleDoor, 'server/src/meetings/b.ts': "import { a } from '../people/a.js'" },
    at: ['server/src/meetings/b.ts:1'],
    good: { ...peopleDoor, 'server/src/meetings/b.ts': "import { a } from '../people/index.js'" },
  },
  {
    name: 'a back door from another storey',
    guard: imports.doors,
    bad: {
      'schema/src/rooms/index.ts': 'export const a = 1',
      'schema/src/rooms/b.ts': 'export const b = 1',
      'collab/src/c.ts': "import type { b } from '../../schema/src/rooms/b.js'",
    },
    at: ['collab/src/c.ts:1'],
    good: {
      'schema/src/rooms/index.ts': 'export const a = 1',
      'collab/src/c.ts': "import { a } from '@faellesrum/schema/rooms'",
    },
  },
  {
    name: 'somebody inside who goes out by the own door',
    guard: imports.doors,
    bad: { ...peopleDoor, 'server/src/people/c.ts': "import { a } from './index.js'" },
    at: ['server/src/people/c.ts:1'],
    good: { ...peopleDoor, 'server/src/people/c.ts': "import { a } from './a.js'" },
  },
  {
    name: 'a slice without a door',
    guard: imports.everySliceHasADoor,
    bad: { 'schema/src/meetings/calendar.ts': 'export const a = 1' },
    at: ['schema/src/meetings/calendar.ts:1'],
    good: peopleDoor,
  },
  {
    name: 'server that knows collab outside its starters',
    guard: imports.direction,
    bad: {
      'collab/src/index.ts': 'export const collab = 1',
      'server/src/app.ts': "import { collab } from '@faellesrum/collab'",
    },
    at: ['server/src/app.ts:1'],
    good: {
      'collab/src/index.ts': 'export const collab = 1',
      'server/bin/town.ts': "import { collab } from '@faellesrum/collab'",
    },
  },
  {
    name: 'schema that knows the server, if only its types',
    guard: imports.direction,
    bad: { ...peopleDoor, 'schema/src/rooms/x.ts': "import type { a } from '@faellesrum/server/people'" },
    at: ['schema/src/rooms/x.ts:1'],
    good: {
      'schema/src/rooms/index.ts': 'export const a = 1',
      'client/src/rooms/x.ts': "import { a } from '@faellesrum/schema/rooms'",
    },
  },
  {
    name: 'a slice that knows one above it',
    guard: imports.sliceOrder,
    bad: {
      'schema/src/commissions/index.ts': 'export const a = 1',
      'schema/src/committees/x.ts': "import { a } from '../commissions/index.js'",
    },
    at: ['schema/src/committees/x.ts:1'],
    good: {
      'schema/src/committees/index.ts': 'export const a = 1',
      'schema/src/commissions/x.ts': "import { a } from '../committees/index.js'",
    },
  },
  {
    name: 'export *',
    guard: imports.noExportStar,
    bad: { 'server/src/people/index.ts': "export { b } from './b.js'\nexport * from './a.js'" },
    at: ['server/src/people/index.ts:2'],
    good: { 'server/src/people/index.ts': "// never `export *`\nexport { a } from './a.js'" },
  },
  {
    name: 'a stray process.env',
    guard: code.oneReaderOfTheEnvironment,
    bad: { 'server/src/people/x.ts': 'export const port = process.env.PORT' },
    at: ['server/src/people/x.ts:1'],
    good: {
      'server/src/platform/config.ts': 'export const port = process.env.PORT',
      'server/src/people/x.ts': '// process.env is read elsewhere\nexport const x = 1',
    },
  },
  {
    name: 'a socket without an error listener',
    guard: code.socketsHearErrors,
    bad: { 'collab/src/mount.ts': "wss.on('connection', (socket) => serve(socket))" },
    at: ['collab/src/mount.ts:1'],
    good: { 'collab/src/mount.ts': "wss.on('connection', (socket) => { socket.on('error', log) })" },
  },
  {
    name: 'fetch in the server',
    guard: code.noServerSideFetch,
    bad: { 'server/src/files/preview.ts': 'export const preview = (url: string) => fetch(url)' },
    at: ['server/src/files/preview.ts:1'],
    good: {
      'client/src/app/api.ts': "export const api = () => fetch('/graphql')",
      'server/src/people/x.ts': 'rows.fetch(1); prefetch(2)',
    },
  },
  {
    name: 'an address of somebody else in the client',
    guard: code.noForeignOrigins,
    bad: {
      'client/src/ui/font.tsx':
        "const a = <link href='//fonts.example.com/a.css' />\nconst b = 'https://cdn.example.com/b.js'",
    },
    at: ['client/src/ui/font.tsx:1', 'client/src/ui/font.tsx:2'],
    good: { 'client/src/ui/icon.tsx': "// https://example.com\nconst a = <svg xmlns='http://www.w3.org/2000/svg' />" },
  },
  {
    name: 'DDL outside migrations',
    guard: code.ddlInMigrationsOnly,
    bad: {
      'server/src/people/x.ts':
        'await run(`create table if not exists a (b int)`)\nawait run(`CREATE UNIQUE INDEX b on a (c)`)',
    },
    at: ['server/src/people/x.ts:1', 'server/src/people/x.ts:2'],
    good: { 'server/migrations/0001-people.ts': 'export const sql = `create table people.person (id uuid)`' },
  },
  {
    name: 'an act that looks at the clock',
    guard: code.timeAndChanceArePorts,
    bad: {
      'server/src/people/grant.ts':
        'const now = Date.now()\nconst at = new Date()\nconst id = crypto.randomUUID()',
    },
    at: ['server/src/people/grant.ts:1', 'server/src/people/grant.ts:2', 'server/src/people/grant.ts:3'],
    good: {
      'server/src/platform/clock.ts': 'export const now = () => Date.now()',
      'server/src/people/grant.ts': 'const at = new Date(clock.now())',
    },
  },
  {
    name: 'a rule that reads files',
    guard: code.schemaIsPure,
    bad: { 'schema/src/rooms/x.ts': "import { readFileSync } from 'node:fs'" },
    at: ['schema/src/rooms/x.ts:1'],
    good: { 'schema/src/rooms/x.test.ts': "import { readFileSync } from 'node:fs'" },
  },
  {
    name: 'a file that does not say what room it is',
    guard: code.firstLineSaysTheRoom,
    bad: { 'schema/src/rooms/x.ts': 'export const a = 1' },
    at: ['schema/src/rooms/x.ts:1'],
    good: { 'schema/src/rooms/x.ts': '// Rooms: x.\nexport const a = 1' },
  },
]

describe('the guards bite', () => {
  for (const { name, guard, bad, at, good } of cases) {
    test(name, () => {
      expect(find(guard, bad)).toEqual(at)
      expect(find(guard, good)).toEqual([])
    })
  }

  test('every guard has a case here', () => {
    const all = [...Object.values(imports), ...Object.values(code)].filter((value) => typeof value === 'function')
    expect(new Set(cases.map(({ guard }) => guard))).toEqual(new Set(all))
  })

  test('what cannot be parsed is an error, not a file without imports', () => {
    expect(() => toSource('schema/src/a/b.ts', 'const = {')).toThrow('cannot be parsed')
  })
})

test('versions are compared as numbers, and a pre-release is older than its release', () => {
  const inOrder = ['1.0.0', '2.0.0-rc.4', '2.0.0-rc.10', '2.0.0', '8.9.0', '8.21.1', '16.11.0']
  expect([...inOrder].sort(compareVersions)).toEqual(inOrder)
})

test('a second copy below the floor is found, however deep', () => {
  const { findings } = checkVersions({
    packages: {
      'node_modules/ws': { version: '8.23.0' },
      'node_modules/old/node_modules/ws': { version: '7.5.0' },
      'node_modules/graphql': { version: '17.1.0' },
    },
  })
  const found = findings.map(({ why }) => why.split(' is ')[0])
  expect(found).toEqual(['node_modules/old/node_modules/ws', 'node_modules/graphql'])
})

test('a rule without a test is found, a comment does not count, a number given twice is found', () => {
  const rows = ['# A', '| AB1 | one |', '- **AB2** two', '| AB3 | three, see AB1 |', '| AB1 | again |']
  const spec = { path: 'a/SPEC.md', text: [...rows, 'AB2 to AB3 are prose.'].join('\n') }
  expect(ruleNumbers(spec).map(({ number }) => number)).toEqual(['AB1', 'AB2', 'AB3', 'AB1'])
  const tests = [toSource('schema/src/a/a.test.ts', "// AB3\ntest('AB1: one', () => {})")]
  const { findings } = checkSpecs([spec], tests)
  expect(findings.map(({ why }) => why)).toEqual([
    'AB2 has no test that quotes it',
    'AB3 has no test that quotes it',
    'AB1 is given twice, also in a/SPEC.md',
  ])
})
