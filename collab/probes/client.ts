// The probes: a client that says what it is told to, and remembers how it was sent away.
import { messageTypes, passSubprotocolPrefix, subprotocol } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { pause } from './probe.js'

/** Many sockets in a short time use up the ports of one address. */
let sockets = 0
export const localAddress = (): string => {
  const n = Math.floor(sockets++ / 500)
  return `127.0.${Math.floor(n / 200) % 200}.${(n % 200) + 2}`
}

export class Client {
  readonly ws: WebSocket
  readonly opened: Promise<boolean>
  readonly closed: Promise<number>
  code: number | null = null
  /** Of all messages. */
  heardBytes = 0
  heardAt = 0
  saved = 0
  /** Reasons of standings, newest last. */
  readonly standings: { state: string; access: string; reason: string | null }[] = []

  constructor(url: string, room: string, pass: string | null, ours = false) {
    const query = pass !== null && !ours ? `?pass=${pass}` : ''
    const protocols = ours ? [subprotocol, `${passSubprotocolPrefix}${pass}`] : []
    this.ws = new WebSocket(`${url}/${room}${query}`, protocols, { perMessageDeflate: false, localAddress: localAddress() })
    this.ws.binaryType = 'nodebuffer'
    this.ws.on('error', () => {})
    this.ws.on('message', (bytes: Buffer) => this.#hear(bytes))
    this.opened = new Promise((resolve) => {
      this.ws.once('open', () => resolve(true))
      this.ws.once('error', () => resolve(false))
    })
    this.closed = new Promise((resolve) => {
      this.ws.once('close', (code) => resolve((this.code = code)))
    })
  }

  static async enter(url: string, room: string, pass: string | null, ours = false): Promise<Client> {
    const client = new Client(url, room, pass, ours)
    await client.opened
    return client
  }

  #hear(bytes: Buffer): void {
    this.heardBytes += bytes.length
    this.heardAt = performance.now()
    const body = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(body)
    if (type === messageTypes.saved) this.saved = decoding.readVarUint(body)
    if (type === messageTypes.standing) this.standings.push(JSON.parse(decoding.readVarString(body)))
  }

  /** The code it was closed with, or null if it was not in time. */
  async closedWithin(ms = 5000): Promise<number | null> {
    await Promise.race([this.closed, pause(ms)])
    return this.code
  }

  sync(step: 0 | 1 | 2, body: Uint8Array): void {
    this.ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.sync)
        encoding.writeVarUint(encoder, step)
        encoding.writeVarUint8Array(encoder, body)
      }),
    )
  }

  /** Asks for the text, and hands in that it has none of its own. */
  begin(): void {
    this.sync(0, Uint8Array.of(0))
    this.sync(1, Uint8Array.of(0, 0))
  }

  presence(...states: [client: number, clock: number, state: unknown][]): void {
    const body = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, states.length)
      for (const [client, clock, state] of states) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
      }
    })
    this.ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.awareness)
        encoding.writeVarUint8Array(encoder, body)
      }),
    )
  }

  leave(): void {
    this.ws.terminate()
  }
}
