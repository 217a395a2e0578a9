// Collab, tests: a client that says what it is told to, bytes and all.
import { messageTypes, passSubprotocolPrefix, subprotocol } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

type Heard = { type: number; body: decoding.Decoder; bytes: Uint8Array }

export class RawClient {
  readonly ws: WebSocket
  readonly heard: Heard[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  readonly opened: Promise<void>
  #code: number | null = null

  constructor(url: string, options: { pass?: string; ours?: boolean; origin?: string } = {}) {
    const { pass, ours = false, origin } = options
    const query = pass !== undefined && !ours ? `?pass=${pass}` : ''
    const protocols = ours ? [subprotocol, `${passSubprotocolPrefix}${pass}`] : []
    this.ws = new WebSocket(url + query, protocols, origin === undefined ? {} : { origin })
    this.ws.binaryType = 'nodebuffer'
    this.ws.on('error', () => {})
    this.ws.on('message', (bytes: Buffer) => {
      const body = decoding.createDecoder(bytes)
      this.heard.push({ type: decoding.readVarUint(body), body, bytes })
    })
    this.opened = new Promise((resolve, reject) => {
      this.ws.once('open', resolve)
      this.ws.once('error', reject)
    })
    this.opened.catch(() => {})
    this.closed = new Promise((resolve) => {
      this.ws.once('close', (code, reason) => {
        this.#code = code
        resolve({ code, reason: reason.toString() })
      })
    })
    onTestFinished(() => this.ws.terminate())
  }

  get closeCode(): number | null {
    return this.#code
  }

  send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    write(encoder)
    this.ws.send(encoding.toUint8Array(encoder))
  }

  sync(step: 0 | 1 | 2, body: Uint8Array): void {
    this.send((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  /** Asks for the text, and hands in that it has none of its own. */
  begin(): void {
    this.sync(0, Y.encodeStateVector(new Y.Doc()))
    this.sync(1, Uint8Array.of(0, 0))
  }

  presence(...states: [client: number, clock: number, state: unknown][]): void {
    this.send((encoder) => {
      const body = encoding.createEncoder()
      encoding.writeVarUint(body, states.length)
      for (const [client, clock, state] of states) {
        encoding.writeVarUint(body, client)
        encoding.writeVarUint(body, clock)
        encoding.writeVarString(body, typeof state === 'string' ? state : JSON.stringify(state))
      }
      encoding.writeVarUint(encoder, messageTypes.awareness)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
    })
  }

  lease(token: string): void {
    this.send((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.lease)
      encoding.writeVarString(encoder, token)
    })
  }

  /** `saved` frames so far. */
  get saved(): { n: number; seq: number }[] {
    return this.of(messageTypes.saved).map((body) => ({ n: decoding.readVarUint(body), seq: decoding.readVarUint(body) }))
  }

  get standings(): { state: string; access: string; reason: string | null; epoch: number }[] {
    return this.of(messageTypes.standing).map((body) => JSON.parse(decoding.readVarString(body)))
  }

  get leases(): number[] {
    return this.of(messageTypes.lease).map((body) => decoding.readVarUint(body))
  }

  of(type: number): decoding.Decoder[] {
    return this.heard
      .filter((frame) => frame.type === type)
      .map(({ bytes }) => {
        const decoder = decoding.createDecoder(bytes)
        decoding.readVarUint(decoder)
        return decoder
      })
  }
}

/** The update that a client with this id would send for typing at the start of the root text. */
export function typed(client: number, text: string, onto?: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  if (onto) Y.applyUpdate(doc, onto)
  // Afterwards: Yjs takes another id when it hears of its own.
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.getText('default').insert(0, text)
  return Y.encodeStateAsUpdate(doc, before)
}

/** A document of one client, update by update. */
export function typing(client: number): (text: string) => Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  return (text) => {
    const before = Y.encodeStateVector(doc)
    doc.getText('default').insert(doc.getText('default').length, text)
    return Y.encodeStateAsUpdate(doc, before)
  }
}
