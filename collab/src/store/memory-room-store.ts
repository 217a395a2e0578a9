// Collab, store: in memory, for tests of the room and for simulations. Same contract, no durability.
import type { LogRow, RoomName, RoomState } from '@faellesrum/schema/rooms'
import type { Claim, Entry, Head, Loaded, Outcome, Owner, RoomStore, Snapshot } from './room-store.js'

type Room = {
  state: RoomState
  epoch: number
  held: boolean
  rows: LogRow[]
  receipts: Map<string, number>
  owners: Map<number, Owner>
  snapshot: (Snapshot & { epoch: number }) | null
}

const key = (receipt: Uint8Array): string => Buffer.from(receipt).toString('hex')

export class MemoryRoomStore implements RoomStore {
  readonly #rooms = new Map<RoomName, Room>()

  create(name: RoomName): void {
    const room: Room = { state: 'open', epoch: 1, held: false, rows: [], receipts: new Map(), owners: new Map(), snapshot: null }
    this.#rooms.set(name, room)
  }

  setState(name: RoomName, state: RoomState): void {
    this.#room(name).state = state
  }

  /** As an act does that holds the room's row. */
  hold(name: RoomName, held: boolean): void {
    this.#room(name).held = held
  }

  async load(name: RoomName): Promise<Loaded | null> {
    const room = this.#rooms.get(name)
    if (room === undefined) return null
    const snapshot = room.snapshot?.epoch === room.epoch ? room.snapshot : null
    const tail = room.rows.slice(snapshot?.seq ?? 0)
    return { state: room.state, epoch: room.epoch, snapshot, tail, owners: new Map(room.owners) }
  }

  async append(entries: readonly Entry[]): Promise<readonly Outcome[]> {
    return entries.map((entry): Outcome => {
      const room = this.#rooms.get(entry.room)
      if (room === undefined || room.epoch !== entry.epoch) return { kind: 'gone' }
      if (room.held) return { kind: 'busy' }
      if (room.state !== 'open') return { kind: 'shut' }
      const seq = room.rows.length + 1
      // Field by field: an entry may be an object whose fields are answered and not held.
      const { epoch, sender, offline, updates } = entry
      room.rows.push({ room: entry.room, epoch, seq, sender, receivedAt: new Date(seq).toISOString(), offline, updates, authors: null })
      room.receipts.set(key(entry.receipt), seq)
      return { kind: 'saved', seq }
    })
  }

  async find(entries: readonly Entry[]): Promise<readonly (number | null)[]> {
    return entries.map(({ room, receipt }) => this.#rooms.get(room)?.receipts.get(key(receipt)) ?? null)
  }

  async claim(claims: readonly Claim[]): Promise<readonly Owner[]> {
    return claims.map(({ room: name, client, owner }) => {
      const { owners } = this.#room(name)
      if (!owners.has(client)) owners.set(client, owner)
      return owners.get(client)!
    })
  }

  async heads(names: readonly RoomName[]): Promise<readonly (Head | null)[]> {
    return names.map((name) => {
      const room = this.#rooms.get(name)
      return room === undefined ? null : { state: room.state, epoch: room.epoch, seq: room.rows.length }
    })
  }

  async rowsAfter(name: RoomName, seq: number): Promise<readonly LogRow[]> {
    return this.#rooms.get(name)?.rows.slice(seq) ?? []
  }

  async saveSnapshot(name: RoomName, epoch: number, snapshot: Snapshot): Promise<void> {
    const room = this.#room(name)
    const old = room.snapshot
    if (old === null || epoch > old.epoch || (epoch === old.epoch && snapshot.seq > old.seq)) {
      room.snapshot = { ...snapshot, epoch }
    }
  }

  #room(name: RoomName): Room {
    const room = this.#rooms.get(name)
    if (room === undefined) throw new Error(`no room ${name}`)
    return room
  }
}
