// Collab, worker: folds a room's updates into one, away from the sockets. Plain JavaScript, because a worker is started
// from its file: the same one runs from source in tests and from dist in production. It may die of what it is given
// without taking a room along.
import { parentPort } from 'node:worker_threads'
import { fold } from './fold.mjs'

parentPort?.on('message', ({ id, base, updates }) => {
  try {
    parentPort?.postMessage({ id, ...fold(base, updates) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
