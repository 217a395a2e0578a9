// Rooms: what one may do in a room just now. The first frame that our client hears, and again whenever it changes.
import type { Access } from './access.js'
import type { RoomState } from './room-notice.js'

/**
 * What holds somebody's words back: the room's state, a decision about them (`right-changed`: they may do less than
 * before), or us. Null: nothing does.
 *
 * `service-behind`: the log cannot be written or rights cannot be read, so nothing is read from the socket and nothing
 * saved. `access` stays what it was: one may write on, and what one writes is not saved before another standing says so.
 */
export const standingReasons = ['frozen', 'sealed', 'right-changed', 'service-behind'] as const
export type StandingReason = (typeof standingReasons)[number]

/**
 * The body of a `standing` frame. `epoch` comes before the first sync step is answered, so that a client can compare it
 * with that of its local copy before it sends any of it.
 */
export type Standing = Readonly<{ state: RoomState; access: Access; reason: StandingReason | null; epoch: number }>
