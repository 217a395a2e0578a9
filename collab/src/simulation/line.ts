// Collab, simulation: the client's half of a websocket: what a browser does below a provider.
import { messageTypes } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { syncSteps } from '../wire.js'
import { Link } from './network.js'
import type { Right } from './rights.js'
import type { Town } from './town.js'

export type LineEvents = Readonly<{
  opened(): void
  heard(bytes: Uint8Array): void
  /** Exactly once; 1006 where nobody said why. */
  ended(code: number): void
}>

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 } as const

export class Line {
  readonly link: Link
  readonly right: Right
  isOpen = false
  isOver = false
  heardAt: number
  readonly #town: Town
  readonly #events: LineEvents
  #unread: Buffer = Buffer.alloc(0)
  #code = 1006

  constructor(town: Town, asked: { url: string; protocols: string | null; right: Right }, events: LineEvents) {
    this.#town = town
    this.#events = events
    this.right = asked.right
    this.heardAt = town.world.now
    const headers: Record<string, string> = {
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16, 7).toString('base64'),
    }
    if (asked.protocols !== null) headers['sec-websocket-protocol'] = asked.protocols
    this.link = new Link(town.world, asked.url, headers, { heard: (bytes) => this.#hear(bytes), ended: () => this.#end() })
    town.connect(this)
  }

  /** A binary message. */
  send(bytes: Uint8Array): void {
    if (!this.isOpen || this.isOver) return
    const update = updateIn(bytes)
    const { world, witness } = this.#town
    this.link.up(masked(opcodes.binary, bytes), () => {
      if (update !== null) witness.arrived(this.right, update, world.now)
    })
  }

  /** Bytes as they are, also such as no browser would send. */
  sendRaw(bytes: Uint8Array): void {
    if (this.isOpen) this.link.up(bytes)
  }

  /** The client has had enough of it. */
  abandon(): void {
    this.link.closedByClient()
    this.#end()
  }

  #hear(bytes: Buffer): void {
    this.heardAt = this.#town.world.now
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes])
    if (!this.isOpen) {
      const end = this.#unread.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = this.#unread.subarray(0, end).toString('latin1')
      this.#unread = this.#unread.subarray(end + 4)
      if (!head.startsWith('HTTP/1.1 101')) return this.abandon()
      this.isOpen = true
      this.#events.opened()
    }
    for (let frame = this.#nextFrame(); frame !== null && !this.isOver; frame = this.#nextFrame()) {
      if (frame.opcode === opcodes.binary) this.#events.heard(frame.body)
      else if (frame.opcode === opcodes.ping) this.link.up(masked(opcodes.pong, frame.body))
      else if (frame.opcode === opcodes.close) {
        this.#code = frame.body.length >= 2 ? frame.body.readUInt16BE(0) : 1005
        this.link.up(masked(opcodes.close, frame.body))
      }
    }
  }

  #nextFrame(): { opcode: number; body: Buffer } | null {
    const bytes = this.#unread
    if (bytes.length < 2) return null
    const short = bytes[1]! & 127
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < header) return null
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : bytes.readUIntBE(4, 6)
    if (bytes.length < header + length) return null
    this.#unread = bytes.subarray(header + length)
    return { opcode: bytes[0]! & 15, body: bytes.subarray(header, header + length) }
  }

  #end(): void {
    if (this.isOver) return
    this.isOver = true
    this.isOpen = false
    this.#events.ended(this.#code)
  }
}

/** A whole frame as a client sends it; the mask is zero, which leaves the bytes as they are. */
export function masked(opcode: number, body: Uint8Array): Buffer {
  const header = body.length < 126 ? 2 : body.length < 65536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + body.length)
  frame[0] = 0x80 | opcode
  if (header === 2) frame[1] = 0x80 | body.length
  else if (header === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(body.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeUIntBE(body.length, 4, 6)
  }
  frame.set(body, header + 4)
  return frame
}

/** The update that a message carries, as far as one can be read out of it. */
export function updateIn(message: Uint8Array): Uint8Array | null {
  try {
    const decoder = decoding.createDecoder(message)
    if (decoding.readVarUint(decoder) !== messageTypes.sync) return null
    if (decoding.readVarUint(decoder) === syncSteps.stateVector) return null
    return Uint8Array.from(decoding.readVarUint8Array(decoder))
  } catch {
    return null
  }
}

/** A message of varints and pieces of bytes. */
export function message(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else encoding.writeVarUint8Array(encoder, part)
  }
  return encoding.toUint8Array(encoder)
}

export const syncMessage = (step: number, body: Uint8Array): Uint8Array => message(messageTypes.sync, step, body)

/** One presence state, told of a client. */
export function presenceMessage(client: number, clock: number, state: unknown): Uint8Array {
  return message(messageTypes.awareness, message(1, client, clock, Buffer.from(JSON.stringify(state))))
}
