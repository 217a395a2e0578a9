// Collab: who is in a room, told to those who are in it: here by their connections, to other processes by the relay.
import type { RoomName } from '@faellesrum/schema/rooms'
import type { Connection } from './connection.js'
import type { Limits } from './limits.js'
import type { Clock, Timers } from './ports.js'
import { type Card, RoomPresence } from './presence.js'
import type { PresenceEntry } from './read-frame.js'
import { noRelay, type Relay } from './relay.js'
import { SparseMap } from './sparse.js'
import { type Owner, StoreAway } from './store/room-store.js'

export type AttendancePorts = Readonly<{
  clock: Clock
  timers: Timers
  limits: Limits
  relay: Relay
  room: RoomName
  connections: ReadonlySet<Connection>
  ownerOf(client: number): Owner | undefined
  /** Makes client ids this person's. False if one is somebody else's, and closed if that is held against them. */
  claim(from: Connection, clients: readonly number[], blames: boolean): Promise<boolean>
}>

/** All who are in this room at another process. */
type Elsewhere = { readonly process: string; readonly card: Card; heardAt: number }

const nobody: Card = { name: null, person: null, mandate: '', color: '' }
const isHere = (holder: Connection | Elsewhere): holder is Connection => !('process' in holder)

export class Attendance {
  readonly #ports: AttendancePorts
  readonly #presence = new RoomPresence<Connection | Elsewhere>(isHere)
  readonly #elsewhere = new SparseMap<string, Elsewhere>()
  #flushTimer: (() => void) | null = null
  #tellTimer: (() => void) | null = null

  constructor(ports: AttendancePorts) {
    this.#ports = ports
    if (ports.relay !== noRelay) this.#tellEveryNowAndThen()
  }

  // ---- here ----

  hear(from: Connection, entries: readonly PresenceEntry[]): void | Promise<void> {
    const { ownerOf, claim } = this.#ports
    const isAhead = ({ client, clock }: PresenceEntry): boolean => clock > this.#presence.clockOf(client)
    // Of somebody at another process, whose id nobody here has asked the store about, it is an echo like any other: who has
    // not spoken yet may have come back with it, and nobody is blamed for it.
    const unknown = entries.filter((entry) => entry.json !== 'null' && ownerOf(entry.client) === undefined && (!from.hasSpoken || isAhead(entry)))
    if (unknown.length > 0) {
      const ids = [...new Set(unknown.map(({ client }) => client))]
      const claimed = claim(from, ids, unknown.some(isAhead)).then(() => (from.isClosed ? undefined : this.hear(from, entries)))
      // Presence is told again within 15 s, and nobody is sent away for a disk that is full.
      return claimed.catch((error: unknown) => {
        if (!(error instanceof StoreAway)) throw error
      })
    }
    for (const entry of entries) this.#hearOne(from, entry)
    this.#flushSoon()
  }

  #hearOne(from: Connection, entry: PresenceEntry): void {
    const { clock, limits, ownerOf } = this.#ports
    const holder = this.#presence.holderOf(entry.client)
    const owner = ownerOf(entry.client)
    const isOwn = owner === from.owner
    // Of the same person's other tab it is an echo, unless this connection has said nothing yet: then it has come back. What
    // lay unread on the line that it has left meanwhile is one too.
    const isLeft = holder !== null && isHere(holder) && holder.arrival > from.arrival
    if (!isOwn || isLeft || (holder !== null && holder !== from && from.hasSpoken)) {
      if (this.#presence.overhear(entry) === 'ahead' && !isOwn && owner !== undefined) {
        from.unconfirmed.set(entry.client, { clock: entry.clock, until: clock.now() + limits.presenceConfirmMs })
      }
      return
    }
    from.hasSpoken = true
    const heard = this.#presence.speak(entry, from)
    if (heard === 'malformed') return from.close('malformed', 'not a presence')
    if (heard === 'bump') from.send(this.#presence.farewell(entry.client))
    if (holder !== null && holder !== from && heard === 'taken' && isHere(holder)) {
      holder.close('clientIdTaken', 'this client id has come back')
    }
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection)
    this.#flushSoon()
  }

  /** Everybody's state, to one who has come in, where there is anybody. */
  welcome(connection: Connection): void {
    if (this.#presence.size > 0) this.tell(connection)
  }

  /** Everybody's state, to one who asks; also the answer to a client that only wants to hear that we are there. */
  tell(connection: Connection): void {
    connection.send(this.#presence.all())
  }

  /** Closes whoever spoke for others who never said so themselves. */
  checkUnconfirmed(connection: Connection, now: number): void {
    for (const [client, { clock, until }] of connection.unconfirmed) {
      if (this.#presence.clockOf(client) >= clock) connection.unconfirmed.delete(client)
      else if (until <= now) return connection.close('clientIdTaken', 'this client id belongs to somebody else')
    }
  }

  #flushSoon(): void {
    if (this.#flushTimer !== null) return
    const { timers, limits, connections, relay, room } = this.#ports
    this.#flushTimer = timers.after(limits.presenceEveryMs, () => {
      this.#flushTimer = null
      const news = this.#presence.flush()
      if (news === null) return
      for (const connection of connections) if (connection.synced) connection.send(news.frame)
      if (news.own.length > 0) relay.tell(room, { kind: 'presence', entries: news.own })
    })
  }

  // ---- elsewhere ----

  /** What another process says of those who are connected to it. */
  hearElsewhere(process: string, entries: readonly PresenceEntry[]): void {
    const now = this.#ports.clock.now()
    const holder = this.#elsewhere.get(process) ?? { process, card: nobody, heardAt: now }
    holder.heardAt = now
    this.#elsewhere.set(process, holder)
    for (const entry of entries) this.#presence.adopt(entry, holder)
    this.#flushSoon()
  }

  /** Everybody who is here, to the other processes: they ask, and they forget a process that says nothing. */
  tellElsewhere(): void {
    const { relay, room } = this.#ports
    const entries = this.#presence.here()
    if (entries.length > 0) relay.tell(room, { kind: 'presence', entries })
  }

  #tellEveryNowAndThen(): void {
    const { timers, limits, clock } = this.#ports
    this.#tellTimer = timers.after(limits.presenceRelayMs, () => {
      this.tellElsewhere()
      for (const [process, holder] of this.#elsewhere) {
        if (clock.now() - holder.heardAt < limits.presenceRelayMs * 2.5) continue
        this.#elsewhere.delete(process)
        this.#presence.leave(holder)
        this.#flushSoon()
      }
      this.#tellEveryNowAndThen()
    })
  }

  stop(): void {
    this.#flushTimer?.()
    this.#tellTimer?.()
  }
}
