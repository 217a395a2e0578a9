// Rooms: one socket, from opening to its end. Notices by itself that the other end has gone without a word.
import { passSubprotocolPrefix, subprotocol } from '@faellesrum/schema/rooms'
import type { Clock, OpenSocket, Pass, Socket } from './ports.js'

const checkEvery = 4_000
/**
 * Without a word for so long the line is asked for a sign of life, then given up. The server's pings, every 15 s, are no
 * word: a browser answers them by itself and never shows them to a script.
 */
const silence = { whileWaiting: 12_000, ask: 25_000, idle: 45_000 }

/** WebSocket.OPEN; a socket that is closing is still in our hands for a moment. */
const open = 1

export type LineEvents = Readonly<{
  opened(): void
  heard(bytes: Uint8Array): void
  /** Exactly once, also for a line that never opened or that was given up. */
  ended(code: number): void
  /** True while words are on their way, and silence therefore means more. */
  waits(): boolean
  /** Something that the server answers. */
  ask(): void
}>

export class Line {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #events: LineEvents
  #heardAt: number
  #cancel: () => void
  #over = false
  isOpen = false

  constructor(pass: Pass, openSocket: OpenSocket, clock: Clock, events: LineEvents) {
    this.#clock = clock
    this.#events = events
    this.#heardAt = clock.now()
    this.#cancel = clock.after(checkEvery, () => this.#check())
    const socket = openSocket(pass.url, [subprotocol, passSubprotocolPrefix + pass.token])
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      this.isOpen = true
      this.#heardAt = clock.now()
      events.opened()
    }
    socket.onmessage = ({ data }: { data: ArrayBuffer }) => {
      this.#heardAt = clock.now()
      events.heard(new Uint8Array(data))
    }
    socket.onclose = ({ code }: { code: number }) => this.#end(code)
    // Says nothing that `onclose`, which always follows, does not say.
    socket.onerror = () => undefined
    this.#socket = socket
  }

  /** Nothing is kept for later: what is said into a line that is not open is not said. */
  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isOpen && this.#socket.readyState === open) this.#socket.send(bytes)
  }

  /** Ends it now. A dead network lets a browser wait for minutes before it says so. */
  cut(code = 1006): void {
    this.#socket.close()
    this.#end(code)
  }

  #check(): void {
    const quiet = this.#clock.now() - this.#heardAt
    if (quiet > (this.#events.waits() ? silence.whileWaiting : silence.idle)) return this.cut()
    if (this.isOpen && quiet > silence.ask) this.#events.ask()
    this.#cancel = this.#clock.after(checkEvery, () => this.#check())
  }

  #end(code: number): void {
    if (this.#over) return
    this.#over = true
    this.isOpen = false
    this.#cancel()
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null
    this.#events.ended(code)
  }
}
