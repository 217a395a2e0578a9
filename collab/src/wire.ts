// Collab: what goes over the wire, as whole websocket frames. A frame that goes to a hundred people is made once.
import { messageTypes, type Standing } from '@faellesrum/schema/rooms'
import * as encoding from 'lib0/encoding'

export const syncSteps = { stateVector: 0, answer: 1, update: 2 } as const

/** A binary message with its websocket header before it; a server's frames are not masked. */
export type WireFrame = Uint8Array

function frame(write: (encoder: encoding.Encoder) => void): WireFrame {
  const encoder = encoding.createEncoder()
  write(encoder)
  const length = encoding.length(encoder)
  const header = length < 126 ? 2 : length < 65536 ? 4 : 10
  const whole = Buffer.allocUnsafe(header + length)
  whole[0] = 0x82
  if (header === 2) whole[1] = length
  else if (header === 4) {
    whole[1] = 126
    whole.writeUInt16BE(length, 2)
  } else {
    whole[1] = 127
    whole.writeUIntBE(0, 2, 2)
    whole.writeUIntBE(length, 4, 6)
  }
  whole.set(encoding.toUint8Array(encoder), header)
  return whole
}

const sync = (step: number, body: Uint8Array): WireFrame =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })

export const wire = {
  askFor: (stateVector: Uint8Array): WireFrame => sync(syncSteps.stateVector, stateVector),
  answer: (update: Uint8Array): WireFrame => sync(syncSteps.answer, update),
  update: (update: Uint8Array): WireFrame => sync(syncSteps.update, update),

  presence: (states: Iterable<readonly [client: number, clock: number, json: string]>): WireFrame =>
    frame((encoder) => {
      const list = [...states]
      const body = encoding.createEncoder()
      encoding.writeVarUint(body, list.length)
      for (const [client, clock, json] of list) {
        encoding.writeVarUint(body, client)
        encoding.writeVarUint(body, clock)
        encoding.writeVarString(body, json)
      }
      encoding.writeVarUint(encoder, messageTypes.awareness)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
    }),

  saved: (n: number, seq: number): WireFrame =>
    frame((encoder) => {
      for (const value of [messageTypes.saved, n, seq]) encoding.writeVarUint(encoder, value)
    }),

  lease: (ms: number): WireFrame =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.lease)
      encoding.writeVarUint(encoder, ms)
    }),

  standing: (standing: Standing): WireFrame =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.standing)
      encoding.writeVarString(encoder, JSON.stringify(standing))
    }),
}
