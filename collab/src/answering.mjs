// Collab, workers: the other end of `Helper`.
import { parentPort } from 'node:worker_threads'

/**
 * Answers every question, one after the other; the updates that came with it are its `updates`.
 * @param {(question: any) => unknown} answer
 */
export function answering(answer) {
  parentPort?.on('message', ({ id, bytes, ends, ...question }) => {
    try {
      const updates = Array.from(ends, (end, i) => bytes.subarray(ends[i - 1] ?? 0, end))
      parentPort?.postMessage({ id, answer: answer({ ...question, updates }) })
    } catch (error) {
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
