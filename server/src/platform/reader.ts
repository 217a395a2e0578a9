// Platform: reads what a document asks for as plain rows, level by level: one statement per list of the document, with
// what its rows point at in the same, however many rows there are, and only the columns asked for and allowed.
import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isListType,
} from 'graphql'
import { badInput } from './errors.js'
import { type Join, placesOf, unfold } from './joins.js'
import type { Policy } from './policy.js'
import type { Args, Computed, Expression, Many, One, Ordering, Reading, Row } from './reading.js'
import { type Document, selectionOf } from './selection.js'
import { slot } from './slot.js'
import { allOf, empty, raw, type Sql, sql, statement } from './sql.js'
import {
  type Columns,
  countStatement,
  cursorOf,
  listStatement,
  type Page,
  pageStatement,
  type Parents,
  type Query,
} from './statements.js'
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
export type Connection = Readonly<{
  edges: readonly { cursor: string; node: Row }[]
  nodes: readonly Row[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  totalCount: number
}>

/** A relation or a computed field that is read after the rows it belongs to. */
export type Follow = Readonly<{
  field: string
  /** The GraphQL type that the field answers, lists and non-null taken off. */
  type: string
  isList: boolean
  slot: string
  args: Args
  nodes: readonly FieldNode[]
  line: One | Many | Computed
}>
type Asked = Readonly<{ query: Query; follows: readonly Follow[] }>
type Plan = Readonly<{ columns: Columns; joins: readonly Join[]; follows: readonly Follow[] }>

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
    const asked = this.#query(document, type, info.fieldNodes, wanted)
    const how = { order: wanted.order ?? [], limit: wanted.take ?? null }
    const rows = await this.#send(listStatement(asked.query, how, this.#express))
    await this.#settle(document, asked, rows)
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

  async #completeAll(
    document: Document,
    type: string,
    nodes: readonly FieldNode[],
    rows: readonly Row[],
  ): Promise<void> {
    if (rows.length === 0) return
    const reading = this.#reading(type)
    await this.#follow(document, this.#plan(document, reading, nodes).follows, rows)
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
        else
          follows.set(place, {
            field,
            type: getNamedType(definition.type).name,
            isList: isListType(getNullableType(definition.type)),
            slot: place,
            args,
            nodes: [node],
            line,
          })
      }
      for (const [name, expression] of this.#hidden(reading, field, line)) {
        columns.set(name, allow ? allow(expression) : raw('null'))
      }
    }
    const isJoined = ({ line }: Follow): boolean =>
      reading.from !== null &&
      line.is === 'one' &&
      line.policy.decide(this.#visit.roles) !== 'no' &&
      this.#reading(line.type).from !== null
    const [pointedAt, others] = split([...follows.values()], isJoined)
    const joins = pointedAt.map((each) => ({
      slot: each.slot,
      by: keyOf(each.field),
      ...this.#query(document, each.type, each.nodes, {}),
    }))
    return { columns, joins, follows: others }
  }

  /** Columns that nobody asked for and that relations are found by. */
  #hidden(reading: Reading, field: string, line: One | Many | Computed): [string, Sql][] {
    if (line.is === 'computed') {
      return Object.entries(line.needs).map(([name, expression]) => [`$${name}`, this.#express(expression)])
    }
    const by = line.is === 'one' ? line.key : (line.by ?? reading.key)
    return [[keyOf(field), this.#express(by)]]
  }

  /** What makes an expression one that this viewer may have; null where nobody like him may. */
  #allow(policy: Policy): ((expression: Sql) => Sql) | null {
    const decision = policy.decide(this.#visit.roles)
    if (decision === 'no') return null
    if (decision === 'yes') return (expression) => expression
    const condition = decision(this.#visit)
    return (expression) => sql`case when ${condition} then ${expression} end`
  }

  readonly #express = (expression: Expression): Sql =>
    typeof expression === 'function' ? expression(this.#visit) : expression

  #query(
    document: Document,
    type: string,
    nodes: readonly FieldNode[],
    wanted: Wanted,
  ): Asked {
    const reading = this.#reading(type)
    const { follows, ...found } = this.#plan(document, reading, nodes)
    const conditions = [wanted.where, reading.rows?.(this.#visit)].filter((each) => each !== undefined)
    return { query: { reading, conditions, join: wanted.join ?? empty, ...found }, follows }
  }

  async #send(piece: Sql): Promise<Row[]> {
    this.statements++
    const { text, values } = statement(piece)
    return this.run(text, values)
  }

  /** Everything below rows that a statement has answered: what it joined to them, and what is read after them. */
  async #settle(document: Document, { query, follows }: Asked, rows: readonly Row[], shown = rows): Promise<void> {
    const joined = [...unfold(rows, placesOf(query.joins))]
    await Promise.all([
      ...joined.map(([{ join }, children]) => this.#follow(document, join.follows, children)),
      this.#follow(document, follows, shown),
    ])
  }

  async #follow(document: Document, follows: readonly Follow[], rows: readonly Row[]): Promise<void> {
    if (rows.length === 0 || follows.length === 0) return
    await Promise.all(
      follows.map((follow) => {
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
      const wanted = { where: sql`${reading.key} = any(${keys})` }
      const asked = this.#query(document, line.type, follow.nodes, wanted)
      const how = { order: [], limit: null, extra: new Map([['$key', reading.key]]) }
      const children = await this.#send(listStatement(asked.query, how, this.#express))
      for (const child of children) found.set(child['$key'], child)
      await this.#settle(document, asked, children)
    }
    for (const row of rows) row[follow.slot] = found.get(row[by]) ?? null
  }

  async #compute(document: Document, follow: Follow, line: Computed, rows: readonly Row[]): Promise<void> {
    const allowed = line.policy.decide(this.#visit.roles) !== 'no'
    const results = allowed ? await line.of(rows, this.#visit, follow.args) : []
    const none = follow.isList ? [] : null
    rows.forEach((row, index) => (row[follow.slot] = results[index] ?? none))
    // Values that are described in their turn are completed in one go, whichever rows they came from.
    if (!this.readings.has(follow.type)) return
    const inner = results.flat().filter((each): each is Row => typeof each === 'object' && each !== null)
    await this.#completeAll(document, follow.type, follow.nodes, inner)
  }

  async #followMany(document: Document, follow: Follow, line: Many, rows: readonly Row[]): Promise<void> {
    const by = keyName(line.by, follow.field)
    const keys = distinct(rows, by)
    let groups = new Map<string | null, Row[]>()
    if (keys.length > 0) {
      const match = this.#express(line.match)
      const wanted = this.#wanted(line, follow.args, sql`${match} = any(${keys})`)
      const asked = this.#query(document, line.type, follow.nodes, wanted)
      const how = { order: line.order, limit: null, extra: new Map([['$parent', match]]) }
      const children = await this.#send(listStatement(asked.query, how, this.#express))
      groups = grouped(children, '$parent')
      await this.#settle(document, asked, children)
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
    parents: Parents | null,
  ): Promise<Connection[]> {
    if (!Number.isInteger(page.first) || page.first < 0 || page.first > pageLimit) {
      throw badInput(`\`first\` is a whole number from 0 to ${pageLimit}`)
    }
    if (parents?.keys.length === 0) return []
    const selection = selectionOf(document, `${type}Connection`, nodes)
    const edges = selection.get('edges') ?? []
    const ofEdges = selectionOf(document, `${type}Edge`, edges)
    const entries = [...(selection.get('nodes') ?? []), ...(ofEdges.get('node') ?? [])]
    const asked = this.#query(document, type, entries, wanted)
    const withCursors = ofEdges.has('cursor') || selection.has('pageInfo')
    const how = { page, order: wanted.order ?? [], parents, withCursors }
    const [rows, counts] = await Promise.all([
      entries.length > 0 || edges.length > 0 || withCursors ? this.#send(pageStatement(asked.query, how, this.#express)) : [],
      selection.has('totalCount') ? this.#send(countStatement(asked.query, parents)) : [],
    ])
    const byParent = grouped<number | null>(rows, '$parent')
    const countOf = new Map(counts.map(({ k, n }) => [k as string | null, n as number]))
    const shown: Row[] = []
    const connections = (parents ? parents.keys : [null]).map((parent, index) => {
      const all = byParent.get(parents ? index : null) ?? []
      const rowsOfPage = all.slice(0, page.first)
      shown.push(...rowsOfPage)
      const cursors = withCursors ? rowsOfPage.map(cursorOf) : []
      return {
        edges: edges.length === 0 ? [] : rowsOfPage.map((node, index) => ({ cursor: cursors[index] ?? '', node })),
        nodes: rowsOfPage,
        pageInfo: {
          hasNextPage: all.length > page.first,
          hasPreviousPage: typeof page.after === 'string',
          startCursor: cursors[0] ?? null,
          endCursor: cursors.at(-1) ?? null,
        },
        totalCount: countOf.get(parent) ?? 0,
      }
    })
    await this.#settle(document, asked, rows, shown)
    return connections
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

/** A value's relation is found by a property of the value, a row's by a hidden column. */
function keyName(by: Expression | undefined, field: string): string {
  const text = by === undefined || typeof by === 'function' ? '' : by.texts[0]!
  return text.startsWith('$') ? text.slice(1) : keyOf(field)
}

const keyOf = (field: string): string => `>${field}`

function split<Each>(all: readonly Each[], isIn: (each: Each) => boolean): [Each[], Each[]] {
  return [all.filter(isIn), all.filter((each) => !isIn(each))]
}

const distinct = (rows: readonly Row[], by: string): string[] => [
  ...new Set(
    rows.map((row) => row[by] as string | null | undefined).filter((key) => key !== null && key !== undefined),
  ),
]

function grouped<Key = string | null>(rows: readonly Row[], by: string): Map<Key | null, Row[]> {
  const groups = new Map<Key | null, Row[]>()
  for (const row of rows) {
    const key = (row[by] as Key | undefined) ?? null
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
