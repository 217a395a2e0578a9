// Platform: the statements that the reader sends. Pure: pieces of SQL in, one piece out.
import { parseCursor, printCursor } from './cursor.js'
import type { Expression, Ordering, Reading, Row } from './reading.js'
import { allOf, empty, joined, raw, type Sql, sql } from './sql.js'

/** Columns by the name that they have in the row. */
export type Columns = ReadonlyMap<string, Sql>
/** What is read of one type at one place. */
export type Query = Readonly<{ reading: Reading; columns: Columns; conditions: readonly Sql[]; join: Sql }>
/** The rows of a list by parent: what must equal one of the keys. */
export type Parents = Readonly<{ keys: readonly string[]; match: Sql }>
export type Page = Readonly<{ first: number; after?: string | null | undefined }>
type Express = (expression: Expression) => Sql

export const listStatement = (
  query: Query,
  how: { order: readonly Ordering[]; limit: number | null; extra?: Columns },
  express: Express,
): Sql => sql`${select(query, how.extra)} ${orderBy(query, how.order, express)} ${limit(how.limit)}`

/** One page per parent, or one page where there is no parent; a row more than asked for tells of the next page. */
export function pageStatement(
  query: Query,
  how: { page: Page; order: readonly Ordering[]; parents: Parents | null; withCursors: boolean },
  express: Express,
): Sql {
  const { page, order, parents } = how
  const key: Ordering = { by: query.reading.key, type: 'uuid', descending: order[0]?.descending ?? false }
  const keyed = [...order, key]
  const extra = new Map(
    how.withCursors ? keyed.map(({ by }, index) => [cursorColumn(index), sql`(${express(by)})::text`]) : [],
  )
  const conditions = [...query.conditions]
  if (parents) conditions.push(sql`${parents.match} = k.id`)
  if (typeof page.after === 'string') conditions.push(after(keyed, parseCursor(page.after, keyed.length), express))
  const rows = listStatement({ ...query, conditions }, { order, limit: page.first + 1, extra }, express)
  if (parents === null) return rows
  return sql`select k.id as "$parent", x.* from unnest(${parents.keys}::uuid[]) k(id) cross join lateral (${rows}) x`
}

/** `n` per parent `k`; one row where there is no parent. */
export function countStatement({ reading, conditions, join }: Query, parents: Parents | null): Sql {
  const from = sql`from ${reading.from!} ${join}`
  if (parents === null) return sql`select null as k, count(*)::int as n ${from} where ${allOf(conditions)}`
  const where = allOf([...conditions, sql`${parents.match} = any(${parents.keys})`])
  return sql`select ${parents.match} as k, count(*)::int as n ${from} where ${where} group by 1`
}

export function cursorOf(row: Row): string {
  const values: string[] = []
  for (let index = 0; cursorColumn(index) in row; index++) values.push(row[cursorColumn(index)])
  return printCursor(values)
}

const cursorColumn = (index: number): string => `$o${index}`

function select({ reading, columns, conditions, join }: Query, extra: Columns = new Map()): Sql {
  const named = [...columns, ...extra].map(([name, expression]) => sql`${expression} as ${raw(`"${name}"`)}`)
  const list = named.length === 0 ? raw('1') : joined(named, ', ')
  return sql`select ${list} from ${reading.from!} ${join} where ${allOf(conditions)}`
}

function orderBy({ reading }: Query, order: readonly Ordering[], express: Express): Sql {
  if (order.length === 0) return empty
  const direction = (descending: boolean | undefined): Sql => raw(descending ? ' desc' : '')
  const pieces = order.map((each) => sql`${express(each.by)}${direction(each.descending)}`)
  const last = sql`${reading.key}${direction(order[0]?.descending)}`
  return sql`order by ${joined([...pieces, last], ', ')}`
}

const limit = (count: number | null): Sql => (count === null ? empty : sql`limit ${count}`)

/** Rows after a place in the order: written out, since the directions may differ. */
function after(order: readonly Ordering[], at: readonly string[], express: Express): Sql {
  const place = (index: number): Sql => sql`${at[index]}::text::${raw(order[index]!.type)}`
  const pieces = order.map((each, index) => {
    const equal = order.slice(0, index).map((before, other) => sql`${express(before.by)} = ${place(other)}`)
    const beyond = sql`${express(each.by)} ${raw(each.descending ? '<' : '>')} ${place(index)}`
    return sql`(${allOf([...equal, beyond])})`
  })
  return joined(pieces, ' or ')
}
