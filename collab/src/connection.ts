// Collab: one socket of one person in one room. Counts what it hears, pauses it where there is a reason, and closes it
// so that the other end knows whether to come back. It knows frames; what they mean to the text, the room knows.
import {
  type Access,
  type CloseReason,
  closeCodes,
  mandateColors,
  type PassClaims,
  type RoomState,
  type Sender,
  type StandingReason,
} from '@faellesrum/schema/rooms'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Draft } from './journal.js'
import type { Limits } from './limits.js'
import type { Clock, Timers } from './ports.js'
import type { Card } from './presence.js'
import { type Owner, ownerOf } from './store/room-store.js'
import { SparseMap } from './sparse.js'
import { wire, type WireFrame } from './wire.js'

/** One frame that may change the text; `n` counts them on this connection from 1. */
export type Frame = Readonly<{ n: number; update: Uint8Array; answer: boolean }>

export type PauseReason = 'rate' | 'claim' | 'store' | 'notices' | 'restart'

export type ConnectionPorts = Readonly<{
  clock: Clock
  timers: Timers
  limits: Limits
  closed(connection: Connection, reason: CloseReason | null): void
}>

export class Connection {
  /** Rises with every socket of this process, in the order in which they came: of two, the later one is where the client is now. */
  readonly arrival: number
  readonly claims: PassClaims
  readonly sender: Sender
  readonly owner: Owner
  readonly card: Card
  /** Our own client: it hears of saving, leases and standings. */
  readonly ours: boolean
  access: Access
  /** Nothing that it sends is saved, because of us. */
  isBehind = false
  /** A decision took the right to write that its pass had. */
  lowered = false
  leaseUntil = 0
  /** Step 1 was answered: from now on it gets what the room gets, and not before, or it would hold pieces it cannot use. */
  synced = false
  /** Its first step 2 is through, so a hole is a fault from now on. */
  handedIn = false
  /** Some of its text was not taken in: it must come anew before it can write again. */
  diverged = false
  /** It has told its own presence, so what it tells of others is an echo. */
  hasSpoken = false
  draft: Draft | null = null
  readonly held: Frame[] = []
  heldBytes = 0
  heldUntil = Number.POSITIVE_INFINITY
  answeredAt = Number.NEGATIVE_INFINITY
  /** What it asked last and waits to be answered. */
  asked: ReadonlyMap<number, number> | null = null
  readonly unconfirmed = new SparseMap<number, { clock: number; until: number }>()
  isClosed = false
  /** Runs frame after frame, also where one has to wait for the store. */
  readonly inbox: Uint8Array[] = []
  busy = false

  readonly #ws: WebSocket
  readonly #socket: Duplex
  readonly #ports: ConnectionPorts
  readonly #paused = new Set<PauseReason>()
  /** All frames up to this one are told of as saved; beside it the rows of those that are saved before an earlier one. */
  #told = 0
  readonly #rows = new SparseMap<number, number>()
  readonly #withheld: WireFrame[] = []
  #withheldBytes = 0
  #frames = 0
  #corked = false
  #owed = 0
  #awaitsPong = false
  #unsentAtPing = 0
  #messages: number
  #bytes: number
  #refilledAt: number
  #newIds: number[] = []

  constructor(ws: WebSocket, socket: Duplex, claims: PassClaims, name: string | null, ours: boolean, arrival: number, ports: ConnectionPorts) {
    this.#ws = ws
    this.#socket = socket
    this.#ports = ports
    this.arrival = arrival
    this.claims = claims
    this.access = claims.access
    this.ours = ours
    this.sender = { person: claims.sub, mandate: claims.mandate }
    this.owner = ownerOf(this.sender)
    this.card = { name, person: claims.sub, mandate: claims.mandateKind, color: mandateColors[claims.mandateKind] }
    this.#messages = ports.limits.messagesBurst
    this.#bytes = ports.limits.firstStep2 + ports.limits.bytesPerSecond
    this.#refilledAt = ports.clock.now()
  }

  get writes(): boolean {
    return this.access === 'write'
  }

