// Rooms: what is taken over of what others' browsers say about themselves. The editor draws every caret it is given, and
// one that is no place in a text throws in everybody's editor: whoever may read could stop all who write.
import { presenceSaid } from '@faellesrum/schema/rooms'

/** Null stays null: somebody who has gone. Fields that nobody reads are left out. */
export function vouchedState(state: unknown): Record<string, unknown> | null {
  if (state === null || typeof state !== 'object') return null
  const { user, cursor } = state as { user?: unknown; cursor?: { anchor: unknown; head: unknown } }
  const said = presenceSaid(state as Record<string, unknown>)
  return {
    user: user !== null && typeof user === 'object' ? user : {},
    cursor: said.cursor ? { anchor: cursor!.anchor, head: cursor!.head } : null,
    writes: said.writes === true,
    section: said.section ?? null,
  }
}
