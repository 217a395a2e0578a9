// Drafts: an update against what is known already. Yjs ignores what it has, but what begins in something it has and goes on
// is put where the update says and behind what stands there, which need not be the same place: then documents differ, or it
// throws. An honest client may send such a thing again after its line broke; somebody else may try what comes of it.
import * as Y from 'yjs'

/** The same update, with each piece that begins before what `doc` has cut there, as Yjs would have written it. */
export function unknownPart(
  doc: Y.Doc,
  update: Uint8Array,
  decoded: Pick<ReturnType<typeof Y.decodeUpdate>, 'structs'> = Y.decodeUpdate(update),
): Uint8Array {
  const isBegun = decoded.structs.some(({ id, length }) => {
    const known = Y.getState(doc.store, id.client)
    return id.clock < known && known < id.clock + length
  })
  return isBegun ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update
}
