// Platform: how much a document asks for, before anything is run: one walk, each fragment measured once, so that
// fragments that double each other cost no more to refuse than to write.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  getVariableValues,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { tooCostly } from './errors.js'
import { limits } from './limits.js'

export type Measure = Readonly<{ cost: number; depth: number; aliases: number; directives: number; rootFields: number }>
type Part = { cost: number; depth: number; aliases: number; directives: number; fields: number }

export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Measure {
  // As the execution will see them, with the defaults that the operation itself writes. Wrong ones run nothing.
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  const variables = coerced ?? given
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition)
  }
  const measured = new Map<string, Part>()

  const ofSet = (type: GraphQLNamedType | undefined, set: SelectionSetNode): Part => {
    const all: Part = { cost: 0, depth: 0, aliases: 0, directives: 0, fields: 0 }
    for (const node of set.selections) {
      const part =
        node.kind === 'Field'
          ? ofField(type, node)
          : node.kind === 'InlineFragment'
            ? ofSet(node.typeCondition ? schema.getType(node.typeCondition.name.value) : type, node.selectionSet)
            : ofFragment(node.name.value)
      all.cost += part.cost
      all.depth = Math.max(all.depth, part.depth)
      all.aliases += part.aliases
      all.directives += part.directives + (node.directives?.length ?? 0)
      all.fields += part.fields
    }
    return all
  }

  const ofFragment = (name: string): Part => {
    const known = measured.get(name)
    if (known) return known
    const fragment = fragments.get(name)
    // Rings and unknown fragments were refused by validation.
    if (!fragment) return { cost: 0, depth: 0, aliases: 0, directives: 0, fields: 0 }
    const part = ofSet(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet)
    measured.set(name, part)
    return part
  }

  const ofField = (parent: GraphQLNamedType | undefined, node: FieldNode): Part => {
    const aliases = node.alias ? 1 : 0
    const name = node.name.value
    // Introspection is public; graphql-js limits how deep it may turn back on itself.
    if (name.startsWith('__')) return { cost: 0, depth: 0, aliases, directives: 0, fields: 1 }
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    const inner = node.selectionSet && field ? ofSet(getNamedType(field.type), node.selectionSet) : undefined
    if (!inner || !field) return { cost: field ? priceOf(field) : 0, depth: 1, aliases, directives: 0, fields: 1 }
    return {
      cost: costOf(parent!, field, node, inner.cost, variables),
      depth: inner.depth + 1,
      aliases: aliases + inner.aliases,
      directives: inner.directives,
      fields: 1,
    }
  }

  const root = schema.getRootType(operation.operation) ?? undefined
  const { cost, depth, aliases, directives, fields } = ofSet(root, operation.selectionSet)
  return { cost, depth, aliases, directives: directives + (operation.directives?.length ?? 0), rootFields: fields }
}

/** What a slice says that its field costs beside what is asked of it: `@Field({ complexity: 10 })`. */
function priceOf(field: GraphQLField<unknown, unknown>): number {
  const price = field.extensions['complexity']
  return typeof price === 'number' ? price : 0
}

/** An object costs one, a scalar nothing, a list as many times as it may be long; a price of its own comes on top. */
function costOf(
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  inner: number,
  variables: Readonly<Record<string, unknown>>,
): number {
  // The connection has counted its entries already.
  if (/(Connection|Edge)$/.test(parent.name)) return inner
  const first = field.args.find((arg) => arg.name === 'first')
  if (first) {
    const given = node.arguments?.find((arg) => arg.name.value === 'first')?.value
    return priceOf(field) + 1 + lengthOf(given, first.defaultValue, variables) * (1 + inner)
  }
  const type = getNullableType(field.type)
  const times = isListType(type) && isCompositeType(getNamedType(type)) ? limits.listGuess : 1
  return priceOf(field) + times * (1 + inner)
}

function lengthOf(
  given: ValueNode | undefined,
  fallback: unknown,
  variables: Readonly<Record<string, unknown>>,
): number {
  const value =
    given?.kind === 'IntValue'
      ? Number(given.value)
      : given?.kind === 'Variable'
        ? (variables[given.name.value] ?? fallback)
        : fallback
  return typeof value === 'number' && value >= 0 ? value : limits.listGuess
}

/** Throws TOO_COSTLY with the number that was too high. */
export function refuseTooCostly(measured: Measure, most: { cost: number }): void {
  const over = (what: string, is: number, atMost: number): void => {
    if (is > atMost)
      throw tooCostly(`the query asks for too much: ${what} ${is}, at most ${atMost}`, { what, is, atMost })
  }
  over('depth', measured.depth, limits.depth)
  over('aliases', measured.aliases, limits.aliases)
  over('directives', measured.directives, limits.directives)
  over('root fields', measured.rootFields, limits.rootFields)
  over('cost', measured.cost, most.cost)
}
