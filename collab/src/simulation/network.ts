// Collab, simulation: the network. Bytes arrive late, never out of order within one connection, and sometimes not at all.
import type { IncomingMessage } from 'node:http'
import { Duplex } from 'node:stream'
import type { World } from './world.js'

/** What the other end of a link is told. */
export type LinkEvents = Readonly<{
  heard(bytes: Buffer): void
  /** Exactly once; nothing is heard afterwards. */
  ended(): void
}>

/** Unread bytes that a silent line still swallows, as the buffers of the kernel do. */
const swallowed = 16 * 1024

/** One TCP connection. `cut` tells both ends; `silence` tells nobody. */
export class Link {
  readonly server: ServerEnd
  readonly request: IncomingMessage
  readonly #world: World
  readonly #events: LinkEvents
  readonly #delay: number
  isSilent = false
  isOver = false
  #upAt = 0
  #downAt = 0

  constructor(world: World, url: string, headers: Readonly<Record<string, string>>, events: LinkEvents) {
    this.#world = world
    this.#events = events
    this.#delay = world.odds(10) ? world.between(100, 400) : world.between(1, 40)
    this.server = new ServerEnd(this)
    this.request = { method: 'GET', url, headers } as unknown as IncomingMessage
  }

  /** Client to server. `arrived` is called when the server's end has the bytes. */
  up(bytes: Uint8Array, arrived: () => void = () => {}): void {
    if (this.isSilent || this.isOver) return
    this.#upAt = this.#later(this.#upAt)
    this.#world.after(this.#upAt - this.#world.now, () => {
      if (this.isSilent || this.isOver || this.server.destroyed) return
      arrived()
      this.server.push(Buffer.from(bytes))
    })
  }

  /** Server to client. */
  down(bytes: Buffer): void {
    if (this.isSilent || this.isOver) return
    this.#downAt = this.#later(this.#downAt)
    this.#world.after(this.#downAt - this.#world.now, () => {
      if (!this.isSilent && !this.isOver) this.#events.heard(bytes)
    })
  }

  /** The server has closed its end: what it sent before arrives before. */
  closedByServer(): void {
    this.#downAt = this.#later(this.#downAt)
    this.#world.after(this.#downAt - this.#world.now, () => {
      if (!this.isSilent) this.#over()
    })
  }

  /** The client has closed its end, or it crashed: the server hears of it unless the line is silent. */
  closedByClient(): void {
    if (this.isOver) return
    this.#upAt = this.#later(this.#upAt)
    const isHeard = !this.isSilent
    const isReset = this.#world.odds(50)
    this.#over()
    this.#world.after(this.#upAt - this.#world.now, () => {
      if (!isHeard || this.server.destroyed) return
      if (isReset) this.server.destroy(new Error('reset'))
      else this.server.push(null)
    })
  }

  /** A router forgets the connection: both ends are reset. */
  cut(): void {
    if (this.isOver || this.isSilent) return
    this.server.destroy(new Error('reset'))
    this.#over()
  }

  /** Half-open from now on: nothing arrives any more, and nobody is told. */
  silence(): void {
    this.isSilent = true
  }

  #over(): void {
    if (this.isOver) return
    this.isOver = true
    this.#events.ended()
  }

  #later(last: number): number {
    return Math.max(last, this.#world.now + this.#delay + this.#world.between(0, 4))
  }
}

/** The socket as Node's http server hands it over. */
export class ServerEnd extends Duplex {
  readonly #link: Link
  #stuck = 0
  /** Told what the process writes, in the moment in which it writes it. */
  watch: ((bytes: Buffer) => void) | null = null

  constructor(link: Link) {
    super({ allowHalfOpen: true })
    this.#link = link
    this.on('error', () => {})
  }

  setNoDelay(): this {
    return this
  }

  setTimeout(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.watch?.(chunk)
    this.#link.down(chunk)
    if (this.#link.isSilent) this.#stuck += chunk.length
    if (this.#stuck <= swallowed) done()
  }

  override _final(done: () => void): void {
    this.#link.closedByServer()
    done()
  }

  override _destroy(_error: Error | null, done: (error: Error | null) => void): void {
    this.#link.closedByServer()
    done(null)
  }
}
