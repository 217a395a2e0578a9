// Collab: reads lib0's encoding out of bytes that a stranger sent, without building anything from it.

/** Thrown for bytes that are no lib0 encoding. One object for all: it is a signal, its stack would cost more than the scan. */
export const malformed: unique symbol = Symbol('malformed')

const bits7 = 0x7f
const bit8 = 0x80

export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0
  end = 0

  /** Points the reader at other bytes, so that the hot path need not make one for each frame. */
  open(bytes: Uint8Array, from = 0, to = bytes.length): this {
    this.bytes = bytes
    this.at = from
    this.end = to
    return this
  }

  get left(): number {
    return this.end - this.at
  }

  uint8(): number {
    if (this.at >= this.end) throw malformed
    return this.bytes[this.at++]!
  }

  /** Up to 2^53 − 1, as lib0 has it; longer ones are refused. */
  varUint(): number {
    let byte = this.uint8()
    if (byte < bit8) return byte
    let value = byte & bits7
    let factor = 128
    for (;;) {
      byte = this.uint8()
      value += (byte & bits7) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw malformed
      if (byte < bit8) return value
      factor *= 128
    }
  }

  /** lib0's signed variant: six bits and a sign in the first byte. */
  skipVarInt(): void {
    let byte = this.uint8()
    for (let length = 1; byte >= bit8; length++) {
      if (length > 8) throw malformed
      byte = this.uint8()
    }
  }

  skip(count: number): void {
    if (count > this.left) throw malformed
    this.at += count
  }

  /** The bytes of a length-prefixed piece, as a view that lives as long as the frame does. */
  varBytes(): Uint8Array {
    const length = this.varUint()
    const from = this.at
    this.skip(length)
    return this.bytes.subarray(from, from + length)
  }
}
