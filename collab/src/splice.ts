// Collab: makes one update out of a turn's updates, by bytes. For delivery only: the log keeps what came. Half the bytes
// and a fiftieth of the editors' transactions of sending them one by one.
import * as encoding from 'lib0/encoding'
import type { DeletedRanges } from './deleted-ranges.js'
import type { Scan, Section } from './scan.js'

export type Scanned = Readonly<{ bytes: Uint8Array; scan: Scan }>

type Run = { client: number; clock: number; end: number; structs: number; parts: [Uint8Array, Section][] }

/**
 * One update with the sections of all, those of one client joined where the clocks follow on. Null when they do not:
 * the caller then sends them as they are. `deleted` replaces the updates' own delete sets by the room's whole one.
 */
export function splice(updates: readonly Scanned[], deleted: DeletedRanges | null = null): Uint8Array | null {
  const runs = new Map<number, Run>()
  for (const { bytes, scan } of updates) {
    for (const section of scan.sections) {
      const run = runs.get(section.client)
      if (run === undefined) runs.set(section.client, { ...section, parts: [[bytes, section]] })
      else if (run.end === section.clock) {
        run.end = section.end
        run.structs += section.structs
        run.parts.push([bytes, section])
      } else return null
    }
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, runs.size)
  for (const run of runs.values()) {
    encoding.writeVarUint(encoder, run.structs)
    encoding.writeVarUint(encoder, run.client)
    encoding.writeVarUint(encoder, run.clock)
    for (const [bytes, { from, to }] of run.parts) encoding.writeUint8Array(encoder, bytes.subarray(from, to))
  }
  if (deleted !== null) writeDeletions(encoder, deleted)
  else {
    // Several entries of one client in a delete set are read one after the other, so they need no merging.
    encoding.writeVarUint(encoder, updates.reduce((sum, { scan }) => sum + scan.deleteSetClients, 0))
    for (const { bytes, scan } of updates) encoding.writeUint8Array(encoder, bytes.subarray(scan.deleteSetAt))
  }
  return encoding.toUint8Array(encoder)
}

function writeDeletions(encoder: encoding.Encoder, deleted: DeletedRanges): void {
  encoding.writeVarUint(encoder, deleted.size)
  for (const [client, pieces] of deleted) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, pieces.reduce((sum, ranges) => sum + ranges.length / 2, 0))
    for (const ranges of pieces) {
      for (let i = 0; i < ranges.length; i += 2) {
        encoding.writeVarUint(encoder, ranges[i]!)
        encoding.writeVarUint(encoder, ranges[i + 1]! - ranges[i]!)
      }
    }
  }
}
