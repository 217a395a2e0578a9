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

  /** Rejects for what the worker throws at, and for all that is under way when it dies. */
  ask<Wanted>(question: object, transfer: ArrayBuffer[] = []): Promise<Wanted> {
    if (this.#closed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => {
      const id = this.#next++
      const timeout = setTimeout(() => this.#fail(new Error('the worker took too long')), patience)
      timeout.unref()
      this.#jobs.set(id, { resolve: resolve as Job['resolve'], reject, timeout })
      this.#running().postMessage({ id, ...question }, transfer)
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
    // Not a reason to stay alive.
    worker.unref()
    worker.on('message', (told: Answer) => {
      const job = this.#jobs.get(told.id)
      this.#jobs.delete(told.id)
      clearTimeout(job?.timeout)
      if ('error' in told) job?.reject(new Error(told.error))
      else job?.resolve(told.answer)
    })
    worker.on('error', (error: Error) => this.#fail(error))
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

/** Copies of just these bytes, to be given away: a view would take its whole buffer along. */
export function copiesOf(updates: readonly Uint8Array[]): { copies: Uint8Array[]; buffers: ArrayBuffer[] } {
  const copies = updates.map((update) => Uint8Array.from(update))
  return { copies, buffers: copies.map(({ buffer }) => buffer as ArrayBuffer) }
}
