// Platform: the GraphQL schema of the slices, closed by default: a field without a line about how it is read and by
// whom, or a mutation that is no act, fails here, before anything is served.
import 'reflect-metadata'
import { isDeepStrictEqual } from 'node:util'
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql'
import { requestError } from './errors.js'
import { everyone, type Policy } from './policy.js'
import type { Expression, Line, Reading, Row } from './reading.js'
import type { Readings } from './reader.js'
import { NodeResolver } from './node.resolver.js'
import type { Slice } from './slice.js'
import { slot } from './slot.js'
import type { Visit } from './visit.js'

export type TownSchema = Readonly<{ schema: GraphQLSchema; readings: Readings; policies: PolicyTable }>
/** `Type.field` → who may, as text; what the tests walk over. */
export type PolicyTable = ReadonlyMap<string, string>

const ofPlatform: Readonly<Record<string, Policy>> = {
  'Query.node': everyone,
  'Refusal.*': everyone,
  'ViewerCannot.*': everyone,
  'PageInfo.*': everyone,
}

/** Subscriptions listen to the town's bus; type-graphql only wants to know that there is something. */
const unused = {
  publish: () => {},
  subscribe: (): never => {
    throw new Error('a subscription without `subscribe`')
  },
}

export function buildTownSchema(slices: readonly Slice[]): TownSchema {
  const resolvers = [NodeResolver, ...slices.flatMap((slice) => slice.resolvers ?? [])]
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: slices.flatMap((slice) => slice.types ?? []) as unknown as Function[],
    scalarsMap: [],
    pubSub: unused,
    validate: false,
  })
  describeRoots(schema)
  const readings = collectReadings(slices)
  const lines: Record<string, Policy> = Object.assign({}, ofPlatform, ...slices.map((slice) => slice.policies ?? {}))
  const acts = new Set(slices.flatMap((slice) => slice.acts ?? []).map((act) => camel(act.name)))
  const faults: string[] = []
  const table = new Map<string, string>()
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const type of Object.values(schema.getTypeMap())) {
    // Rows and values are plain: what they are stands in `__typename`. type-graphql's own way is asynchronous, which
    // the compiled execution cannot wait for.
    if (isAbstractType(type)) type.resolveType = (value: { __typename: string }) => value.__typename
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    type.isTypeOf = undefined
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      const isMutation = type === schema.getMutationType()
      const line = readings.get(type.name)?.lines[field.name]
      const policy = line?.policy ?? lines[name] ?? lines[`${type.name}.*`] ?? (isPaging(type) ? everyone : undefined)
      if (line) {
        faults.push(...attach(type, field, line, readings))
      } else if (roots.includes(type)) {
        if (isMutation && acts.has(field.name)) {
          table.set(name, 'as its act says')
          continue
        }
        if (policy) guard(field, policy)
      } else {
        delete field.resolve
      }
      if (policy) table.set(name, policy.says)
      else faults.push(`${name}: ${isMutation ? 'no act of this name and no policy' : 'no reading and no policy'}`)
    }
  }
  for (const [name, reading] of readings) faults.push(...strangers(schema, name, reading), ...quarrels(name, reading))
  if (faults.length > 0) throw new Error(`the schema is not closed:\n  ${faults.join('\n  ')}`)
  return { schema, readings, policies: table }
}

