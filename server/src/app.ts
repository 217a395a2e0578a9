// The table of contents: the slices, in the order in which they may know each other. How one signs in depends on the
// configuration and is added by whoever starts the town.
import { commissions, draftsOfCommissions } from './commissions/index.js'
import { committees } from './committees/index.js'
import { draftsOf } from './drafts/index.js'
import { meetings } from './meetings/index.js'
import { municipality } from './municipality/index.js'
import { people } from './people/index.js'
import type { Slice } from './platform/index.js'
import { rooms } from './rooms/index.js'

export const slices: readonly Slice[] = [
  people,
  committees,
  municipality,
  draftsOf([draftsOfCommissions]),
  meetings,
  commissions,
  rooms,
]
