// Rooms: what is taken over of what others' browsers say about themselves. The editor draws every caret it is given, and
// one that is no place in a text throws in everybody's editor: whoever may read could stop all who write.

const isClock = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

const isId = (value: unknown): boolean => {
  const { client, clock } = (value ?? {}) as { client?: unknown; clock?: unknown }
  return value === null || value === undefined || (isClock(client) && isClock(clock))
}

/** A relative position as Yjs writes it as JSON; `root` is the only fragment that it may name. */
function isPlace(value: unknown, root: string): boolean {
  if (value === null || typeof value !== 'object') return false
  const { type, item, tname, assoc } = value as Record<string, unknown>
  const inRoot = tname === undefined || tname === null || tname === root
  return isId(type) && isId(item) && inRoot && (assoc === undefined || assoc === null || Number.isSafeInteger(assoc))
}

/** Null stays null: somebody who has gone. Fields that nobody reads are left out. */
export function vouchedState(state: unknown, root: string): Record<string, unknown> | null {
  if (state === null || typeof state !== 'object') return null
  const { user, cursor, writes, section } = state as Record<string, unknown>
  const { anchor, head } = (cursor ?? {}) as { anchor?: unknown; head?: unknown }
  return {
    user: user !== null && typeof user === 'object' ? user : {},
    cursor: isPlace(anchor, root) && isPlace(head, root) ? { anchor, head } : null,
    writes: writes === true,
    section: typeof section === 'string' ? section : null,
  }
}
