// The bench, clients: the messages of y-protocols as bytes. Hocuspocus wants the room's name before each.
import { messageTypes } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Speaks } from '../names.js'

export const syncSteps = { stateVector: 0, answer: 1, update: 2 } as const

/** Hocuspocus answers each frame that may change the text by a message of this type. */
const syncStatus = 8

export const nothing = Uint8Array.of(0)
/** An update without structs and deletions. */
export const noUpdate = Uint8Array.of(0, 0)

export type Heard =
  | { kind: 'sync'; step: number; body: Uint8Array }
  | { kind: 'presence'; body: Uint8Array }
  | { kind: 'saved'; n: number }
  | { kind: 'applied'; is: boolean }
  | { kind: 'authenticated' }
  | { kind: 'denied'; why: string }
  | { kind: 'other' }

export class Speech {
  readonly speaks: Speaks
  readonly #prefix: Uint8Array

  constructor(speaks: Speaks, room: string) {
    this.speaks = speaks
    this.#prefix = encoding.encode((encoder) => {
      if (speaks === 'hocuspocus') encoding.writeVarString(encoder, room)
    })
  }

  sync(step: number, body: Uint8Array): Uint8Array {
    return this.#message((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  presence(client: number, clock: number, json: string): Uint8Array {
    return this.#message((encoder) => {
      const body = encoding.encode((inner) => {
        encoding.writeVarUint(inner, 1)
        encoding.writeVarUint(inner, client)
        encoding.writeVarUint(inner, clock)
        encoding.writeVarString(inner, json)
      })
      encoding.writeVarUint(encoder, messageTypes.awareness)
      encoding.writeVarUint8Array(encoder, body)
    })
  }

  /** The token that Hocuspocus asks for before anything else. */
  introduction(): Uint8Array {
    return this.#message((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.auth)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'bench')
    })
  }

  read(bytes: Uint8Array): Heard {
    const decoder = decoding.createDecoder(bytes)
    decoder.pos = this.#prefix.length
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) {
      const step = decoding.readVarUint(decoder)
      return { kind: 'sync', step, body: decoding.readVarUint8Array(decoder) }
    }
    if (type === messageTypes.awareness) return { kind: 'presence', body: decoding.readVarUint8Array(decoder) }
    if (this.speaks === 'faellesrum') {
      return type === messageTypes.saved ? { kind: 'saved', n: decoding.readVarUint(decoder) } : { kind: 'other' }
    }
    if (this.speaks !== 'hocuspocus') return { kind: 'other' }
    if (type === syncStatus) return { kind: 'applied', is: decoding.readVarUint(decoder) === 1 }
    if (type !== messageTypes.auth) return { kind: 'other' }
    const said = decoding.readVarUint(decoder)
    return said === 2 ? { kind: 'authenticated' } : { kind: 'denied', why: `auth ${said}` }
  }

  #message(write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, this.#prefix)
      write(encoder)
    })
  }
}

/** Hears what a presence frame tells of each client. */
export type FoundState = (client: number, clock: number, json: () => string) => void

export function readPresence(body: Uint8Array, found: FoundState): void {
  const decoder = decoding.createDecoder(body)
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const json = decoding.readVarUint8Array(decoder)
    found(client, clock, () => Buffer.from(json).toString('utf8'))
  }
}