  /** Whole frames, header and all: `ws` would build the header again for each receiver. */
  send(frame: WireFrame): void {
    if (this.isClosed) return
    if (this.#paused.has('notices')) return this.#withhold(frame)
    this.#tell(frame)
  }

  #tell(frame: WireFrame): void {
    if (this.isClosed) return
    // No more can be owed than what has not left yet.
    if (this.#owed > 0) this.#owed = Math.min(this.#owed, this.#socket.writableLength)
    this.#write(frame)
    if (this.#socket.writableLength > this.#ports.limits.unsent + this.#owed) this.close('resync', 'reads too slowly')
  }

  /** As `send`, for a large answer that was asked for: its size does not count against a slow reader. */
  sendOwed(frame: WireFrame): void {
    if (this.isClosed) return
    if (this.#paused.has('notices')) return this.#withhold(frame)
    this.#owed = Math.min(this.#owed, this.#socket.writableLength) + frame.length
    this.#write(frame)
  }

  /** Rights are not known: what was on its way into the log is committed meanwhile, and who may hear of it is heard first. */
  #withhold(frame: WireFrame): void {
    this.#withheld.push(frame)
    this.#withheldBytes += frame.length
    if (this.#withheldBytes > this.#ports.limits.unsent) this.close('resync', 'too much happened while nobody was heard')
  }

  #write(frame: WireFrame): void {
    if (!this.#corked) {
      // What a turn has for somebody (saved, text) goes out as one write: writes are what costs most here.
      this.#corked = true
      this.#socket.cork()
      process.nextTick(() => {
        this.#corked = false
        this.#socket.uncork()
      })
    }
    this.#socket.write(frame)
  }

  /** A large answer is still on its way; while it is, there is no other. */
  get isOwed(): boolean {
    return this.#owed > 0 && this.#socket.writableLength > 0
  }

  /** Tells our client how things stand for it in a room of this state. */
  stand(state: RoomState, epoch: number): void {
    if (!this.ours) return
    const ofItsOwn: StandingReason | null = this.lowered ? 'right-changed' : this.isBehind ? 'service-behind' : null
    this.#tell(wire.standing({ state, access: this.access, reason: state === 'open' ? ofItsOwn : state, epoch }))
  }

  /** A frame that may change the text. Numbers are given in the order of arrival. */
  frame(update: Uint8Array, answer: boolean): Frame {
    return { n: ++this.#frames, update, answer }
  }

  get hasHandedIn(): boolean {
    return this.#frames > 0
  }

  /** These frames are in the log as row `seq`. Told once, as far as everything before them is there too. */
  saved(frames: readonly number[], seq: number): void {
    if (!this.ours) return
    for (const n of frames) this.#rows.set(n, seq)
    let last: number | undefined
    for (let row; (row = this.#rows.get(this.#told + 1)) !== undefined; last = row) this.#rows.delete(++this.#told)
    if (last !== undefined) this.#tell(wire.saved(this.#told, last))
  }

  /** Counts a message against the rates. What is over is still heard; reading then stops for as long as it takes. */
  count(bytes: number): void {
    this.#refill()
    this.#messages -= 1
    this.#bytes -= bytes
    if (this.#debtMs() > 0 && !this.#paused.has('rate')) this.#waitForRate()
  }

  /** One read of the socket may bring many more messages, so the debt is looked at again when the wait is over. */
  #waitForRate(): void {
    this.pause('rate')
    this.#ports.timers.after(this.#debtMs(), () => {
      this.#refill()
      if (this.#debtMs() > 0 && !this.isClosed) this.#waitForRate()
      else this.resume('rate')
    })
  }

  #refill(): void {
    const { clock, limits } = this.#ports
    const passed = (clock.now() - this.#refilledAt) / 1000
    this.#refilledAt = clock.now()
    this.#messages = Math.min(limits.messagesBurst, this.#messages + passed * limits.messagesPerSecond)
    // What one hands in first may be a day's work; nothing after it is.
    const most = (this.handedIn ? 0 : limits.firstStep2) + limits.bytesPerSecond
    this.#bytes = Math.min(most, this.#bytes + passed * limits.bytesPerSecond)
  }

  #debtMs(): number {
    const { messagesPerSecond, bytesPerSecond } = this.#ports.limits
    return Math.max(-this.#messages / messagesPerSecond, -this.#bytes / bytesPerSecond) * 1000
  }

  /** True as long as this connection may bring another client id into the room. */
  mayBringId(): boolean {
    const { clock, limits } = this.#ports
    const now = clock.now()
    this.#newIds = this.#newIds.filter((at) => now - at < limits.newClientIdsPerMs)
    if (this.#newIds.length >= limits.newClientIds) return false
    this.#newIds.push(now)
    return true
  }

  get isPaused(): boolean {
    return this.#paused.size > 0
  }

  pause(reason: PauseReason): void {
    // A socket that was told to close is read until it has answered.
    if (this.isClosed) return
    this.#paused.add(reason)
    this.#ws.pause()
  }

  resume(reason: PauseReason): void {
    if (!this.#paused.delete(reason) || this.isClosed) return
    if (reason === 'notices') {
      this.#withheldBytes = 0
      for (const frame of this.#withheld.splice(0)) this.send(frame)
    }
    if (this.#paused.size > 0 || this.isClosed) return
    // The answer to a ping may still lie unread.
    this.#awaitsPong = false
    this.#ws.resume()
  }

  /** One round of pings. Whoever has not answered the last one is gone. */
  ping(): void {
    const { writableLength } = this.#socket
    // A ping waits behind a large answer; as long as that is being taken in, there is somebody.
    const isTakingIn = this.isOwed && writableLength !== this.#unsentAtPing
    this.#unsentAtPing = writableLength
    // A socket that we do not read cannot be heard answering; it is pinged all the same, for a dead one refuses it.
    if (this.#awaitsPong && !isTakingIn && !this.isPaused) return this.lost()
    this.#awaitsPong = !this.isPaused
    this.#ws.ping()
  }

  heardPong(): void {
    this.#awaitsPong = false
  }

  /** Says why, stops listening, and does not wait long for an answer. */
  close(reason: CloseReason, words: string): void {
    if (this.isClosed) return
    this.#over(reason)
    closeSocket(this.#ws, reason, words, this.#ports)
  }

  /** The other end is gone, or the socket broke. */
  lost(): void {
    if (!this.isClosed) this.#over(null)
    this.#ws.terminate()
  }

  #over(reason: CloseReason | null): void {
    this.isClosed = true
    this.inbox.length = 0
    this.#withheld.length = 0
    this.held.length = 0
    this.#ports.closed(this, reason)
  }
}

/** Closes with one of our codes; destroyed within a second, whatever the other end does. */
export function closeSocket(ws: WebSocket, reason: CloseReason, words: string, ports: { limits: Limits; timers: Timers }): void {
  ws.close(closeCodes[reason], words)
  // The answer to a close is only read by a socket that reads; nothing else of it is heard any more.
  ws.resume()
  const cancel = ports.timers.after(ports.limits.closeMs, () => ws.terminate())
  ws.once('close', cancel)
}
