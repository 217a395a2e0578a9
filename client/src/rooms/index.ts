// The door of rooms: the shared text of a room, who is in it, and whether one's words are on record.
export { browserClock, type Clock, type EnterRefusal, type FetchPass, type Pass } from './ports.js'
export { tellKeptHere, useKeptHere } from './kept-here.js'
export { browserCopies } from './local-copies.js'
export { RoomProvider, type RoomOptions } from './room-provider.js'
export type { RoomDocument, RoomStatus, Saved, Stopped } from './room-status.js'
