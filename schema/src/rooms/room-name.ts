// Rooms: the composite name of a room, with one parser and one printer.
import { isId } from '../kernel/index.js'

declare const roomName: unique symbol
/** `<kind>/<uuid>`, lower case, nothing else: `draft/0198…`. The shape is checked before any look-up. */
export type RoomName = string & { readonly [roomName]: true }

/** The room of any text that people write together is `draft/<draft id>`. Slices declare further kinds. */
export const roomKinds = ['draft', 'branch', 'board'] as const
export type RoomKind = (typeof roomKinds)[number]

const shape = /^([a-z]{1,20})\/([0-9a-f-]{36})$/

export const RoomName = {
  print: (kind: RoomKind, id: string): RoomName => `${kind}/${id}` as RoomName,

  /** The parts, or null. Never decodes: the caller has decoded the path once, and a second time is a trick. */
  parse(text: string): { name: RoomName; kind: string; id: string } | null {
    const match = shape.exec(text)
    if (!match || !isId(match[2])) return null
    return { name: text as RoomName, kind: match[1]!, id: match[2]! }
  },
}
