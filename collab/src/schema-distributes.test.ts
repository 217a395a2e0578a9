// Collab, store: its tables can be distributed by the room. A database that shards needs the room's column in every key,
// and a statement that does not name it goes to every shard; both are looked up, in the migrated database and in the code.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type CollabDatabase } from './testing/database.js'

let database: CollabDatabase
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

type Key = Readonly<{ table: string; index: string; first: string }>

/** Every key of the schema, also those that no constraint stands behind, with the first of its columns. */
const keys = async (): Promise<Key[]> =>
  (
    await database.owner.query<Key>(`
      select t.relname as table, i.relname as index, a.attname as first
        from pg_index x
        join pg_class t on t.oid = x.indrelid
        join pg_class i on i.oid = x.indexrelid
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where x.indisunique and t.relnamespace = 'collab'::regnamespace
       order by 1, 2`)
  ).rows

const roomColumn = (table: string): string => (table === 'room' ? 'name' : 'room')
const strays = (found: readonly Key[]): Key[] => found.filter(({ table, first }) => first !== roomColumn(table))

test('every table of the log has a key, and every key begins with the room', async () => {
  const found = await keys()
  const { rows: tables } = await database.owner.query<{ relname: string }>(
    `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'collab'::regnamespace order by 1`,
  )
  expect(tables.map(({ relname }) => relname)).toEqual(['client_id', 'log', 'redaction', 'room', 'segment', 'snapshot'])
  expect([...new Set(found.map(({ table }) => table))]).toEqual(tables.map(({ relname }) => relname))
  expect(strays(found)).toEqual([])
})

test('a key that begins with something else is found', async () => {
  await database.owner.query('create unique index stray_key on collab.log (receipt, room)')
  try {
    expect(strays(await keys())).toEqual([{ table: 'log', index: 'stray_key', first: 'receipt' }])
  } finally {
    await database.owner.query('drop index collab.stray_key')
  }
})

test('no table of the log refers to another, nor does any to it: a reference would have to lie on the same shard', async () => {
  const { rows } = await database.owner.query(
    `select conname from pg_constraint join pg_class t on t.oid = conrelid left join pg_class f on f.oid = confrelid
      where contype = 'f' and 'collab'::regnamespace in (t.relnamespace, f.relnamespace)`,
  )
  expect(rows).toEqual([])
})

/** The texts between quotes or backticks that speak of a table of the log. */
const statementsOf = (code: string): string[] =>
  [...code.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '').matchAll(/`[^`]*`|'[^'\n]*'/g)]
    .map(([text]) => text.slice(1, -1))
    .filter((text) => /\bcollab\.(room|log|client_id|snapshot|segment|let_go_packed)\b/.test(text))

/** The room is compared with what is given or with rows made of it (`i`), or it is written; or a function has it as its first argument. */
const namesTheRoom = (statement: string): boolean =>
  /\b(room|name) = (\$\d|any\(\$\d)|\b[cl]\.room = i\.room|let_go_packed\(\$1/.test(statement) ||
  /insert into collab\.\w+ \((room|name),/.test(statement)

test('every statement of the store names the room', () => {
  const dir = join(import.meta.dirname, 'store')
  const statements = readdirSync(dir)
    .filter((file) => file.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(file))
    .flatMap((file) => statementsOf(readFileSync(join(dir, file), 'utf8')))
  expect(statements.length).toBeGreaterThanOrEqual(8)
  expect(statements.filter((statement) => !namesTheRoom(statement))).toEqual([])
  expect(namesTheRoom('select seq from collab.log where receipt = $1')).toBe(false)
})

test('of the packing, only the two questions which room has something to pack go to all rooms', () => {
  const statements = statementsOf(readFileSync(join(import.meta.dirname, 'packing.ts'), 'utf8'))
  expect(statements.length).toBeGreaterThanOrEqual(5)
  expect(statements.filter((statement) => !namesTheRoom(statement))).toHaveLength(2)
})
