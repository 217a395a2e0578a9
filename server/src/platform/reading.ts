// Platform: how a GraphQL type is read. One line per field says where it lies and who may have it; there is no
// resolver below the root. decisions/0004 says what was measured.
import type { Policy } from './policy.js'
import { raw, type Sql } from './sql.js'
import type { Visit } from './visit.js'

/** An expression over the row, which is always called `t`; a function where it needs the day or the viewer. */
export type Expression = Sql | ((visit: Visit) => Sql)
export type Row = Record<string, any>
export type Args = Record<string, any>

/** One ordering value. `type` is its type in PostgreSQL, for cursors; the value is never null (`coalesce` it). */
export type Ordering = Readonly<{ by: Expression; type: string; descending?: boolean }>

export type Column = Readonly<{ is: 'column'; expression: Expression; policy: Policy }>
export type One = Readonly<{ is: 'one'; type: string; key: Expression; policy: Policy }>
export type Many = Readonly<{
  is: 'many' | 'connection'
  type: string
  /** Over the rows that are found: what must equal the parent's `by`. */
  match: Expression
  /** More tables, joined to the rows that are found: sql`join committees.ownership o on o.owned_id = t.id`. */
  join?: Expression
  /** Over the parent's row; its key where nothing is said. */
  by?: Expression
  where?: (args: Args, visit: Visit) => Sql
  order: readonly Ordering[]
  policy: Policy
}>
export type Computed = Readonly<{
  is: 'computed'
  /** Columns of the row that it is made from; `state` is found in the row as `$state`. */
  needs: Readonly<Record<string, Expression>>
  /** For all rows of one place in the document at once, in their order. */
  of: (rows: readonly Row[], visit: Visit, args: Args) => Promise<readonly unknown[]> | readonly unknown[]
  policy: Policy
}>
/** A property that the value carries already. */
export type Carried = Readonly<{ is: 'carried'; policy: Policy }>
export type Line = Column | One | Many | Computed | Carried

export type Reading = Readonly<{
  type: string
  /** Null for values that are made by code: their lines are `carried`, `one` by a property, or `computed`. */
  from: Sql | null
  key: Sql
  /** Which rows this viewer may know of at all; others answer as if they did not exist. */
  rows: ((visit: Visit) => Sql) | null
  lines: Readonly<Record<string, Line>>
}>

/** Rows of a table, with alias `t`: `reading('Person', { from: 'people.person', lines: … })`. */
export const reading = (
  type: string,
  how: { from: string; key?: string; rows?: (visit: Visit) => Sql; lines: Readonly<Record<string, Line>> },
): Reading => ({
  type,
  from: raw(`${how.from} t`),
  key: raw(`t.${how.key ?? 'id'}`),
  rows: how.rows ?? null,
  lines: how.lines,
})

/**
 * Values that code makes. A relation of a value is found by a property: `one('Commission', carriedKey('commissionId'), …)`
 * takes the uuid from `value.commissionId`.
 */
export const values = (type: string, lines: Readonly<Record<string, Line>>): Reading => ({
  type,
  from: null,
  key: raw(''),
  rows: null,
  lines,
})

/** Lines that a later slice adds to an earlier slice's type. */
export type Extension = Readonly<{ extends: string; lines: Readonly<Record<string, Line>> }>
export const extension = (type: string, lines: Readonly<Record<string, Line>>): Extension => ({ extends: type, lines })

export const column = (expression: Expression, policy: Policy): Column => ({ is: 'column', expression, policy })
export const idColumn = (type: string, policy: Policy): Column =>
  column(raw(`'${type.toLowerCase()}_' || t.id`), policy)
export const one = (type: string, key: Expression, policy: Policy): One => ({ is: 'one', type, key, policy })
export const many = (type: string, how: Omit<Many, 'is' | 'type' | 'policy'>, policy: Policy): Many => ({
  is: 'many',
  type,
  policy,
  ...how,
})
export const connection = (type: string, how: Omit<Many, 'is' | 'type' | 'policy'>, policy: Policy): Many => ({
  is: 'connection',
  type,
  policy,
  ...how,
})
export const computed = (needs: Computed['needs'], of: Computed['of'], policy: Policy): Computed => ({
  is: 'computed',
  needs,
  of,
  policy,
})
export const carried = (policy: Policy): Carried => ({ is: 'carried', policy })

/** The key of a value's relation is this property of the value. */
export const carriedKey = (property: string): Sql => raw(`$${property}`)

/** Several `carried` lines with one policy. */
export const carriedAll = (names: readonly string[], policy: Policy): Record<string, Line> =>
  Object.fromEntries(names.map((name) => [name, carried(policy)]))

/** What a field that is described by a reading returns in its resolver class: the body is never run. */
export const byReading = undefined as unknown
