// Rooms: what one may do in a room just now. The first frame that our client hears, and again whenever it changes.
import type { Access } from './access.js'
import type { RoomState } from './room-notice.js'

/** Why somebody may do less than their pass said: the room's state, or a decision about them. Null: nothing is held back. */
export const standingReasons = ['frozen', 'sealed', 'right-ended', 'right-changed', 'service-behind'] as const
export type StandingReason = (typeof standingReasons)[number]

/**
 * The body of a `standing` frame. `epoch` comes before the first sync step is answered, so that a client can compare it
 * with that of its local copy before it sends any of it.
 */
export type Standing = Readonly<{ state: RoomState; access: Access; reason: StandingReason | null; epoch: number }>
