// Platform: where the reader leaves what a field with arguments found, so that `a: members(kinds: [X])` and
// `b: members(kinds: [Y])` do not overwrite each other. Both sides compute it from the arguments alone.
import type { Args } from './reading.js'

export const slot = (field: string, args: Args): string => `${field}(${stable(args)})`

/** Keys in order, absent and undefined alike: the compiled execution and graphql-js build arguments differently. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${key}:${stable(each)}`)
    .join()}}`
}
