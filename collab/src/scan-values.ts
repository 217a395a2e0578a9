// Collab: the values inside an update (texts, JSON, lib0's "any"): are they what Yjs will be able to read?
import { isUtf8 } from 'node:buffer'
import { type ByteReader, malformed } from './byte-reader.js'

/** Skips a string and answers its length in UTF-16 units, which are Yjs' clocks. */
export function textLength(reader: ByteReader): number {
  const length = reader.varUint()
  const from = reader.at
  reader.skip(length)
  const { bytes, at } = reader
  let ascii = true
  for (let i = from; i < at; i++) {
    if (bytes[i]! >= 0x80) {
      ascii = false
      break
    }
  }
  if (ascii) return length
  if (!isUtf8(bytes.subarray(from, at))) throw malformed
  let units = 0
  for (let i = from; i < at; i++) {
    const byte = bytes[i]!
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}

const textRoot = Buffer.from('default')

/** Skips the name of a root; true for that of the text. */
export function isTextRoot(reader: ByteReader): boolean {
  const at = reader.at
  if (textLength(reader) !== textRoot.length) return false
  for (let i = 0; i < textRoot.length; i++) if (reader.bytes[at + 1 + i] !== textRoot[i]) return false
  return true
}

/** JSON as Yjs stores it in formats and embeds. `undefined` is what ContentJSON writes for a hole. */
export function skipJson(reader: ByteReader, nesting: number, allowUndefined = false): void {
  const bytes = reader.varBytes()
  if (!isUtf8(bytes)) throw malformed
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (allowUndefined && text === 'undefined') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed
  }
  refuseDeep(value, nesting)
}

/** Breadth first: a recursion would overflow on the very values it is to refuse. */
function refuseDeep(value: unknown, nesting: number): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > nesting) throw malformed
    const next: unknown[] = []
    for (const one of level) {
      if (one === null || typeof one !== 'object') continue
      // `__proto__` as an own key would become the prototype of what a client makes of it.
      if (Object.hasOwn(one, '__proto__')) throw malformed
      next.push(...Object.values(one))
    }
    level = next
  }
}

/** As lib0 writes it: its length, then its letters. */
const protoKey = Buffer.from('\x09__proto__')

/** lib0's `readAny`, type by type, without the value. */
export function skipAny(reader: ByteReader, nesting: number): void {
  if (nesting < 0) throw malformed
  switch (reader.uint8()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      return reader.skipVarInt()
    case 124:
      return reader.skip(4)
    case 123: // float64
    case 122: // bigint
      return reader.skip(8)
    case 119:
      textLength(reader)
      return
    case 118: {
      const count = reader.varUint()
      if (count > reader.left) throw malformed
      for (let i = 0; i < count; i++) {
        const from = reader.at
        textLength(reader)
        if (protoKey.equals(reader.bytes.subarray(from, reader.at))) throw malformed
        skipAny(reader, nesting - 1)
      }
      return
    }
    case 117: {
      const count = reader.varUint()
      if (count > reader.left) throw malformed
      for (let i = 0; i < count; i++) skipAny(reader, nesting - 1)
      return
    }
    case 116:
      reader.varBytes()
      return
    default:
      throw malformed
  }
}
