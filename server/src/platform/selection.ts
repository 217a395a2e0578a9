// Platform: which fields a document asks for at one place, fragments and directives resolved.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

export type Document = Readonly<{
  schema: GraphQLSchema
  fragments: Readonly<Record<string, FragmentDefinitionNode>>
  variables: Readonly<Record<string, unknown>>
}>

/** Field nodes by field name, in the order of the document. Merged fields stand together: all of them count. */
export type Selection = Map<string, FieldNode[]>

export function selectionOf(document: Document, type: string, nodes: readonly FieldNode[]): Selection {
  const selection: Selection = new Map()
  for (const node of nodes) {
    if (node.selectionSet) collect(document, type, node.selectionSet, selection, new Set())
  }
  return selection
}

function collect(document: Document, type: string, set: SelectionSetNode, into: Selection, seen: Set<string>): void {
  for (const node of set.selections) {
    if (!isIncluded(document, node)) continue
    switch (node.kind) {
      case 'Field': {
        const name = node.name.value
        const known = into.get(name)
        if (known) known.push(node)
        else into.set(name, [node])
        break
      }
      case 'InlineFragment': {
        const condition = node.typeCondition?.name.value
        if (condition === undefined || applies(document.schema, condition, type)) {
          collect(document, type, node.selectionSet, into, seen)
        }
        break
      }
      case 'FragmentSpread': {
        const name = node.name.value
        const fragment = document.fragments[name]
        if (!fragment || seen.has(name)) continue
        seen.add(name)
        if (applies(document.schema, fragment.typeCondition.name.value, type)) {
          collect(document, type, fragment.selectionSet, into, seen)
        }
      }
    }
  }
}

function isIncluded(document: Document, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  const variables = document.variables
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}

function applies(schema: GraphQLSchema, condition: string, type: string): boolean {
  if (condition === type) return true
  const abstract = schema.getType(condition)
  const concrete = schema.getType(type)
  return isAbstractType(abstract) && isObjectType(concrete) && schema.isSubType(abstract, concrete)
}
