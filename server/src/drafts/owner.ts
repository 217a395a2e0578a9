// Drafts: what a text's owner answers. A draft does not know what it is a draft of; whoever has drafts (commissions,
// later proposals) hands one of these to the slice.
import type { Refusal } from '@faellesrum/schema/kernel'
import type { Access } from '@faellesrum/schema/rooms'
import type { RoomRight, Sql, Town, Viewer, Visit } from '../platform/index.js'

export type DraftRights = Readonly<{
  /** The most that any of the viewer's mandates gives; `read` alone may also be everybody's. */
  access: Access
  /** Why not more; null for who may write. */
  reason: Refusal | null
  /** The mandates that open the room for this viewer, the best first. Empty for readers from outside. */
  rights: readonly RoomRight[]
  /** Sees the other writers by name, not only by kind. */
  inside: boolean
}>

export type DraftOwner = Readonly<{
  /** Which drafts this viewer may know of; a condition over the row `t` of drafts.draft. */
  rows(visit: Pick<Visit, 'viewer'>): Sql
  /** Rights by draft; a draft that is not this owner's, or not for this viewer, is not in the map. */
  rights(town: Town, viewer: Viewer | null, drafts: readonly string[]): Promise<ReadonlyMap<string, DraftRights>>
}>
