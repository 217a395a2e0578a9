// The door of drafts: texts that several people write, of no particular kind.
import type { Slice } from '../platform/index.js'
import { DraftEntity } from './draft.entity.js'
import { draftGuard } from './draft-guard.js'
import { Draft } from './draft.type.js'
import { draftsReadings } from './drafts.readings.js'
import type { DraftOwner } from './owner.js'

/** The slice, given those who have drafts; they say who may do what with each. */
export const draftsOf = (owners: readonly DraftOwner[]): Slice => ({
  name: 'drafts',
  types: [Draft],
  entities: [DraftEntity],
  readings: draftsReadings(owners),
  rooms: { draft: draftGuard(owners) },
})

export { Draft } from './draft.type.js'
export type { DraftOwner, DraftRights } from './owner.js'
export { type Sealed, sealDraft } from './seal-draft.js'
export { beginCommissionDraft, closeRoom, openRoom, type SectionWriter } from './write-draft.js'
