// Drafts: who may enter the room of a text; asked when a pass is wanted.
import { draftShape } from '@faellesrum/schema/drafts'
import { no, refusal, yes } from '@faellesrum/schema/kernel'
import type { RoomGuard } from '../platform/index.js'
import type { DraftOwner } from './owner.js'

/** A text that the viewer may not know of and one that is not there are refused alike. */
export const draftGuard =
  (owners: readonly DraftOwner[]): RoomGuard =>
  async (town, viewer, { id }) => {
    for (const owner of owners) {
      const found = (await owner.rights(town, viewer, [id])).get(id)
      if (!found) continue
      if (viewer === null) return no(refusal('NOT_SIGNED_IN'))
      if (found.rights.length > 0) return yes({ rights: found.rights, shape: draftShape })
    }
    return no(refusal('NOT_FOUND', { kind: 'room' }))
  }
