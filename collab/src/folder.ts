// Collab: has updates folded by a worker. Folding on the main thread stalled every room for 115–470 ms.
import { Helper } from './helper.js'

/** One update, and what it says of itself: how far each client is, what is deleted, and `Children` of its elements. */
export type Folded = Readonly<{ update: Uint8Array; stateVector: Uint8Array; deletions: Uint8Array; children: Uint8Array }>

export class Folder {
  readonly #helper = new Helper(new URL('./fold.worker.mjs', import.meta.url))

  /**
   * One update that says all that these say, with its state vector and delete set. Rejects for what cannot be applied.
   * `isLog`: they stand in the log so, and no room has taken them in yet.
   */
  fold(base: Uint8Array | null, updates: readonly Uint8Array[], isLog = false): Promise<Folded> {
    return this.#helper.ask({ base, isLog }, updates)
  }

  /** Whether a reader of all these would see anything else after those. */
  shows(base: Uint8Array | null, updates: readonly Uint8Array[], after: readonly Uint8Array[]): Promise<boolean> {
    return this.#helper.ask({ base, after }, updates)
  }

  close(): Promise<void> {
    return this.#helper.close()
  }
}
