// Collab, worker: folds a room's updates into one, away from the sockets. Plain JavaScript, because a worker is started
// from its file: the same one runs from source in tests and from dist in production. It may die of what it is given
// without taking a room along.
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

parentPort?.on('message', ({ id, base, updates }) => {
  try {
    parentPort?.postMessage({ id, ...fold(base, updates) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

/**
 * One transaction for all: replaying 20,000 updates takes 0.2 s, `mergeUpdates` of the same list 14 s.
 * @param {Uint8Array | null} base
 * @param {Uint8Array[]} updates
 */
function fold(base, updates) {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (base !== null) Y.applyUpdate(doc, base)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('something is missing before these updates')
  }
  const update = Y.encodeStateAsUpdate(doc)
  // An update without structs is a zero and a delete set.
  const everything = Y.encodeStateVector(doc)
  const deletions = Y.encodeStateAsUpdate(doc, everything).subarray(1)
  return { update, stateVector: everything, deletions: Uint8Array.from(deletions) }
}
