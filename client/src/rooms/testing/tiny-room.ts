// Rooms, for tests: a room small enough to read, on the other end of the wire. Commits when it is told to, so that a
// test can look between the sending and the saving.
import type { Standing } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { OpenSocket, Socket } from '../ports.js'

type End = Socket & { frames: number; protocols: readonly string[]; url: string }

export class TinyRoom {
  readonly doc = new Y.Doc()
  standing: Standing = { state: 'open', access: 'write', reason: null, epoch: 1 }
  /** False: frames are taken in and not committed until `commit`. */
  commits = true
  /** A code that every socket is closed with as soon as it is open. */
  refuses: number | null = null
  /** False: sockets are cut before they are open. */
  reachable = true
  readonly opened: End[] = []
  readonly leases: string[] = []
  readonly presence: Uint8Array[] = []
  #seq = 0
  #uncommitted: { end: End; update: Uint8Array }[] = []

  get ends(): readonly End[] {
    return this.opened.filter(({ readyState }) => readyState === 1)
  }

  readonly openSocket: OpenSocket = (url, protocols) => {
    const end: End = {
      binaryType: '',
      readyState: 0,
      frames: 0,
      url,
      protocols,
      send: (bytes) => this.#hear(end, bytes),
      close: () => Object.assign(end, { readyState: 3 }),
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
    }
    this.opened.push(end)
    queueMicrotask(() => {
      if (!this.reachable) return this.close(end, 1006)
      Object.assign(end, { readyState: 1 })
      end.onopen?.({} as never)
      if (this.refuses !== null) return this.close(end, this.refuses)
      this.stand(end)
      this.#sync(end, 0, Y.encodeStateVector(this.doc))
    })
    return end
  }

  close(end: End, code: number): void {
    Object.assign(end, { readyState: 3 })
    end.onclose?.({ code } as never)
  }

  stand(end: End, standing = this.standing): void {
    this.#send(end, 66, (encoder) => encoding.writeVarString(encoder, JSON.stringify(standing)))
  }

  lease(end: End, ms: number): void {
    this.#send(end, 65, (encoder) => encoding.writeVarUint(encoder, ms))
  }

  /** The words of somebody else. */
  type(words: string): void {
    const before = Y.encodeStateVector(this.doc)
    writeInto(this.doc, words)
    for (const end of this.ends) this.#sync(end, 2, Y.encodeStateAsUpdate(this.doc, before))
  }

  /** Somebody's browser says this about itself. */
  present(client: number, clock: number, state: unknown): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
    const update = encoding.toUint8Array(encoder)
    for (const end of this.ends) this.#send(end, 1, (frame) => encoding.writeVarUint8Array(frame, update))
  }

  commit(): void {
    for (const { end, update } of this.#uncommitted.splice(0)) {
      Y.applyUpdate(this.doc, update)
      this.#seq += 1
      end.frames += 1
      this.#send(end, 64, (encoder) => {
        encoding.writeVarUint(encoder, end.frames)
        encoding.writeVarUint(encoder, this.#seq)
      })
    }
  }

  /** What was taken in and not committed is refused without a word. */
  drop(): void {
    this.#uncommitted = []
  }

  /** The power went: whatever was not committed is gone. */
  crash(): void {
    this.drop()
    for (const end of this.ends) this.close(end, 1006)
  }

  raw(end: End, bytes: Uint8Array): void {
    end.onmessage?.({ data: bytes.slice().buffer } as never)
  }

  #hear(end: End, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 65) this.leases.push(decoding.readVarString(decoder))
    if (type === 1) this.presence.push(decoding.readVarUint8Array(decoder))
    if (type === 3) this.#send(end, 1, (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array([0])))
    if (type !== 0) return
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step === 0) return this.#sync(end, 1, Y.encodeStateAsUpdate(this.doc, body))
    this.#uncommitted.push({ end, update: body })
    if (this.commits) this.commit()
  }

  #sync(end: End, step: number, body: Uint8Array): void {
    this.#send(end, 0, (encoder) => {
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  #send(end: End, type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.raw(end, encoding.toUint8Array(encoder))
  }
}

/** A paragraph with these words at the end of the text. */
export function writeInto(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').push([paragraph])
}

export const textOf = (doc: Y.Doc): string =>
  doc
    .getXmlFragment('default')
    .toArray()
    .map((block) => (block as Y.XmlElement).toArray().map((text) => (text as Y.XmlText).toJSON()).join(''))
    .join('|')
