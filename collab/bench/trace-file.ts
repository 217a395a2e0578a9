// The bench: the trace is written once in a run, and read by every load that needs it.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { contentOf } from './clients/typing.js'
import { writeTrace } from './trace.js'

export type Trace = Readonly<{ updates: readonly Uint8Array[]; content: string }>
export type TraceFacts = Readonly<{ edits: number; bytes: number; characters: number; sha256: string }>

/** Writes it and answers what a reader of the report may compare with. */
export function writeTraceFile(path: string, edits: number): TraceFacts {
  const updates = writeTrace(edits)
  const lengths = Buffer.alloc(4 + updates.length * 4)
  lengths.writeUInt32LE(updates.length)
  for (const [i, update] of updates.entries()) lengths.writeUInt32LE(update.length, 4 + i * 4)
  const body = Buffer.concat(updates)
  const content = contentOf(updates)
  writeFileSync(path, Buffer.concat([lengths, body]))
  writeFileSync(`${path}.text`, content)
  const characters = content.replace(/<[^>]*>/g, '').length
  return { edits: updates.length, bytes: body.length, characters, sha256: createHash('sha256').update(body).digest('hex') }
}

export function readTraceFile(path: string): Trace {
  const file = readFileSync(path)
  const count = file.readUInt32LE()
  const updates: Uint8Array[] = []
  for (let i = 0, at = 4 + count * 4; i < count; i++) {
    const length = file.readUInt32LE(4 + i * 4)
    updates.push(file.subarray(at, at + length))
    at += length
  }
  return { updates, content: readFileSync(`${path}.text`, 'utf8') }
}
