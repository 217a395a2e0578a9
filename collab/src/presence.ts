// Collab: who is in a room, and where. Neither text nor record: newest state per client, merged, gone when they leave.
import { presenceSaid } from '@faellesrum/schema/rooms'
import type { PresenceEntry } from './read-frame.js'
import { SparseMap, SparseSet } from './sparse.js'
import { wire, type WireFrame } from './wire.js'

/** What presence shows of somebody; set here, whatever the client says of itself. */
export type Card = Readonly<{ name: string | null; person: string | null; mandate: string; color: string }>

type State<Holder> = { clock: number; json: string; holder: Holder }

/** What became of one entry. `ahead`: of somebody else, and newer than what they said themselves. */
export type Heard = 'taken' | 'ignored' | 'ahead' | 'bump' | 'malformed'

const gone = 'null'
/** Clocks of people who left, so that an echo of them does not come back to life. */
const remembered = 4096

export class RoomPresence<Holder extends { readonly card: Card }> {
  readonly #states = new SparseMap<number, State<Holder>>()
  readonly #left = new SparseMap<number, number>()
  readonly #dirty = new SparseSet<number>()
  /** Of the dirty ones, those whose news came from here and not from another process. */
  readonly #own = new SparseSet<number>()
  readonly #isHere: (holder: Holder) => boolean

  /** `isHere`: this holder's states are told to other processes, and not the other way round. */
  constructor(isHere: (holder: Holder) => boolean) {
    this.#isHere = isHere
  }

  /** The newest clock heard from the client itself; −1 for one never seen. */
  clockOf(client: number): number {
    return this.#states.get(client)?.clock ?? this.#left.get(client) ?? -1
  }

  holderOf(client: number): Holder | null {
    return this.#states.get(client)?.holder ?? null
  }

  /** Takes over what a client says of itself; the caller knows that the id is this person's. */
  speak({ client, clock, json }: PresenceEntry, holder: Holder): Heard {
    const state = this.#states.get(client)
    if (json === gone) {
      if (state === undefined || state.holder !== holder || clock < state.clock) return 'ignored'
      this.#remove(client, clock)
      this.#own.add(client)
      return 'taken'
    }
    if (state !== undefined && clock <= state.clock) {
      // Coming back over a new socket with the same clock: it is the same state, held by another connection now.
      if (clock < state.clock || state.holder === holder) return 'ignored'
    }
    const stamped = stamp(json, holder.card)
    if (stamped === null) return 'malformed'
    const bump = state === undefined && clock <= this.clockOf(client)
    this.#states.set(client, { clock, json: stamped, holder })
    this.#dirty.add(client)
    this.#own.add(client)
    return bump ? 'bump' : 'taken'
  }

  /** Takes over what another process says of one of its own; whoever is here with the same clock stays here. */
  adopt({ client, clock, json }: PresenceEntry, holder: Holder): void {
    const state = this.#states.get(client)
    if (json === gone) {
      if (state?.holder === holder && clock >= state.clock) this.#remove(client, clock)
      return
    }
    if (clock < this.clockOf(client) || (state !== undefined && clock === state.clock)) return
    this.#states.set(client, { clock, json, holder })
    this.#dirty.add(client)
  }

  /** An entry about somebody else: their browser's echo of what we sent, or somebody speaking for them. */
  overhear({ client, clock }: PresenceEntry): Heard {
    return clock > this.clockOf(client) ? 'ahead' : 'ignored'
  }

  /** Everything that this connection held is gone. */
  leave(holder: Holder): void {
    for (const [client, state] of this.#states) {
      if (state.holder !== holder) continue
      this.#remove(client, state.clock)
      if (this.#isHere(holder)) this.#own.add(client)
    }
  }

  /** All that is news since the last call: as one frame, and what of it came from here; null when nothing is. */
  flush(): { frame: WireFrame; own: readonly PresenceEntry[] } | null {
    if (this.#dirty.size === 0) return null
    const entries = [...this.#dirty].map((client) => this.#entry(client))
    const own = entries.filter(({ client }) => this.#own.has(client))
    this.#dirty.clear()
    this.#own.clear()
    return { frame: wire.presence(entries.map(({ client, clock, json }) => [client, clock, json])), own }
  }

  /** Everybody who is here. */
  here(): PresenceEntry[] {
    return [...this.#states].filter(([, { holder }]) => this.#isHere(holder)).map(([client]) => this.#entry(client))
  }

  #entry(client: number): PresenceEntry {
    return { client, clock: this.clockOf(client), json: this.#states.get(client)?.json ?? gone }
  }

  /** Everybody, for somebody who has just come in. */
  all(): WireFrame {
    return wire.presence([...this.#states].map(([client, { clock, json }]) => [client, clock, json]))
  }

  /**
   * Told to a client whose clock others have already seen end: y-protocols answers a farewell in its own name by
   * counting on and saying again that it is here. Without it nobody would see it for 15 s.
   */
  farewell(client: number): WireFrame {
    return wire.presence([[client, this.clockOf(client), gone]])
  }

  get size(): number {
    return this.#states.size
  }

  #remove(client: number, clock: number): void {
    this.#states.delete(client)
    this.#left.delete(client)
    this.#left.set(client, clock)
    if (this.#left.size > remembered) this.#left.delete(this.#left.keys().next().value!)
    this.#dirty.add(client)
  }
}

/** What of the state may be shown, with the name that we know; null if it is not an object. */
function stamp(json: string, { name, person, mandate, color }: Card): string | null {
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    return null
  }
  if (state === null || typeof state !== 'object' || Array.isArray(state)) return null
  return JSON.stringify({ ...presenceSaid(state as Record<string, unknown>), user: { name, person, mandate, color } })
}
