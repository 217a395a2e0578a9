// Tools: a line that can be cut, held up and slowed, in front of a database, a Redis or a room: faults of the network on order.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** `pass` moves bytes; `stall` keeps every socket and moves nothing, as a cable does that was pulled; `cut` ends all and takes none. */
export type LineMode = 'pass' | 'stall' | 'cut'

type Pair = Readonly<{ near: Socket; far: Socket }>

/** One that has said its last word cannot be reset any more; its handle would stay, and keep the process busy. */
function endHard(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}

export class TcpProxy {
  readonly port: number
  /** Milliseconds by which each piece comes late, in order. */
  delayMs = 0
  readonly #server: Server
  readonly #targets: readonly number[]
  readonly #pairs = new Set<Pair>()
  /** Those that came while nothing moved: they are accepted, and hear nothing. */
  readonly #waiting = new Set<Socket>()
  #mode: LineMode = 'pass'
  #next = 0

  private constructor(server: Server, targets: readonly number[]) {
    this.#server = server
    this.#targets = targets
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (near) => this.#accept(near))
  }

  /** On a free port of 127.0.0.1, or the one given; several targets take turns, and one that refuses is passed over. */
  static async start(targets: readonly number[], port = 0): Promise<TcpProxy> {
    const server = createServer({ pauseOnConnect: true })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host: '127.0.0.1', backlog: 4096 }, resolve)
    })
    return new TcpProxy(server, targets)
  }

  /** The same address, by way of this line. */
  by(url: string): string {
    const through = new URL(url)
    through.hostname = '127.0.0.1'
    through.port = `${this.port}`
    return through.href
  }

  get mode(): LineMode {
    return this.#mode
  }

  set mode(mode: LineMode) {
    this.#mode = mode
    if (mode === 'cut') this.reset()
    for (const { near, far } of this.#pairs) {
      for (const socket of [near, far]) {
        if (mode === 'stall') socket.pause()
        else socket.resume()
      }
    }
    if (mode !== 'pass') return
    for (const near of this.#waiting) this.#join(near)
    this.#waiting.clear()
  }

  /** Ends every socket the hard way, once; the mode stays. */
  reset(): void {
    for (const { near, far } of this.#pairs) for (const socket of [near, far]) endHard(socket)
    for (const near of this.#waiting) endHard(near)
    this.#pairs.clear()
    this.#waiting.clear()
  }

  get sockets(): number {
    return this.#pairs.size + this.#waiting.size
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.mode = 'cut'
    await closed
  }

  #accept(near: Socket): void {
    near.on('error', () => {})
    if (this.#mode === 'cut') return void endHard(near)
    if (this.#mode === 'pass') return this.#join(near)
    this.#waiting.add(near)
    near.once('close', () => this.#waiting.delete(near))
  }

  #join(near: Socket, tries = this.#targets.length): void {
    const far = connect({ port: this.#targets[this.#next++ % this.#targets.length]!, host: '127.0.0.1' })
    far.once('error', () => {
      if (tries > 1 && !near.destroyed) this.#join(near, tries - 1)
      else endHard(near)
    })
    far.once('connect', () => {
      const pair: Pair = { near, far }
      this.#pairs.add(pair)
      this.#forward(near, far)
      this.#forward(far, near)
      for (const socket of [near, far]) {
        socket.on('error', () => {})
        socket.once('close', () => {
          this.#pairs.delete(pair)
          near.destroySoon()
          far.destroySoon()
        })
        if (this.#mode === 'pass') socket.resume()
      }
    })
  }

  #forward(from: Socket, to: Socket): void {
    const write = (bytes: Buffer): void => {
      if (to.destroyed || to.write(bytes) || this.#mode === 'stall') return
      from.pause()
      to.once('drain', () => this.#mode === 'pass' && from.resume())
    }
    from.on('data', (bytes: Buffer) => {
      if (this.delayMs === 0) write(bytes)
      else setTimeout(() => write(bytes), this.delayMs)
    })
    from.once('end', () => to.end())
  }
}
