// Rooms: frames as values, for the client's end of the wire.
import { messageTypes, type Standing } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const syncSteps = { stateVector: 0, answer: 1, update: 2 } as const

export type ServerMessage =
  | { kind: 'state-vector'; stateVector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; answer: boolean }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'query-awareness' }
  | { kind: 'saved'; n: number; seq: number }
  | { kind: 'lease'; ms: number }
  | { kind: 'standing'; standing: Standing }
  | { kind: 'unknown'; type: number }

/** Throws for bytes that are no frame; the caller closes the socket and comes back. */
export function readMessage(bytes: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case messageTypes.sync: {
      const step = decoding.readVarUint(decoder)
      const body = decoding.readVarUint8Array(decoder)
      if (step === syncSteps.stateVector) return { kind: 'state-vector', stateVector: body }
      return { kind: 'update', update: body, answer: step === syncSteps.answer }
    }
    case messageTypes.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case messageTypes.queryAwareness:
      return { kind: 'query-awareness' }
    case messageTypes.saved:
      return { kind: 'saved', n: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
    case messageTypes.lease:
      return { kind: 'lease', ms: decoding.readVarUint(decoder) }
    case messageTypes.standing:
      return { kind: 'standing', standing: JSON.parse(decoding.readVarString(decoder)) as Standing }
    default:
      return { kind: 'unknown', type }
  }
}

type Bytes = Uint8Array<ArrayBuffer>

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Bytes => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncFrame = (step: number, body: Uint8Array): Bytes =>
  frame(messageTypes.sync, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })

export const frames = {
  stateVector: (stateVector: Uint8Array): Bytes => syncFrame(syncSteps.stateVector, stateVector),
  answer: (update: Uint8Array): Bytes => syncFrame(syncSteps.answer, update),
  update: (update: Uint8Array): Bytes => syncFrame(syncSteps.update, update),
  awareness: (update: Uint8Array): Bytes =>
    frame(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)),
  queryAwareness: (): Bytes => frame(messageTypes.queryAwareness, () => undefined),
  renewLease: (token: string): Bytes => frame(messageTypes.lease, (encoder) => encoding.writeVarString(encoder, token)),
}
