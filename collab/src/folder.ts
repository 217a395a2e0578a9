// Collab: hands updates to the worker that folds them. Folding on the main thread stalled every room for 115–470 ms.
import { Worker } from 'node:worker_threads'

/** One update, and what it says of itself: how far each client is, what is deleted, and `Children` of its elements. */
export type Folded = Readonly<{ update: Uint8Array; stateVector: Uint8Array; deletions: Uint8Array; children: Uint8Array }>

type Answer = { id: number } & (Folded | { error: string })
type Job = { resolve(folded: Folded): void; reject(error: Error): void; timeout: NodeJS.Timeout }

/** A fold of 10 MB takes about a second; what takes so much longer never ends. */
const patience = 30_000

export class Folder {
  #worker: Worker | null = null
  readonly #jobs = new Map<number, Job>()
  #next = 0
  #closed = false

  /** One update that says all that these say, with its state vector and delete set. Rejects for what cannot be applied. */
  fold(base: Uint8Array | null, updates: readonly Uint8Array[]): Promise<Folded> {
    if (this.#closed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => {
      const id = this.#next++
      const timeout = setTimeout(() => this.#fail(new Error('the fold took too long')), patience)
      this.#jobs.set(id, { resolve, reject, timeout })
      // Copies of just these bytes: a view would take its whole buffer along.
      const copies = updates.map((update) => Uint8Array.from(update))
      this.#running().postMessage({ id, base, updates: copies }, copies.map(({ buffer }) => buffer))
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
    const worker = new Worker(new URL('./fold.worker.mjs', import.meta.url))
    // Not a reason to stay alive.
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const job = this.#jobs.get(answer.id)
      this.#jobs.delete(answer.id)
      clearTimeout(job?.timeout)
      if ('error' in answer) job?.reject(new Error(answer.error))
      else job?.resolve(answer)
    })
    worker.on('error', (error: Error) => this.#fail(error))
    this.#worker = worker
    return worker
  }

  /** The worker goes with whatever it was given; the next fold starts another. */
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
