// Collab: what a client says, as values. Lengths are believed only as far as the frame goes.
import { messageTypes } from '@faellesrum/schema/rooms'
import { isUtf8 } from 'node:buffer'
import { ByteReader, malformed } from './byte-reader.js'
import type { Limits } from './limits.js'
import { syncSteps } from './wire.js'

export type PresenceEntry = Readonly<{ client: number; clock: number; json: string }>

export type ClientFrame =
  | { kind: 'state-vector'; stateVector: ReadonlyMap<number, number> }
  | { kind: 'update'; update: Uint8Array; answer: boolean }
  | { kind: 'presence'; entries: readonly PresenceEntry[] }
  | { kind: 'query-presence' }
  | { kind: 'lease'; token: string }

/** Null for bytes that no client of ours or of y-websocket sends. */
export function readFrame(bytes: Uint8Array, limits: Limits): ClientFrame | 'malformed' | 'tooLarge' {
  const reader = new ByteReader().open(bytes)
  try {
    const frame = readOne(reader, limits)
    return frame !== 'tooLarge' && reader.left > 0 ? 'malformed' : frame
  } catch (refused) {
    if (refused === malformed) return 'malformed'
    throw refused
  }
}

function readOne(reader: ByteReader, limits: Limits): ClientFrame | 'tooLarge' {
  switch (reader.varUint()) {
    case messageTypes.sync: {
      const step = reader.varUint()
      if (step > syncSteps.update) throw malformed
      const body = reader.varBytes()
      if (step === syncSteps.stateVector) return { kind: 'state-vector', stateVector: readStateVector(body) }
      return { kind: 'update', update: body, answer: step === syncSteps.answer }
    }
    case messageTypes.awareness:
      return readPresence(reader.varBytes(), limits)
    case messageTypes.queryAwareness:
      return { kind: 'query-presence' }
    case messageTypes.lease: {
      const token = reader.varBytes()
      if (!isUtf8(token)) throw malformed
      return { kind: 'lease', token: Buffer.from(token).toString('utf8') }
    }
    default: // 2 (auth) is only ever said by a server
      throw malformed
  }
}

function readStateVector(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader().open(bytes)
  const vector = new Map<number, number>()
  const count = reader.varUint()
  if (count > reader.left) throw malformed
  for (let i = 0; i < count; i++) vector.set(reader.varUint(), reader.varUint())
  if (reader.left > 0) throw malformed
  return vector
}

function readPresence(bytes: Uint8Array, limits: Limits): ClientFrame | 'tooLarge' {
  const reader = new ByteReader().open(bytes)
  const count = reader.varUint()
  if (count > reader.left) throw malformed
  if (count > limits.presenceEntries) return 'tooLarge'
  const entries: PresenceEntry[] = []
  for (let i = 0; i < count; i++) {
    const client = reader.varUint()
    const clock = reader.varUint()
    const json = reader.varBytes()
    if (json.length > limits.presence) return 'tooLarge'
    if (!isUtf8(json)) throw malformed
    entries.push({ client, clock, json: Buffer.from(json).toString('utf8') })
  }
  if (reader.left > 0) throw malformed
  return { kind: 'presence', entries }
}
