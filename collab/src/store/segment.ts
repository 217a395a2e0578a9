// Collab, store: rows of the log as one compressed piece, with all that they say.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { WholeLogRow } from './log-row.js'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)
const version = 1

/** All in one room and one epoch, in the order of the log. */
export function pack(rows: readonly WholeLogRow[]): Promise<Buffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, version)
  encoding.writeVarUint(encoder, rows.length)
  for (const { updates, receipt, ...said } of rows) {
    encoding.writeVarString(encoder, JSON.stringify(said))
    encoding.writeVarUint8Array(encoder, receipt ?? new Uint8Array())
    encoding.writeVarUint8Array(encoder, updates)
  }
  return compress(encoding.toUint8Array(encoder), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

/** Throws for bytes that `pack` did not make. */
export async function unpack(bytes: Uint8Array): Promise<WholeLogRow[]> {
  const decoder = decoding.createDecoder(await decompress(bytes))
  const found = decoding.readVarUint(decoder)
  if (found !== version) throw new Error(`a segment of version ${found}`)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const said = JSON.parse(decoding.readVarString(decoder)) as Omit<WholeLogRow, 'updates' | 'receipt'>
    const receipt = Buffer.from(decoding.readVarUint8Array(decoder))
    return { ...said, receipt: receipt.length === 0 ? null : receipt, updates: Buffer.from(decoding.readVarUint8Array(decoder)) }
  })
}
