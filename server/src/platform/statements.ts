// Platform: the statements that the reader sends. Pure: pieces of SQL in, one piece out.
import { parseCursor, printCursor } from './cursor.js'
import { columnAt, type Join, foundAt, type Place, placesOf } from './joins.js'
import type { Expression, Ordering, Reading, Row } from './reading.js'
import { allOf, empty, joined, raw, type Sql, sql } from './sql.js'

/** Columns by the name that they have in the row. */
export type Columns = ReadonlyMap<string, Sql>
/** What is read of one type at one place. */
export type Query = Readonly<{
  reading: Reading
  columns: Columns
  conditions: readonly Sql[]
  join: Sql
  /** What its rows point at. */
  joins: readonly Join[]
}>
/** The rows of a list by parent: what must equal one of the keys. */
export type Parents = Readonly<{ keys: readonly string[]; match: Sql }>
export type Page = Readonly<{ first: number; after?: string | null | undefined }>
type Express = (expression: Expression) => Sql

type ListHow = { order: readonly Ordering[]; limit: number | null; extra?: Columns }

export const listStatement = (query: Query, how: ListHow, express: Express): Sql =>
  withJoins(rowsOf(query, how, express), namesOf(query, how.extra), query.joins, how.order.length > 0)

const namesOf = (query: Query, extra: Columns = new Map()): string[] => [...query.columns.keys(), ...extra.keys()]

function rowsOf(query: Query, how: ListHow, express: Express): Sql {
  const order = orderBy(query, how.order, express)
  const isNumbered = query.joins.length > 0 && how.order.length > 0
  const extra = isNumbered ? new Map([...(how.extra ?? []), ['$n', sql`row_number() over (${order})`]]) : how.extra
  return sql`${select(query, extra)} ${order} ${limit(how.limit)}`
}

/**
 * Joined after rows are ordered and cut, so that only rows of the answer are followed; a join keeps no order, so
 * the rows were numbered.
 */
function withJoins(rows: Sql, columns: Iterable<string>, joins: readonly Join[], isOrdered: boolean): Sql {
  if (joins.length === 0) return rows
  const places = placesOf(joins)
  // Keys that only lead on are not sent: that something was found is a yes.
  const shown = [
    ...shownOf(0, columns, joins),
    ...places.flatMap(({ number, join: { query } }) => [
      raw(`j${number}."${foundAt(number)}" is not null as "${foundAt(number)}"`),
      ...shownOf(number, query.columns.keys(), query.joins),
    ]),
  ]
  const order = isOrdered ? raw('order by j0."$n"') : empty
  return sql`select ${joined(shown, ', ')} from (${rows}) j0 ${joined(places.map(joinedAt), ' ')} ${order}`
}

function shownOf(number: number, columns: Iterable<string>, joins: readonly Join[]): Sql[] {
  const leading = new Set(joins.map(({ by }) => by))
  const shown = [...columns].filter((name) => !leading.has(name))
  return shown.map((name) => raw(`j${number}."${columnAt(number, name)}"`))
}

function joinedAt({ join, number, parent }: Place): Sql {
  const { columns, conditions, reading } = join.query
  const named = new Map([...columns].map(([name, expression]) => [columnAt(number, name), expression]))
  const isIt = sql`${reading.key} = ${raw(`j${parent}."${columnAt(parent, join.by)}"`)}`
  const query = { ...join.query, columns: named, conditions: [isIt, ...conditions] }
  return sql`left join lateral (${select(query, new Map([[foundAt(number), reading.key]]))}) ${raw(`j${number}`)} on true`
}

/**
 * One page per parent, or one page where there is no parent; a row more than asked for tells of the next page. `$parent`
 * is the place of the parent's key among the keys.
 */
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
  const rows = rowsOf({ ...query, conditions }, { order, limit: page.first + 1, extra }, express)
  const names = namesOf(query, extra)
  if (parents === null) return withJoins(rows, names, query.joins, order.length > 0)
  const keys = sql`unnest(${parents.keys}::uuid[]) with ordinality k(id, n)`
  const ofParents = sql`select k.n::int - 1 as "$parent", x.* from ${keys} cross join lateral (${rows}) x`
  return withJoins(ofParents, ['$parent', ...names], query.joins, order.length > 0)
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
