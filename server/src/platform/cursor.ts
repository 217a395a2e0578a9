// Platform: the place in an ordered list, opaque to clients: the ordering values of a row and its key.
import { badInput } from './errors.js'

const kind = 'c1'

export const printCursor = (values: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify([kind, ...values])).toString('base64url')

/** The values, or BAD_USER_INPUT for anything that this list did not print. */
export function parseCursor(text: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length + 1 && values[0] === kind) {
      const rest: unknown[] = values.slice(1)
      if (rest.every((value): value is string => typeof value === 'string' && !value.includes('\0'))) return rest
    }
  } catch {
    // Falls through: not ours.
  }
  throw badInput("`after` is no cursor of this list: take `endCursor` or an edge's `cursor` from an earlier answer")
}
