// Rooms: a decision that changes who may do what in a room. A row, written in the act's own transaction.
import type { MandateId, PersonId } from '../kernel/index.js'
import type { Access } from './access.js'
import type { RoomName } from './room-name.js'

/**
 * What the server tells collab. `ended`: this right is over (`session` alone: signed out; `mandate` alone: the mandate
 * ended everywhere; `room` limits it). `changed`: the same person now has this access in this room.
 * `opened`: ask anew, more may enter. `closed`: fewer may; whoever is not among those who are sure to stay asks anew,
 * and passes that were made before open nothing. `state`: the room was frozen, sealed or opened again.
 * `freezing` is a hint without a row: flush what you hold.
 */
export type RoomNotice =
  | { kind: 'ended'; room: RoomName | null; person: PersonId | null; mandate: MandateId | null; session: string | null }
  | { kind: 'changed'; room: RoomName; person: PersonId; mandate: MandateId; access: Access }
  | { kind: 'opened'; room: RoomName }
  | { kind: 'closed'; room: RoomName; keeping: readonly PersonId[] }
  | { kind: 'state'; room: RoomName; state: RoomState; epoch: number }

export const roomStates = ['open', 'frozen', 'sealed'] as const
export type RoomState = (typeof roomStates)[number]

/**
 * The PostgreSQL channel that only wakes: without a payload for the rows of `rooms.notice`, which are the truth; with a
 * room's name for its log, in which the server has written.
 */
export const noticeChannel = 'room_notice'
