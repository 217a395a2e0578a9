// The door of rooms: names, passes, notices, frames and close codes that server, collab and client agree on.
export { type Access, accesses } from './access.js'
export { closeCodes, type CloseCode, type CloseReason, comesBack } from './close-codes.js'
export { messageTypes, passSubprotocolPrefix, subprotocol } from './frames.js'
export { RoomName, type RoomKind, roomKinds } from './room-name.js'
export { leaseMs, passAudience, type PassClaims, passLifetimeMs, passVersion } from './room-pass.js'
export { noticeChannel, type RoomNotice, type RoomState, roomStates } from './room-notice.js'
export { type Standing, type StandingReason, standingReasons } from './standing.js'
export type { AuthoredRun, Beginning, LogRow, RoomHead, RoomRecords, Sender, Tx } from './room-records.js'
