// Rooms: what somebody may do in a room, from least to most.

/**
 * `read` sees the text and who is there; `comment` may also comment (an act, not a frame); `suggest` may also open a
 * branch; `write` may change the text. Only `write` makes a frame count in the room itself.
 */
export const accesses = ['read', 'comment', 'suggest', 'write'] as const
export type Access = (typeof accesses)[number]
