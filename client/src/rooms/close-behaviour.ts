// Rooms: what the client does when a socket is closed, by its code. The sentences are in the catalogue, by reason.
import { closeCodes, comesBack, type CloseReason } from '@faellesrum/schema/rooms'

/**
 * `retry`: come back by itself, later and later. `new-pass`: at once, with a pass fetched anew; twice in a row it is over.
 * `renew`: this document cannot be handed in: show its unsent words, begin with an empty one. `stop`: only a person can
 * do something about it, and the page says what.
 */
export type CloseBehaviour = 'retry' | 'new-pass' | 'renew' | 'stop'

const behaviours: Readonly<Record<CloseReason, CloseBehaviour>> = {
  malformed: 'stop',
  notSignedIn: 'new-pass',
  rightEnded: 'stop',
  unknownRoom: 'stop',
  otherShape: 'stop',
  otherEpoch: 'renew',
  tooLarge: 'stop',
  tooMany: 'stop',
  evicted: 'retry',
  fetchNewPass: 'new-pass',
  cannotLoad: 'retry',
  resync: 'retry',
  clientIdTaken: 'renew',
  restart: 'retry',
}

const reasons = new Map<number, CloseReason>(Object.entries(closeCodes).map(([reason, code]) => [code, reason as CloseReason]))

/** Null for codes that are not ours, such as 1006 where the line was cut. */
export const closeReason = (code: number): CloseReason | null => reasons.get(code) ?? null

/** Unknown codes follow the rule that y-websocket has too: 4400–4499 stop, all else comes back. */
export function closeBehaviour(code: number): CloseBehaviour {
  const reason = closeReason(code)
  if (reason !== null) return behaviours[reason]
  return comesBack(code) ? 'retry' : 'stop'
}
