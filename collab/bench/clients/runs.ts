// The bench, clients: what an update brings of each writer. Typed letters are read without building anything, so that a
// client costs little beside the server; whatever else comes is left to Yjs. Nothing here is the server's own code.
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type FoundRun = (writer: number, from: number, to: number) => void

/** Tells every run of clocks in the update, some perhaps twice. */
export function runsOf(update: Uint8Array, found: FoundRun): void {
  if (readLetters(update, found)) return
  for (const { id, length } of Y.decodeUpdate(update).structs) found(id.client, id.clock, id.clock + length)
}

function readLetters(update: Uint8Array, found: FoundRun): boolean {
  const decoder = decoding.createDecoder(update)
  for (let sections = decoding.readVarUint(decoder); sections > 0; sections--) {
    const structs = decoding.readVarUint(decoder)
    const writer = decoding.readVarUint(decoder)
    const from = decoding.readVarUint(decoder)
    let to = from
    for (let i = 0; i < structs; i++) {
      const info = decoding.readUint8(decoder)
      const neighbours = (info >> 7) + ((info >> 6) & 1)
      if ((info & 31) !== 4 || neighbours === 0) return false
      for (let id = 0; id < neighbours * 2; id++) decoding.readVarUint(decoder)
      to += decoding.readVarString(decoder).length
    }
    found(writer, from, to)
  }
  return true
}

/** How far each writer has come, as one receiver knows it. A gap ends the run. */
export class Progress {
  readonly #next = new Map<number, number>()

  next(writer: number): number {
    return this.#next.get(writer) ?? 0
  }

  /** How many clocks of it are new. */
  take(writer: number, from: number, to: number): number {
    const next = this.next(writer)
    if (from > next) throw new Error(`clocks ${next} to ${from} of writer ${writer} never came`)
    if (to <= next) return 0
    this.#next.set(writer, to)
    return to - next
  }
}
