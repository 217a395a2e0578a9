// Rooms: the first varint of a frame. 0–3 are y-websocket's own; from 64 on ours, sent only to clients that offered
// the subprotocol `faellesrum.v1`.

export const subprotocol = 'faellesrum.v1'
/** Our client offers `pass.<token>` beside it; the server never answers that one. */
export const passSubprotocolPrefix = 'pass.'

export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * server → client: varuint n, varuint seq. The first n update-bearing frames received on this connection (1-based; a
   * sync step 2 counts) are committed, the n-th as log row seq. It counts up and may leave numbers out: `saved 7` says 1
   * to 7. Where a frame held nothing new, seq is the last row's.
   */
  saved: 64,
  /** client → server: var string, a new pass for the same room; server → client: varuint, milliseconds the lease still has. */
  lease: 65,
  /** server → client: var string JSON of `Standing`: first of all on every connection, then when it has changed, without a close. */
  standing: 66,
} as const
