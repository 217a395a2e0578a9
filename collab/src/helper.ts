// Collab: a worker that is asked and answers, away from the sockets. It may die of what it is given without taking
// anybody along; the next question starts another.
import { Worker } from 'node:worker_threads'

type Answer = { id: number; answer: unknown } | { id: number; error: string }
type Job = { resolve(answer: unknown): void; reject(error: Error): void; timeout: NodeJS.Timeout }

/** A fold of 10 MB takes about a second; what takes so much longer never ends. */
const patience = 30_000

export class Helper {
  readonly #file: URL
  #worker: Worker | null = null
  readonly #jobs = new Map<number, Job>()
  #next = 0
  #closed = false

  /** Plain JavaScript, because a worker is started from its file: the same one runs from source in tests and from dist. */
  constructor(file: URL) {
    this.#file = file
  }

  /**
   * Copies of the updates go along as `updates`. Rejects for what the worker throws at, and for all that is under way when
   * it dies.
   */
  ask<Wanted>(question: object, updates: readonly Uint8Array[] = []): Promise<Wanted> {
    if (this.#closed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => {
      const id = this.#next++
      const timeout = setTimeout(() => this.#fail(new Error('the worker took too long')), patience)
      timeout.unref()
      this.#jobs.set(id, { resolve: resolve as Job['resolve'], reject, timeout })
      const { bytes, ends } = inOnePiece(updates)
      this.#running().postMessage({ id, ...question, bytes, ends }, [bytes.buffer, ends.buffer])
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#fail(new Error('closed'))
    await worker?.terminate()
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker
    // What the process was started with (tests run from TypeScript) is not for a worker, which runs what was built.
    const worker = new Worker(this.#file, { execArgv: [] })
    worker.on('message', (told: Answer) => {
      const job = this.#jobs.get(told.id)
      this.#jobs.delete(told.id)
      clearTimeout(job?.timeout)
      if ('error' in told) job?.reject(new Error(told.error))
      else job?.resolve(told.answer)
    })
    worker.on('error', (error: Error) => this.#fail(error))
    // Not a reason to stay alive; after the listeners, for whoever listens takes that back.
    worker.unref()
    this.#worker = worker
    return worker
  }

  #fail(error: Error): void {
    void this.#worker?.terminate()
    this.#worker = null
    for (const job of this.#jobs.values()) {
      clearTimeout(job.timeout)
      job.reject(error)
    }
    this.#jobs.clear()
  }
}

/** A message of a hundred thousand small buffers costs more than all that is done with them. */
function inOnePiece(updates: readonly Uint8Array[]) {
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0))
  const ends = new Uint32Array(updates.length)
  let at = 0
  for (const [i, update] of updates.entries()) {
    bytes.set(update, at)
    ends[i] = at += update.length
  }
  return { bytes, ends }
}
