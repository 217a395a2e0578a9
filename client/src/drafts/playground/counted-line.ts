// Playground: one side's sockets, by way of its line, and what is counted of them: how many changes are on record.
// Counted from the frames themselves, so that it can be held against what the page says.
import { messageTypes } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import type * as Y from 'yjs'

export type Count = Readonly<{ unsaved: number; n: number; seq: number | null }>

const stateVector = 0

export class CountedLine {
  readonly #port: number
  readonly #listeners = new Set<() => void>()
  #written = 0
  #saved = 0
  /** How much was written when frame n of this socket was sent. */
  #covered: number[] = []
  #count: Count = { unsaved: 0, n: 0, seq: null }

  constructor(port: number) {
    this.#port = port
  }

  readonly get = (): Count => this.#count
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly open = (url: string, protocols: string[]): WebSocket => {
    const by = new URL(url)
    by.hostname = '127.0.0.1'
    by.port = `${this.#port}`
    const socket = new WebSocket(by, protocols)
    const covered: number[] = (this.#covered = [])
    this.#tell({ n: 0 })
    const send = socket.send.bind(socket)
    socket.send = (bytes: Uint8Array<ArrayBuffer>) => {
      const decoder = decoding.createDecoder(bytes)
      // A frame that asks (a state vector) bears no update; both others do.
      const isSync = decoding.readVarUint(decoder) === messageTypes.sync
      if (isSync && decoding.readVarUint(decoder) !== stateVector) covered.push(this.#written)
      send(bytes)
    }
    socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      if (decoding.readVarUint(decoder) !== messageTypes.saved || covered !== this.#covered) return
      const n = decoding.readVarUint(decoder)
      this.#saved = Math.max(this.#saved, covered[n - 1] ?? 0)
      this.#tell({ n, seq: decoding.readVarUint(decoder) })
    })
    return socket
  }

  /** Counts this side's own changes; another document begins anew. Answers how to stop. */
  watch(doc: Y.Doc): () => void {
    this.#written = this.#saved = 0
    this.#tell({})
    // Before Yjs tells of the update, which is then sent at once: so the frame already covers it.
    const wrote = ({ local, beforeState, afterState, deleteSet }: Y.Transaction) => {
      const isNew = [...afterState].some(([client, clock]) => (beforeState.get(client) ?? 0) < clock)
      if (!local || (!isNew && deleteSet.clients.size === 0)) return
      this.#written++
      this.#tell({})
    }
    doc.on('afterTransaction', wrote)
    return () => doc.off('afterTransaction', wrote)
  }

  #tell(news: { n?: number; seq?: number }): void {
    this.#count = { ...this.#count, ...news, unsaved: this.#written - this.#saved }
    for (const listener of this.#listeners) listener()
  }
}
