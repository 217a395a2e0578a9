// Collab, workers: the other end of `Helper`.
import { parentPort } from 'node:worker_threads'

/**
 * Answers every question, one after the other.
 * @param {(question: any) => unknown} answer
 */
export function answering(answer) {
  parentPort?.on('message', ({ id, ...question }) => {
    try {
      parentPort?.postMessage({ id, answer: answer(question) })
    } catch (error) {
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
