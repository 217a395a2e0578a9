// The probes: a socket below the websocket, for frames and requests that no library would send.
import { connect, type Socket } from 'node:net'
import { pause } from '../faults/ground.js'
import { localAddress } from './probe.js'

const key = Buffer.alloc(16, 1).toString('base64')

/** A request for a room, with whatever headers beside. */
export const upgrade = (path: string, more = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${more}\r\n`

export class RawSocket {
  readonly socket: Socket
  /** Nothing more comes and nothing more goes. */
  readonly gone: Promise<void>
  isGone = false
  /** Of the answer in HTTP; null before it came. */
  status: number | null = null
  /** Of the frame that closed the websocket. */
  code: number | null = null
  readonly #answered: Promise<void>
  #answer: () => void = () => {}
  #bytes = Buffer.alloc(0)

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', localAddress: localAddress(), noDelay: true })
    this.socket.on('error', () => {})
    this.socket.on('data', (bytes) => this.#hear(bytes))
    this.#answered = new Promise((resolve) => (this.#answer = resolve))
    this.gone = new Promise((resolve) => {
      this.socket.once('close', () => {
        this.isGone = true
        this.#answer()
        resolve()
      })
    })
  }

  /** Asks, and waits for the status; null if there was none. */
  static async ask(port: number, request: string): Promise<RawSocket> {
    const one = new RawSocket(port)
    one.socket.write(request)
    await one.answered()
    return one
  }

  async answered(ms = 5000): Promise<number | null> {
    await Promise.race([this.#answered, pause(ms)])
    return this.status
  }

  /** The close code; null if the socket ended without one, or not in time. */
  async closeCode(ms = 5000): Promise<number | null> {
    const deadline = performance.now() + ms
    while (this.code === null && !this.isGone && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 1))
    return this.code
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes)
  }

  leave(): void {
    this.socket.destroy()
  }

  /** A server's frames are not masked. Only how it ends is of interest. */
  #hear(bytes: Buffer): void {
    if (this.code !== null) return
    this.#bytes = Buffer.concat([this.#bytes, bytes])
    if (this.status === null) {
      const end = this.#bytes.indexOf('\r\n\r\n')
      if (end < 0) return
      this.status = Number(/^HTTP\/1\.1 (\d+)/.exec(this.#bytes.toString('latin1', 0, end))?.[1] ?? 0)
      this.#bytes = this.#bytes.subarray(end + 4)
      this.#answer()
    }
    while (this.#bytes.length >= 2) {
      const short = this.#bytes[1]! & 0x7f
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      if (this.#bytes.length < header) return
      const length =
        short < 126 ? short : short === 126 ? this.#bytes.readUInt16BE(2) : Number(this.#bytes.readBigUInt64BE(2))
      if (this.#bytes.length < header + length) return
      if ((this.#bytes[0]! & 0x0f) === 8) this.code = length >= 2 ? this.#bytes.readUInt16BE(header) : 1005
      this.#bytes = this.#bytes.subarray(header + length)
    }
  }
}

type Shape = Readonly<{
  fin?: boolean
  rsv?: number
  opcode?: number
  masked?: boolean
  length?: number | bigint
  body?: Uint8Array
}>

/** One frame of a client; `length` is claimed where the body is not as long. */
export function frame({
  fin = true,
  rsv = 0,
  opcode = 2,
  masked = true,
  body = new Uint8Array(0),
  length = body.length,
}: Shape): Buffer {
  const header = Buffer.alloc(14)
  header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  let at = 2
  if (length < 126) header[1] = Number(length)
  else if (length < 65_536) {
    header[1] = 126
    at = header.writeUInt16BE(Number(length), 2)
  } else {
    header[1] = 127
    at = header.writeBigUInt64BE(BigInt(length), 2)
  }
  // A mask of zeros leaves the body as it is.
  if (masked) header[1]! |= 0x80
  return Buffer.concat([header.subarray(0, masked ? at + 4 : at), body])
}
