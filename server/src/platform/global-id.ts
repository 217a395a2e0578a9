// Platform: ids as the outside sees them, `<type>_<uuid>`; one printer and one parser. Clients treat them as opaque.
import { type Id, isId } from '@faellesrum/schema/kernel'
import { badInput } from './errors.js'

/** The prefix is the GraphQL type in lower case: `Body` → `body_0198…`. */
export const prefixOf = (type: string): string => type.toLowerCase()

export const globalId = (type: string, id: string): string => `${prefixOf(type)}_${id}`

export function parseGlobalId(text: string): { prefix: string; id: string } | null {
  const at = text.indexOf('_')
  const id = text.slice(at + 1)
  return at > 0 && isId(id) ? { prefix: text.slice(0, at), id } : null
}

/** The uuid of an id of this type; anything else is the caller's mistake (BAD_USER_INPUT). */
export function localId<Kind extends string>(type: Kind, text: string): Id<Kind> {
  const parsed = parseGlobalId(text)
  if (parsed?.prefix !== prefixOf(type)) throw badInput(`this is no id of a ${type}`)
  return parsed.id as Id<Kind>
}

export const localIdOrNull = <Kind extends string>(type: Kind, text: string | null | undefined): Id<Kind> | null =>
  text === null || text === undefined ? null : localId(type, text)
