// Collab: every limit, in one place, each with the measurement or the reason behind it.

/** Sizes in bytes, times in milliseconds. A rate that is exceeded pauses reading; a size that is exceeded closes. */
/** Sockets that may wait to be accepted. A thousand people who come back at once overflow Node's 511: each of the rest asks again after a second. */
export const backlog = 4096

export type Limits = Readonly<Record<keyof typeof defaultLimits, number>>

export const defaultLimits = {
  /** One frame. A page of pasted text is 10 KB; pictures are files, not text. */
  frame: 1024 * 1024,
  /** Pieces in one update but that: 100,000 tiny ones hold up every client for 156 ms. */
  structs: 20_000,
  /** The one sync step 2 of a connection may hold an import or a day offline. */
  firstStep2: 12 * 1024 * 1024,
  /** Pieces of one message. ws itself allows 16,384, which cost 50 MB for 20 sockets. */
  fragments: 64,
  bufferedChunks: 1024,
  messagesPerSecond: 60,
  messagesBurst: 300,
  bytesPerSecond: 512 * 1024,
  /** What a room holds as one document. */
  document: 10 * 1024 * 1024,
  /** An honest client may type before its first sync is through: so much is held, for so long, and asked for again. */
  heldBytes: 64 * 1024,
  heldMs: 10_000,
  /** Types within types, and values within values; deeper ones overflow the stack of whoever reads them. */
  nesting: 100,
  /** One run may not claim more clocks than that; Yjs accepts 2^31 and stalls. */
  clocksPerRun: 10_000_000,
  /** One presence state. */
  presence: 4096,
  /** States in one presence frame: a client speaks of itself, and echoes the room's after a merged frame. */
  presenceEntries: 1024,
  /**
   * Newest state per client, merged: 100 people at 6 Hz cost half a core one by one and 4 % of it merged. So nobody is
   * heard more than 17 times in a second; the plan allows 20. What a browser says of others is an echo, and not counted.
   */
  presenceEveryMs: 60,
  /** So often each process tells the others who is with it; who says nothing for two and a half such times is forgotten. */
  presenceRelayMs: 15_000,
  /** Somebody else's presence, told ahead of its owner, must be confirmed by the owner within this time. */
  presenceConfirmMs: 2000,
  /** Client ids a connection may bring into a room; a tab needs one. */
  newClientIds: 32,
  newClientIdsPerMs: 3_600_000,
  /** Sockets of one person in this process. */
  socketsPerPerson: 1000,
  /** Clocks of server and collab may differ by so much when a pass is read. */
  passLeewayMs: 5000,
  /** Unsent bytes of a slow reader, beyond what its first sync needed. */
  unsent: 4 * 1024 * 1024,
  /** A large answer goes to the same connection at most so often, and never while the last is on its way. */
  largeAnswer: 4096,
  largeAnswerEveryMs: 5000,
  /** So many wait for a look at what they would delete (readers who come back); a look takes as long as a fold. */
  looksWaiting: 64,
  pingEveryMs: 15_000,
  /** A socket that was told to close is destroyed after this. */
  closeMs: 1000,
  /** Rights not heard of for so long: nobody writes until they can be read again. */
  noticesStaleMs: 2000,
  noticesEveryMs: 1000,
  /** Rooms are compared with the log so often: what another process wrote is here at most that late. */
  compareEveryMs: 5000,
  /** Bytes and rows that one commit takes along. */
  commitBytes: 4 * 1024 * 1024,
  commitRows: 2000,
  /** Between two tries while PostgreSQL is away. */
  retryMs: 250,
  /** Tries to read on in the log after a commit, before the room starts again. */
  readOnTries: 4,
  /** A snapshot is made when so much has come since the last. */
  foldUpdates: 500,
  foldBytes: 256 * 1024,
  /** A long text is folded again when as much has come as it has itself, or this. */
  foldAgainBytes: 1024 * 1024,
  /** Smaller tails are not worth a snapshot when a room is left. */
  foldOnLeave: 50,
  /** An empty room stays loaded for so long: reloading a page is common. */
  unloadMs: 10_000,
  loadMs: 10_000,
}