/** type-graphql has no place to say what the roots are. */
function describeRoots(schema: GraphQLSchema): void {
  const said = {
    Query: 'What can be asked. Everything public answers without sign-in.',
    Mutation: 'What can be done. Each answers its result or a refusal, and is on the record.',
    Subscription: 'What can be waited for, over `graphql-transport-ws`.',
  }
  for (const [name, description] of Object.entries(said)) {
    const type = schema.getType(name)
    if (type) type.description = description
  }
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const isPaging = (type: GraphQLObjectType): boolean => /(Connection|Edge)$/.test(type.name)

function collectReadings(slices: readonly Slice[]): Map<string, Reading> {
  const readings = new Map<string, Reading>()
  for (const reading of slices.flatMap((slice) => slice.readings ?? [])) {
    if (readings.has(reading.type)) throw new Error(`${reading.type} is described twice`)
    readings.set(reading.type, reading)
  }
  for (const { extends: type, lines } of slices.flatMap((slice) => slice.extensions ?? [])) {
    const known = readings.get(type)
    if (!known) throw new Error(`${type} is extended, and nobody describes it`)
    readings.set(type, { ...known, lines: { ...known.lines, ...lines } })
  }
  return readings
}

/** The reader has left the value in the row; what is left to do is to pick it up. */
function attach(type: GraphQLObjectType, field: GraphQLField<Row, Visit>, line: Line, readings: Readings): string[] {
  const name = `${type.name}.${field.name}`
  if (field.args.length > 0) field.resolve = (row, args) => pickUp(name, row, slot(field.name, args))
  else delete field.resolve
  const faults: string[] = []
  if ('type' in line && !readings.has(line.type)) faults.push(`${name}: nobody describes how a ${line.type} is read`)
  if ('type' in line && expectedType(line) !== getNamedType(field.type).name) {
    faults.push(`${name}: read as ${expectedType(line)}, declared as ${getNamedType(field.type).name}`)
  }
  // Where somebody may not, the answer is null or an empty list; a field that cannot be null would break the answer.
  const mayBeEmpty = !isNonNullType(field.type) || isListType(field.type.ofType) || line.is === 'connection'
  const decision = line.policy === everyone || line.is === 'carried' || mayBeEmpty
  if (!decision) faults.push(`${name}: not for everyone, so it must be nullable`)
  return faults
}

const expectedType = (line: Line & { type: string }): string =>
  line.is === 'connection' ? `${line.type}Connection` : line.type

function pickUp(name: string, row: Row, place: string): unknown {
  if (!(place in row)) throw new Error(`${name} was not read at ${place}: its parent did not come from the reader`)
  return row[place]
}

/** Root fields: asked once per field of the document, not per row. */
function guard(field: GraphQLField<unknown, Visit>, policy: Policy): void {
  if (policy === everyone) return
  const wrap =
    <Run extends (...args: any[]) => any>(run: Run) =>
    (...args: Parameters<Run>): ReturnType<Run> => {
      const visit = args[2] as Visit
      if (policy.decide(visit.roles) !== 'no') return run(...args)
      if (visit.viewer === null) throw requestError('UNAUTHENTICATED', 'sign in first')
      throw requestError('NOT_FOUND', 'there is nothing here for you')
    }
  const { resolve, subscribe } = field
  if (subscribe) field.subscribe = wrap(subscribe)
  else if (resolve) field.resolve = wrap(resolve)
}

function strangers(schema: GraphQLSchema, name: string, reading: Reading): string[] {
  const type = schema.getType(name)
  if (!isObjectType(type)) return [`${name} is described and no type of the schema`]
  const fields = type.getFields()
  return Object.keys(reading.lines)
    .filter((line) => !(line in fields))
    .map((line) => `${name}.${line} is described and no field`)
}

/** Columns that computed fields need stand in one row: one name there is one expression. */
function quarrels(name: string, { lines }: Reading): string[] {
  const known = new Map<string, Expression>()
  const needs = Object.values(lines).flatMap((line) => (line.is === 'computed' ? Object.entries(line.needs) : []))
  return needs.flatMap(([part, expression]) => {
    const other = known.get(part)
    known.set(part, expression)
    const isSame = other === undefined || other === expression || isSameText(other, expression)
    return isSame ? [] : [`${name}: two computed fields need different things by the name ${part}`]
  })
}

const isSameText = (one: Expression, other: Expression): boolean =>
  typeof one !== 'function' && typeof other !== 'function' && isDeepStrictEqual(one, other)
