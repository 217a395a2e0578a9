// Rooms: which of one's own words in a copy are not on record, from where its clients began to write them.
import * as Y from 'yjs'

/**
 * What the clients in `since` have written from their clocks on, as an update; null without any. It may hold no words at
 * all: whoever only deleted has unsent changes too.
 */
export function unsentSince(doc: Y.Doc, since: ReadonlyMap<number, number>): Uint8Array | null {
  if (since.size === 0) return null
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const [client, clock] of since) {
    const end = known.get(client)
    if (end !== undefined) known.set(client, Math.min(clock, end))
  }
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
}
