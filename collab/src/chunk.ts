// Collab: bytes that a room keeps, packed. A view of 30 bytes into the socket's read buffer would pin all 64 KB of it.

/** Most rooms hear little before their next snapshot. */
const first = 1024
const largest = 64 * 1024

export class Chunk {
  #bytes = new Uint8Array(0)
  #used = 0

  /** A copy that stays. */
  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length > largest) return Uint8Array.from(bytes)
    if (this.#used + bytes.length > this.#bytes.length) {
      const size = Math.max(bytes.length, Math.min(largest, this.#bytes.length * 2 || first))
      this.#bytes = new Uint8Array(size)
      this.#used = 0
    }
    this.#bytes.set(bytes, this.#used)
    const kept = this.#bytes.subarray(this.#used, this.#used + bytes.length)
    this.#used += bytes.length
    return kept
  }

  /** What was kept stays with whoever holds it; the rest is let go. */
  release(): void {
    this.#bytes = new Uint8Array(0)
    this.#used = 0
  }
}
