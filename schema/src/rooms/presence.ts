// Rooms: what a browser may say of whoever sits before it. Collab lets nothing else through, and sets the name itself.

/** A place in the text as Yjs writes it down: beside a letter, or at an end of a block or of the whole text. */
export type RelativePlace = Readonly<{
  type: { client: number; clock: number } | null
  tname: typeof textRoot | null
  item: { client: number; clock: number } | null
  assoc: number
}>

export type Caret = Readonly<{ anchor: RelativePlace; head: RelativePlace }>

/** `section`: the block in which their caret stands, as they say. */
export type PresenceSaid = Readonly<{ cursor?: Caret | null; writes?: boolean; section?: string | null }>

/** The root of every text. Yjs makes a root of any other name that is asked for, in everybody's document. */
const textRoot = 'default'

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function idOf(value: unknown): RelativePlace['item'] | undefined {
  if (value == null) return null
  if (!isObject(value) || !isCount(value['client']) || !isCount(value['clock'])) return undefined
  return { client: value['client'], clock: value['clock'] }
}

/** The place, or null for what Yjs would throw at when it looks for it. */
function placeOf(value: unknown): RelativePlace | null {
  if (!isObject(value)) return null
  const [type, item, tname, assoc] = [idOf(value['type']), idOf(value['item']), value['tname'] ?? null, value['assoc'] ?? 0]
  if (type === undefined || item === undefined || (tname !== null && tname !== textRoot)) return null
  if ((type === null && item === null && tname === null) || !Number.isSafeInteger(assoc)) return null
  return { type, tname, item, assoc: assoc as number }
}

function caretOf(value: unknown): Caret | null {
  if (!isObject(value)) return null
  const [anchor, head] = [placeOf(value['anchor']), placeOf(value['head'])]
  return anchor === null || head === null ? null : { anchor, head }
}

/** What of a state may be shown to others: one bad caret would throw in the editor of everybody in the room. */
export function presenceSaid(state: Readonly<Record<string, unknown>>): PresenceSaid {
  const { cursor, writes, section } = state
  return {
    ...(cursor === undefined ? {} : { cursor: caretOf(cursor) }),
    ...(typeof writes === 'boolean' ? { writes } : {}),
    ...(typeof section === 'string' || section === null ? { section } : {}),
  }
}
