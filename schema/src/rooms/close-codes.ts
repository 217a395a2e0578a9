// Rooms: why a socket was closed, and whether to come back. y-websocket stops for 4400–4499 and retries all else.

export const closeCodes = {
  malformed: 4400,
  notSignedIn: 4401,
  rightEnded: 4403,
  unknownRoom: 4404,
  otherShape: 4409,
  otherEpoch: 4410,
  tooLarge: 4413,
  tooMany: 4429,
  evicted: 4500,
  fetchNewPass: 4501,
  cannotLoad: 4503,
  resync: 4504,
  clientIdTaken: 4505,
  restart: 1012,
} as const

export type CloseReason = keyof typeof closeCodes
export type CloseCode = (typeof closeCodes)[CloseReason]

/** True where a client should come back by itself, false where only a person can do something about it. */
export const comesBack = (code: number): boolean => code < 4400 || code > 4499
