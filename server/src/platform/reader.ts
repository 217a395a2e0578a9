// Platform: reads what a document asks for as plain rows, level by level: one statement per relation of the document,
// however many rows there are, and only the columns that are asked for and allowed.
import { type FieldNode, getArgumentValues, getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql'
import { parseCursor, printCursor } from './cursor.js'
import { badInput } from './errors.js'
import type { Policy } from './policy.js'
import type { Args, Computed, Expression, Many, One, Ordering, Reading, Row } from './reading.js'
import { type Document, selectionOf } from './selection.js'
import { slot } from './slot.js'
import { allOf, empty, joined, raw, type Sql, sql, statement } from './sql.js'
import type { Visit } from './visit.js'

export type Readings = ReadonlyMap<string, Reading>
export type RunStatement = (text: string, values: unknown[]) => Promise<Row[]>

export const pageLimit = 100

/** Which rows a root field wants. */
export type Wanted = Readonly<{
  where?: Sql
  join?: Sql
  order?: readonly Ordering[]
  /** At most so many; for lists that are no connection. */
  take?: number
}>
export type Page = Readonly<{ first: number; after?: string | null | undefined }>
export type Connection = Readonly<{
  edges: readonly { cursor: string; node: Row }[]
  nodes: readonly Row[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  totalCount: number
}>

type Follow = Readonly<{
  field: string
  /** The GraphQL type that the field answers, lists and non-null taken off. */
  type: string
  slot: string
  args: Args
  nodes: readonly FieldNode[]
  line: One | Many | Computed
}>
type Plan = Readonly<{ columns: ReadonlyMap<string, Sql>; follows: readonly Follow[] }>
type Query = Readonly<{ reading: Reading; plan: Plan; conditions: readonly Sql[]; join: Sql }>

export class Reader {
  /** Statements sent so far; tests hold it against the number of rows. */
  statements = 0
  #visit!: Visit

  constructor(
    private readonly readings: Readings,
    private readonly run: RunStatement,
  ) {}

  /** A visit and its reader belong to each other; called once, when the visit is made. */
  belongTo(visit: Visit): void {
    this.#visit = visit
  }

  async many(type: string, info: GraphQLResolveInfo, wanted: Wanted = {}): Promise<Row[]> {
    const document = documentOf(info)
    const query = this.#query(document, type, info.fieldNodes, wanted)
    const rows = await this.#rows(query, { order: wanted.order ?? [], limit: wanted.take ?? null })
    await this.#follow(document, query.plan, rows)
    return rows
  }

  async one(type: string, info: GraphQLResolveInfo, where: Sql): Promise<Row | null> {
    const rows = await this.many(type, info, { where, take: 1 })
    return rows[0] ?? null
  }

  /** By the value of its key; for `node(id:)`. */
  byKey(type: string, info: GraphQLResolveInfo, key: string): Promise<Row | null> {
    return this.one(type, info, sql`${this.#reading(type).key} = ${key}`)
  }

  async connection(type: string, info: GraphQLResolveInfo, page: Page, wanted: Wanted): Promise<Connection> {
    const document = documentOf(info)
    const [found] = await this.#connections(document, type, info.fieldNodes, page, wanted, null)
    return found!
  }

  /** Fills in the relations and computed fields of values that code made. */
  async complete<Value extends object>(type: string, info: GraphQLResolveInfo, found: Value): Promise<Value> {
    const document = documentOf(info)
    await this.#completeAll(document, type, info.fieldNodes, [found as Row])
    return found
  }

  async #completeAll(document: Document, type: string, nodes: readonly FieldNode[], rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return
    const reading = this.#reading(type)
    await this.#follow(document, this.#plan(document, reading, nodes), rows)
  }

  #reading(type: string): Reading {
    const reading = this.readings.get(type)
    if (!reading) throw new Error(`nobody has described how a ${type} is read`)
    return reading
  }

  #plan(document: Document, reading: Reading, nodes: readonly FieldNode[]): Plan {
    const columns = new Map<string, Sql>()
    const follows = new Map<string, Follow & { nodes: FieldNode[] }>()
    const type = document.schema.getType(reading.type) as GraphQLObjectType
    for (const [field, fieldNodes] of selectionOf(document, reading.type, nodes)) {
      const line = reading.lines[field]
      if (!line) continue
      const allow = this.#allow(line.policy)
      if (line.is === 'column') {
        if (allow) columns.set(field, allow(this.#express(line.expression)))
        continue
      }
      if (line.is === 'carried') continue
      const definition = type.getFields()[field]!
      for (const node of fieldNodes) {
        const args = definition.args.length === 0 ? {} : getArgumentValues(definition, node, document.variables)
        const place = definition.args.length === 0 ? field : slot(field, args)
        const known = follows.get(place)
        if (known) known.nodes.push(node)
        else follows.set(place, { field, type: getNamedType(definition.type).name, slot: place, args, nodes: [node], line })
      }
      for (const [name, expression] of this.#hidden(reading, field, line)) {
        columns.set(name, allow ? allow(expression) : raw('null'))
      }
    }
    return { columns, follows: [...follows.values()] }
  }

  /** Columns that nobody asked for and that relations are found by. */
  #hidden(reading: Reading, field: string, line: One | Many | Computed): [string, Sql][] {
    if (line.is === 'computed') {
      return Object.entries(line.needs).map(([name, expression]) => [`$${name}`, this.#express(expression)])
    }
    const by = line.is === 'one' ? line.key : (line.by ?? reading.key)
    return [[`$${field}`, this.#express(by)]]
  }

  /** What makes an expression one that this viewer may have; null where nobody like him may. */
  #allow(policy: Policy): ((expression: Sql) => Sql) | null {
    const decision = policy.decide(this.#visit.roles)
    if (decision === 'no') return null
    if (decision === 'yes') return (expression) => expression
    const condition = decision(this.#visit)
    return (expression) => sql`case when ${condition} then ${expression} end`
  }

  #express(expression: Expression): Sql {
    return typeof expression === 'function' ? expression(this.#visit) : expression
  }

  #query(document: Document, type: string, nodes: readonly FieldNode[], wanted: Wanted): Query {
    const reading = this.#reading(type)
    const conditions = [wanted.where, reading.rows?.(this.#visit)].filter((each) => each !== undefined)
    return { reading, plan: this.#plan(document, reading, nodes), conditions, join: wanted.join ?? empty }
  }

  async #rows(
    query: Query,
    how: { order: readonly Ordering[]; limit: number | null; extra?: ReadonlyMap<string, Sql> },
  ): Promise<Row[]> {
    return this.#send(sql`${this.#select(query, how.extra)} ${this.#orderBy(query, how.order)} ${limit(how.limit)}`)
  }

  #select({ reading, plan, conditions, join }: Query, extra: ReadonlyMap<string, Sql> = new Map()): Sql {
    const columns = [...plan.columns, ...extra].map(([name, expression]) => sql`${expression} as ${raw(`"${name}"`)}`)
    const list = columns.length === 0 ? raw('1') : joined(columns, ', ')
    return sql`select ${list} from ${reading.from!} ${join} where ${allOf(conditions)}`
  }

  #orderBy({ reading }: Query, order: readonly Ordering[]): Sql {
    if (order.length === 0) return empty
    const direction = (descending: boolean | undefined): Sql => raw(descending ? ' desc' : '')
    const pieces = order.map((each) => sql`${this.#express(each.by)}${direction(each.descending)}`)
    return sql`order by ${joined([...pieces, sql`${reading.key}${direction(order[0]?.descending)}`], ', ')}`
  }

  async #send(piece: Sql): Promise<Row[]> {
    this.statements++
    const { text, values } = statement(piece)
    return this.run(text, values)
  }

  async #follow(document: Document, plan: Plan, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0 || plan.follows.length === 0) return
    await Promise.all(
      plan.follows.map((follow) => {
        switch (follow.line.is) {
          case 'one':
            return this.#followOne(document, follow, follow.line, rows)
          case 'computed':
            return this.#compute(document, follow, follow.line, rows)
          case 'many':
            return this.#followMany(document, follow, follow.line, rows)
          case 'connection':
            return this.#followConnection(document, follow, follow.line, rows)
        }
      }),
    )
  }

  async #followOne(document: Document, follow: Follow, line: One, rows: readonly Row[]): Promise<void> {
    const by = keyName(line.key, follow.field)
    const keys = distinct(rows, by)
    const found = new Map<string, Row>()
    if (keys.length > 0) {
      const reading = this.#reading(line.type)
      const query = this.#query(document, line.type, follow.nodes, { where: sql`${reading.key} = any(${keys})` })
      const children = await this.#rows(query, { order: [], limit: null, extra: new Map([['$key', reading.key]]) })
      for (const child of children) found.set(child['$key'], child)
      await this.#follow(document, query.plan, children)
    }
    for (const row of rows) row[follow.slot] = found.get(row[by]) ?? null
  }

  async #compute(document: Document, follow: Follow, line: Computed, rows: readonly Row[]): Promise<void> {
    const allowed = line.policy.decide(this.#visit.roles) !== 'no'
    const results = allowed ? await line.of(rows, this.#visit, follow.args) : []
    rows.forEach((row, index) => (row[follow.slot] = results[index] ?? null))
    // Values that are described in their turn are completed in one go, whichever rows they came from.
    if (!this.readings.has(follow.type)) return
    const inner = results.flat().filter((each): each is Row => typeof each === 'object' && each !== null)
    await this.#completeAll(document, follow.type, follow.nodes, inner)
  }

  async #followMany(document: Document, follow: Follow, line: Many, rows: readonly Row[]): Promise<void> {
    const by = keyName(line.by, follow.field)
    const keys = distinct(rows, by)
    const groups = new Map<string, Row[]>()
    if (keys.length > 0) {
      const match = this.#express(line.match)
      const wanted = this.#wanted(line, follow.args, sql`${match} = any(${keys})`)
      const query = this.#query(document, line.type, follow.nodes, wanted)
      const children = await this.#rows(query, { order: line.order, limit: null, extra: new Map([['$parent', match]]) })
      for (const child of children) {
        const group = groups.get(child['$parent'])
        if (group) group.push(child)
        else groups.set(child['$parent'], [child])
      }
      await this.#follow(document, query.plan, children)
    }
    for (const row of rows) row[follow.slot] = groups.get(row[by]) ?? []
  }

  async #followConnection(document: Document, follow: Follow, line: Many, rows: readonly Row[]): Promise<void> {
    const by = keyName(line.by, follow.field)
    const keys = distinct(rows, by)
    const page = { first: follow.args['first'] as number, after: follow.args['after'] as string | null | undefined }
    const wanted = this.#wanted(line, follow.args, null)
    const parents = { keys, match: this.#express(line.match) }
    const found = await this.#connections(document, line.type, follow.nodes, page, wanted, parents)
    const byKey = new Map(keys.map((key, index) => [key, found[index]!]))
    for (const row of rows) row[follow.slot] = byKey.get(row[by]) ?? nothing
  }

  #wanted(line: Many, args: Args, match: Sql | null): Wanted {
    const where = allOf([...(match ? [match] : []), ...(line.where ? [line.where(args, this.#visit)] : [])])
    return { where, order: line.order, ...(line.join && { join: this.#express(line.join) }) }
  }

  /** One page per parent, or one page where there is no parent; in at most two statements. */
  async #connections(
    document: Document,
    type: string,
    nodes: readonly FieldNode[],
    page: Page,
    wanted: Wanted,
    parents: { keys: readonly string[]; match: Sql } | null,
  ): Promise<Connection[]> {
    if (!Number.isInteger(page.first) || page.first < 0 || page.first > pageLimit) {
      throw badInput(`\`first\` is a whole number from 0 to ${pageLimit}`)
    }
    if (parents?.keys.length === 0) return []
    const selection = selectionOf(document, `${type}Connection`, nodes)
    const edges = selection.get('edges') ?? []
    const ofEdges = selectionOf(document, `${type}Edge`, edges)
    const nodeNodes = [...(selection.get('nodes') ?? []), ...(ofEdges.get('node') ?? [])]
    const query = this.#query(document, type, nodeNodes, wanted)
    const wantsRows = nodeNodes.length > 0 || edges.length > 0 || selection.has('pageInfo')
    const [rows, counts] = await Promise.all([
      wantsRows ? this.#pages(query, page, wanted.order ?? [], parents) : [],
      selection.has('totalCount') ? this.#counts(query, parents) : new Map<string | null, number>(),
    ])
    const kept = new Map<string | null, Row[]>()
    for (const row of rows) {
      const parent = (row['$parent'] as string | undefined) ?? null
      const group = kept.get(parent)
      if (group) group.push(row)
      else kept.set(parent, [row])
    }
    const shown: Row[] = []
    const connections = (parents ? parents.keys : [null]).map((parent) => {
      const group = kept.get(parent) ?? []
      const pageRows = group.slice(0, page.first)
      shown.push(...pageRows)
      return {
        edges: pageRows.map((node) => ({ cursor: cursorOf(node), node })),
        nodes: pageRows,
        pageInfo: {
          hasNextPage: group.length > page.first,
          hasPreviousPage: typeof page.after === 'string',
          startCursor: pageRows[0] ? cursorOf(pageRows[0]) : null,
          endCursor: pageRows.at(-1) ? cursorOf(pageRows.at(-1)!) : null,
        },
        totalCount: counts.get(parent) ?? 0,
      }
    })
    await this.#follow(document, query.plan, shown)
    return connections
  }

  async #pages(
    query: Query,
    page: Page,
    order: readonly Ordering[],
    parents: { keys: readonly string[]; match: Sql } | null,
  ): Promise<Row[]> {
    const keyed: Ordering[] = [...order, { by: query.reading.key, type: 'uuid', descending: order[0]?.descending ?? false }]
    const extra = new Map(keyed.map((each, index) => [`$o${index}`, sql`(${this.#express(each.by)})::text`]))
    const conditions = [...query.conditions]
    if (typeof page.after === 'string') conditions.push(this.#after(keyed, parseCursor(page.after, keyed.length)))
    // One more than asked for: whether there is a next page.
    const take = limit(page.first + 1)
    if (parents === null) {
      const select = this.#select({ ...query, conditions }, extra)
      return this.#send(sql`${select} ${this.#orderBy(query, order)} ${take}`)
    }
    const select = this.#select({ ...query, conditions: [...conditions, sql`${parents.match} = k.id`] }, extra)
    const inner = sql`${select} ${this.#orderBy(query, order)} ${take}`
    return this.#send(
      sql`select k.id as "$parent", x.* from unnest(${parents.keys}::uuid[]) k(id) cross join lateral (${inner}) x`,
    )
  }

  /** Rows after a place in the order: written out, since the directions may differ. */
  #after(order: readonly Ordering[], at: readonly string[]): Sql {
    const place = (index: number): Sql => sql`${at[index]}::text::${raw(order[index]!.type)}`
    const pieces = order.map((each, index) => {
      const equal = order.slice(0, index).map((before, other) => sql`${this.#express(before.by)} = ${place(other)}`)
      const beyond = sql`${this.#express(each.by)} ${raw(each.descending ? '<' : '>')} ${place(index)}`
      return allOf([...equal, beyond])
    })
    return joined(pieces.map((piece) => sql`(${piece})`), ' or ')
  }

  async #counts(
    query: Query,
    parents: { keys: readonly string[]; match: Sql } | null,
  ): Promise<Map<string | null, number>> {
    const { reading, conditions, join } = query
    if (parents === null) {
      const rows = await this.#send(sql`select count(*)::int as n from ${reading.from!} ${join} where ${allOf(conditions)}`)
      return new Map([[null, rows[0]!['n'] as number]])
    }
    const where = allOf([...conditions, sql`${parents.match} = any(${parents.keys})`])
    const rows = await this.#send(
      sql`select ${parents.match} as k, count(*)::int as n from ${reading.from!} ${join} where ${where} group by 1`,
    )
    return new Map(rows.map((row) => [row['k'] as string, row['n'] as number]))
  }
}

const nothing: Connection = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
}

const documentOf = (info: GraphQLResolveInfo): Document => ({
  schema: info.schema,
  fragments: info.fragments,
  variables: info.variableValues,
})

const limit = (count: number | null): Sql => (count === null ? empty : sql`limit ${count}`)

/** A value's relation is found by a property of the value, a row's by a hidden column. */
function keyName(by: Expression | undefined, field: string): string {
  const text = by === undefined || typeof by === 'function' ? '' : by.texts[0]!
  return text.startsWith('$') ? text.slice(1) : `$${field}`
}

const distinct = (rows: readonly Row[], by: string): string[] => [
  ...new Set(rows.map((row) => row[by] as string | null | undefined).filter((key) => key !== null && key !== undefined)),
]

function cursorOf(row: Row): string {
  const values: string[] = []
  for (let index = 0; `$o${index}` in row; index++) values.push(row[`$o${index}`])
  return printCursor(values)
}
