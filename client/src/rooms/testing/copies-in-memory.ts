// Rooms, for tests: copies as a browser keeps them, without one. A test decides when they are read and when they are lost.
import * as Y from 'yjs'
import type { Found, LocalCopies, LocalCopy } from '../ports.js'
import { unsentSince } from '../unsent.js'

type Kept = { rows: Uint8Array[]; unsent: Map<number, number> }

export class CopiesInMemory implements LocalCopies {
  readonly kept = new Map<number, Kept>()
  /** Epochs, in the order in which their copies were opened. */
  readonly opened: number[] = []
  forgotten = 0
  /** Copies are read when this has come. */
  readable: Promise<unknown> = Promise.resolve()
  /** As when the browser's storage is full or was taken away: nothing can be kept. */
  broken = false
  #epoch: number | null = null
  readonly #open = new Map<number, () => void>()

  readonly lastEpoch = (): number | null => this.#epoch

  readonly open = (epoch: number, doc: Y.Doc, changed: () => void): LocalCopy => {
    this.#epoch = epoch
    this.opened.push(epoch)
    const kept: Kept = this.kept.get(epoch) ?? { rows: [], unsent: new Map() }
    this.kept.set(epoch, kept)
    let holds = false
    let closed = false
    const found = this.readable.then((): Found => {
      if (closed || this.broken) return { brought: false, unsent: null }
      let brought = false
      const hear = () => (brought = true)
      doc.on('update', hear)
      Y.transact(doc, () => kept.rows.forEach((row) => Y.applyUpdate(doc, row)), kept, false)
      doc.off('update', hear)
      const unsent = unsentSince(doc, kept.unsent)
      kept.rows.push(Y.encodeStateAsUpdate(doc))
      doc.on('update', (update: Uint8Array) => holds && kept.rows.push(update))
      holds = true
      this.#open.set(epoch, () => {
        holds = false
        changed()
      })
      return { brought, unsent }
    })
    return {
      loaded: found,
      get holds() {
        return holds
      },
      wrote: (client, clock) => void (kept.unsent.has(client) || kept.unsent.set(client, clock)),
      saved: () => kept.unsent.clear(),
      close: () => {
        closed = true
        holds = false
      },
    }
  }

  readonly forget = (epoch: number): void => {
    if (this.#epoch === epoch) this.#epoch = null
    this.kept.delete(epoch)
    this.forgotten += 1
  }

  /** As when another tab, or the person, clears what this browser keeps. */
  takeAway(epoch: number): void {
    this.kept.delete(epoch)
    this.#open.get(epoch)?.()
  }
}
