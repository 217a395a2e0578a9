// Collab: puts the parts together. Who comes in, what each connection says, what notices change, and the way out.
import { draftShape } from '@faellesrum/schema/drafts'
import { type CloseReason, leaseMs, type PassClaims, type RoomName, type RoomNotice, subprotocol } from '@faellesrum/schema/rooms'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { WebSocket } from 'ws'
import { Cards } from './cards.js'
import { closeSocket, Connection, type ConnectionPorts } from './connection.js'
import { Doorkeeper, type PassKeys } from './doorkeeper.js'
import { Folder } from './folder.js'
import { askedFor, createHandshake, passOf, refuseInHttp } from './handshake.js'
import { Journal } from './journal.js'
import { defaultLimits, type Limits } from './limits.js'
import { createMetrics } from './metrics.js'
import { endsRight, Notices } from './notices.js'
import { type Clock, type Log, type Random, realTimers, type Timers } from './ports.js'
import { readFrame } from './read-frame.js'
import { noRelay, type Relay } from './relay.js'
import type { Room } from './room.js'
import { Rooms } from './rooms.js'
import { logSize } from './store/log-size.js'
import { PostgresRoomStore } from './store/postgres-room-store.js'
import type { RoomStore } from './store/room-store.js'
import { wire } from './wire.js'

export type CollabOptions = Readonly<{
  /** Serves as `faellesrum_app`; `collabPool` makes one. It stays the caller's: `close` does not end it. */
  pool: Pool
  passKeys: PassKeys
  clock: Clock
  random: Random
  log: Log
  /** Addresses of pages that may open rooms, as browsers send them: `https://rum.example.dk`. */
  origins: readonly string[]
  /** Over the defaults of limits.ts. */
  limits?: Partial<Limits>
  /** The shape of document that each kind of room has today. */
  shapes?: Readonly<Record<string, number>>
  /** To the other processes of the same log; nothing where this is the only one. It stays the caller's to close. */
  relay?: Relay
  timers?: Timers
  store?: RoomStore
  /** Both work beside the main thread, in an order that no seed repeats: a simulation hands in ones that wait for their turn. */
  folder?: Folder
  doorkeeper?: Doorkeeper
}>

export interface Collab {
  /** Takes over a request for `/collab/…`; false for any other, which is then the caller's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  readonly registry: Registry
  /** Database reachable, and rights known. */
  ready(): Promise<boolean>
  /** Everything received is committed, snapshots are made, sockets are closed 1012. */
  close(): Promise<void>
}

// Made once, and not where a request is at hand: a listener keeps all that is in sight where it was made.
function destroy(this: Duplex): void {
  this.destroy()
}
const ignore = (): void => {}

/** Starts at once; until the first notices are read, whoever comes waits at the door. */
export function startCollab(options: CollabOptions): Collab {
  return new CollabService(options)
}

class CollabService implements Collab {
  readonly registry: Registry
  readonly #options: CollabOptions
  readonly #limits: Limits
  readonly #timers: Timers
  readonly #store: RoomStore
  readonly #folder: Folder
  readonly #journal: Journal
  readonly #rooms: Rooms
  readonly #notices: Notices
  readonly #doorkeeper: Doorkeeper
  readonly #cards: Cards
  readonly #connectionPorts: ConnectionPorts
  readonly #metrics
  readonly #handshake
  readonly #connections = new Map<Connection, Room>()
  readonly #perPerson = new Map<string, number>()
  #storeIsAway = false
  #arrivals = 0
  #closing = false
  #stopSweep: () => void = () => {}
  #sweeps = 0
  #comparedAt = 0

