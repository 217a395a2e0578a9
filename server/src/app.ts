// The table of contents: the slices, in the order in which they may know each other.
import { people } from './people/index.js'
import type { Slice } from './platform/index.js'

export const slices: readonly Slice[] = [people]
