// The probes: a client that says what it is told to, and remembers what it heard and how it was sent away.
import { messageTypes, passSubprotocolPrefix, type Standing, subprotocol } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { noUpdate, nothing, readPresence, Speech, syncSteps } from '../bench/clients/speech.js'
import { pause } from '../faults/ground.js'
import { localAddress } from './probe.js'

const speech = new Speech('faellesrum', '')

type Options = Readonly<{
  /** Speaks as our client does, and so hears of what is saved. */
  ours?: boolean
  headers?: Readonly<Record<string, string>>
}>

export class Client {
  readonly ws: WebSocket
  readonly opened: Promise<boolean>
  readonly closed: Promise<number>
  code: number | null = null
  /** Bytes of all messages so far. */
  heard = 0
  /** Answers to what it asked for. */
  answers = 0
  updates: Uint8Array[] = []
  saved = 0
  readonly standings: Standing[] = []
  /** What it was told of who is there, in order. */
  readonly presences: { client: number; state: Record<string, unknown> | null }[] = []
  #frames = 0
  #look: () => void = () => {}

  constructor(url: string, room: string, pass: string | null, { ours = false, headers = {} }: Options = {}) {
    const query = pass !== null && !ours ? `?pass=${pass}` : ''
    const protocols = ours ? [subprotocol, `${passSubprotocolPrefix}${pass}`] : []
    this.ws = new WebSocket(`${url}/collab/${room}${query}`, protocols, {
      perMessageDeflate: false,
      headers,
      localAddress: localAddress(),
    })
    this.ws.binaryType = 'nodebuffer'
    this.ws.on('error', () => {})
    this.ws.on('message', (bytes: Buffer) => this.#hear(bytes))
    this.opened = new Promise((resolve) => {
      this.ws.once('open', () => resolve(true))
      this.ws.once('error', () => resolve(false))
    })
    this.closed = new Promise((resolve) => {
      this.ws.once('close', (code) => {
        resolve((this.code = code))
        this.#look()
      })
    })
  }

  static async enter(url: string, room: string, pass: string | null, options: Options = {}): Promise<Client> {
    const client = new Client(url, room, pass, options)
    await client.opened
    return client
  }

  #hear(bytes: Buffer): void {
    this.heard += bytes.length
    const said = speech.read(bytes)
    if (said.kind === 'saved') this.saved = said.n
    else if (said.kind === 'sync' && said.step !== syncSteps.stateVector) {
      this.updates.push(said.body)
      if (said.step === syncSteps.answer) this.answers += 1
    } else if (said.kind === 'presence') {
      readPresence(said.body, (client, _, json) => this.presences.push({ client, state: JSON.parse(json()) }))
    } else if (bytes[0] === messageTypes.standing) {
      const body = decoding.createDecoder(bytes.subarray(1))
      this.standings.push(JSON.parse(decoding.readVarString(body)))
    }
    this.#look()
  }

  /** The code it was closed with; null if it was not in time. */
  async closedWithin(ms = 5000): Promise<number | null> {
    await Promise.race([this.closed, pause(ms)])
    return this.code
  }

  /**
   * Of one that speaks as our client does: the code it was closed with, or that all of its frames so far are in the log
   * or hold nothing new.
   */
  async outcome(ms = 5000): Promise<number | 'taken' | 'no answer'> {
    const isOver = (): boolean => this.code !== null || this.saved >= this.sent
    if (!isOver()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#look = () => {
          if (!isOver()) return
          clearTimeout(timer)
          resolve()
        }
      })
    }
    return this.code ?? (isOver() ? 'taken' : 'no answer')
  }

  sync(step: number, body: Uint8Array): void {
    if (step !== syncSteps.stateVector) this.#frames += 1
    this.ws.send(speech.sync(step, body))
  }

  /** Frames that may change the text, so far: `saved` counts up to it. */
  get sent(): number {
    return this.#frames
  }

  /** Asks for the text, and hands in that it has none of its own. */
  begin(): void {
    this.sync(syncSteps.stateVector, nothing)
    this.sync(syncSteps.answer, noUpdate)
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