  constructor(options: CollabOptions) {
    this.#options = options
    const limits = (this.#limits = { ...defaultLimits, ...options.limits })
    const timers = (this.#timers = options.timers ?? realTimers)
    const { pool, clock, random, log } = options
    const store = (this.#store = options.store ?? new PostgresRoomStore(pool))
    const shapes = options.shapes ?? { draft: draftShape, branch: draftShape }
    this.#folder = options.folder ?? new Folder()
    this.#doorkeeper = options.doorkeeper ?? new Doorkeeper(options.passKeys, shapes, clock, limits)
    this.#cards = new Cards(pool)
    this.#handshake = createHandshake(limits)
    const metrics = (this.#metrics = createMetrics({
      rooms: () => this.#rooms.size,
      clients: () => this.#connections.size,
      queued: () => this.#journal.queued,
      logBytes: logSize(pool, clock),
    }))
    this.registry = metrics.registry
    const away = (isAway: boolean): void => {
      this.#storeIsAway = isAway
      this.#tellBehind()
    }
    const journal = (this.#journal = new Journal({ store, clock, timers, random, limits, log, metrics, away }))
    this.#rooms = new Rooms({ store, journal, folder: this.#folder, clock, timers, limits, log, metrics, relay: options.relay ?? noRelay })
    this.#notices = new Notices({
      pool,
      clock,
      timers,
      limits,
      log,
      heard: (notice) => this.#obey(notice),
      stale: () => this.#tellBehind(),
      read: () => void this.#compareWithLog(),
      written: (name) => {
        const room = this.#rooms.get(name as RoomName)
        if (room !== undefined) void this.#compare([room])
      },
    })
    this.#connectionPorts = { clock, timers, limits, closed: (one, reason) => this.#left(one, reason) }
    this.#notices.start()
    this.#sweep()
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const asked = askedFor(request, this.#options.origins)
    if (asked === null) return false
    // Without a listener one malformed frame of three bytes ends the process.
    socket.on('error', destroy)
    if ('status' in asked) {
      refuseInHttp(socket, asked.status, asked.words)
      return true
    }
    this.#handshake.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', ignore)
      // Nothing is read before the pass is: not a byte of a stranger reaches a room.
      ws.pause()
      void this.#admit(ws, socket, asked.room, passOf(request)).catch((error: unknown) => {
        this.#options.log.error({ err: error, room: asked.room }, 'could not let somebody in')
        closeSocket(ws, 'cannotLoad', 'the room cannot be opened now', { limits: this.#limits, timers: this.#timers })
      })
    })
    return true
  }

  async ready(): Promise<boolean> {
    if (this.#closing || this.#notices.isStale || this.#storeIsAway) return false
    try {
      await this.#store.heads([])
      return true
    } catch {
      return false
    }
  }

  async close(): Promise<void> {
    if (this.#closing) return
    this.#closing = true
    this.#stopSweep()
    for (const connection of this.#connections.keys()) connection.pause('restart')
    // What was received is committed before anybody is sent away; without a store there is no use in waiting.
    await Promise.race([this.#journal.settled(), new Promise((resolve) => this.#timers.after(5000, () => resolve(null)))])
    this.#journal.close()
    for (const connection of [...this.#connections.keys()]) connection.close('restart', 'back in a moment')
    await this.#rooms.foldAll()
    this.#rooms.stop()
    await Promise.all([this.#notices.close(), this.#folder.close()])
  }

  // ---- coming in ----

  async #admit(ws: WebSocket, socket: Duplex, name: RoomName, token: string | null): Promise<void> {
    const arrival = ++this.#arrivals
    const refuse = (reason: CloseReason, words: string): void => {
      this.#metrics.closed.inc({ reason })
      closeSocket(ws, reason, words, { limits: this.#limits, timers: this.#timers })
    }
    if (this.#closing) return refuse('restart', 'back in a moment')
    const admission = await this.#doorkeeper.admit(token, name)
    if (!admission.ok) return refuse(admission.code, admission.reason)
    const { claims } = admission
    if (this.#notices.isStale) return refuse('cannotLoad', 'rights cannot be read now')
    const [entered, card] = await Promise.all([this.#rooms.enter(name), this.#nameOf(claims)])
    if (!entered.ok) return refuse(entered.code, entered.code === 'unknownRoom' ? 'no such room' : 'the room cannot be loaded now')
    const { room } = entered
    // It took a while: the room or the pass may be over.
    if (room.isEvicted || this.#doorkeeper.isOver(claims)) {
      this.#rooms.leave(room)
      return room.isEvicted ? refuse('evicted', 'the room starts again') : refuse('fetchNewPass', 'the pass has run out meanwhile')
    }
    const connection = new Connection(ws, socket, claims, card, ws.protocol === subprotocol, arrival, this.#connectionPorts)
    const sockets = (this.#perPerson.get(connection.owner) ?? 0) + 1
    this.#perPerson.set(connection.owner, sockets)
    this.#connections.set(connection, room)
    connection.leaseUntil = this.#options.clock.now() + leaseMs
    this.#listen(connection, ws)
    // It went while the room was loading.
    if (ws.readyState !== ws.OPEN) return connection.lost()
    if (this.#closing) return connection.close('restart', 'back in a moment')
    if (sockets > this.#limits.socketsPerPerson) return connection.close('tooMany', 'too many sockets of one person')
    // Decisions that are younger than the pass.
    for (const notice of this.#notices.since(claims.iat)) this.#obeyOne(connection, room, notice)
    if (connection.isClosed) return
    this.#pauseBehind(connection)
    room.join(connection)
    if (connection.ours) connection.send(wire.lease(leaseMs))
    if (!connection.isPaused) ws.resume()
  }

  /** A name is worth waiting for and not worth a refusal. */
  /** Apart, so that what stays as long as the socket holds nothing of how it came in. */
  #listen(connection: Connection, ws: WebSocket): void {
    ws.on('message', (data, isBinary) => this.#hear(connection, data as Buffer, isBinary))
    ws.on('close', () => connection.lost())
    ws.on('pong', () => connection.heardPong())
  }

  async #nameOf(claims: PassClaims): Promise<string | null> {
    try {
      return await this.#cards.nameOf(claims.sub)
    } catch (error) {
      this.#options.log.warn({ reason: String(error) }, 'names cannot be read')
      return null
    }
  }

  #left(connection: Connection, reason: CloseReason | null): void {
    if (reason !== null) this.#metrics.closed.inc({ reason })
    const room = this.#connections.get(connection)
    if (room === undefined) return
    this.#connections.delete(connection)
    const sockets = this.#perPerson.get(connection.owner)! - 1
    if (sockets > 0) this.#perPerson.set(connection.owner, sockets)
    else this.#perPerson.delete(connection.owner)
    room.leave(connection)
    this.#rooms.leave(room)
  }

  // ---- what connections say ----

  #hear(connection: Connection, data: Buffer, isBinary: boolean): void {
    if (connection.isClosed) return
    // Of a paused socket that breaks ws reads out what is left. Nobody knows whether that may still be written.
    if (this.#notices.isStale) return connection.lost()
    if (!isBinary) return connection.close('malformed', 'text is not spoken here')
    connection.count(data.length)
    // A view of what the socket read, which may be gone when its turn comes.
    connection.inbox.push(connection.busy ? Uint8Array.from(data) : data)
    if (!connection.busy) void this.#work(connection)
  }

  /** Frame after frame, in order, also where one has to wait for the store. */
  async #work(connection: Connection): Promise<void> {
    connection.busy = true
    for (let bytes = connection.inbox.shift(); bytes !== undefined && !connection.isClosed; bytes = connection.inbox.shift()) {
      try {
        const pending = this.#handle(connection, bytes)
        if (pending === undefined) continue
        connection.pause('claim')
        for (const [i, waiting] of connection.inbox.entries()) connection.inbox[i] = Uint8Array.from(waiting)
        await pending
      } catch (error) {
        this.#options.log.error({ err: error }, 'a frame could not be taken in')
        connection.close('cannotLoad', 'the room cannot take this now')
      }
      connection.resume('claim')
    }
    connection.busy = false
  }

  #handle(connection: Connection, bytes: Uint8Array): void | Promise<void> {
    const { firstStep2, frame: largest } = this.#limits
    const room = this.#connections.get(connection)!
    const frame = readFrame(bytes, this.#limits)
    if (frame === 'malformed') return connection.close('malformed', 'not a message of this protocol')
    if (frame === 'tooLarge') return connection.close('tooLarge', 'the message is too large')
    const isFirstStep2 = frame.kind === 'update' && frame.answer && !connection.handedIn
    if (bytes.length > (isFirstStep2 ? firstStep2 : largest)) return connection.close('tooLarge', 'the message is too large')
    switch (frame.kind) {
      case 'state-vector':
        room.answer(connection, frame.stateVector)
        return this.#pauseBehind(connection)
      case 'update':
        if (this.#storeIsAway) connection.pause('store')
        return room.receive(connection, connection.frame(frame.update, frame.answer))
      case 'presence':
        return room.attendance.hear(connection, frame.entries)
      case 'query-presence':
        return room.attendance.tell(connection)
      case 'lease':
        return this.#renew(connection, room, frame.token)
    }
  }

  async #renew(connection: Connection, room: Room, token: string): Promise<void> {
    const admission = await this.#doorkeeper.admit(token, room.name)
    if (!admission.ok) return connection.close(admission.code, admission.reason)
    const { sub, mandate, access, iat } = admission.claims
    if (sub !== connection.claims.sub || mandate !== connection.claims.mandate) {
      return connection.close('fetchNewPass', 'a lease is renewed by the same mandate')
    }
    const before = connection.access
    connection.access = access
    connection.lowered = false
    for (const notice of this.#notices.since(iat)) this.#obeyOne(connection, room, notice)
    if (connection.isClosed) return
    connection.leaseUntil = this.#options.clock.now() + leaseMs
    connection.send(wire.lease(leaseMs))
    if (connection.access !== before) connection.stand(room.state, room.epoch)
  }

  // ---- what notices change ----

  #obey(notice: RoomNotice): void {
    if (notice.kind === 'state') {
      // The row says what was; where the room stands now is asked, for notices may be read out of order.
      const room = this.#rooms.get(notice.room)
      if (room !== undefined) void this.#compare([room])
      return
    }
    for (const [connection, room] of [...this.#connections]) this.#obeyOne(connection, room, notice)
  }

  #obeyOne(connection: Connection, room: Room, notice: RoomNotice): void {
    switch (notice.kind) {
      case 'ended':
        if (!endsRight(notice, connection.claims)) return
        if (notice.session !== null) connection.close('notSignedIn', 'signed out')
        else connection.close('rightEnded', 'the right to be here has ended')
        return
      case 'changed': {
        const { sub, mandate } = connection.claims
        if (notice.room !== room.name || notice.person !== sub || notice.mandate !== mandate) return
        connection.lowered = notice.access !== 'write' && (connection.lowered || connection.writes)
        connection.access = notice.access
        connection.stand(room.state, room.epoch)
        return
      }
      case 'closed': {
        const { sub } = connection.claims
        if (notice.room !== room.name || (sub !== null && notice.keeping.includes(sub))) return
        connection.close('fetchNewPass', 'fewer may be here now')
        return
      }
      case 'opened':
        if (notice.room === room.name) connection.stand(room.state, room.epoch)
        return
      case 'state':
        return
    }
  }

  /** Other processes and the server itself write into the log too: PostgreSQL is asked how far it is. */
  async #compareWithLog(): Promise<void> {
    const now = this.#options.clock.now()
    if (now - this.#comparedAt < this.#limits.compareEveryMs) return
    this.#comparedAt = now
    await this.#compare([...this.#rooms].filter((room) => room.connections.size > 0))
  }

  async #compare(rooms: readonly Room[]): Promise<void> {
    if (rooms.length === 0) return
    try {
      const heads = await this.#store.heads(rooms.map((room) => room.name))
      for (const [i, room] of rooms.entries()) room.stand(heads[i]!)
    } catch (error) {
      this.#options.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'rooms could not be compared with the log')
    }
  }

  /** While we are behind, nobody is read: what is unsaved needs a bound, and nobody knows who may still write. */
  #tellBehind(): void {
    for (const [connection, room] of this.#connections) {
      const wasBehind = connection.isBehind
      this.#pauseBehind(connection)
      if (connection.isBehind !== wasBehind) connection.stand(room.state, room.epoch)
    }
  }

  /** Whoever has neither asked for the text nor handed any in is read until then: a log that cannot be written can be read. */
  #pauseBehind(connection: Connection): void {
    const { isStale } = this.#notices
    connection.isBehind = isStale || this.#storeIsAway
    if (isStale) connection.pause('notices')
    else connection.resume('notices')
    if (this.#storeIsAway && (connection.synced || connection.hasHandedIn)) connection.pause('store')
    else connection.resume('store')
  }

  // ---- what time changes ----

  #sweep(): void {
    this.#stopSweep = this.#timers.after(1000, () => {
      if (this.#closing) return
      const now = this.#options.clock.now()
      const pingNow = ++this.#sweeps % Math.ceil(this.#limits.pingEveryMs / 1000) === 0
      for (const [connection, room] of [...this.#connections]) {
        if (connection.leaseUntil <= now) connection.close('fetchNewPass', 'the lease is over')
        else if (connection.heldUntil <= now) connection.close('resync', 'something is missing for too long')
        else if (connection.unconfirmed.size > 0) room.attendance.checkUnconfirmed(connection, now)
        if (pingNow && !connection.isClosed) connection.ping()
      }
      this.#sweep()
    })
  }
}
