// Collab: the rooms of this process. Each is loaded once however many come at once, and unloaded when nobody is left.
import type { CloseReason, RoomName } from '@faellesrum/schema/rooms'
import { Children } from './children.js'
import type { Connection } from './connection.js'
import { Room, type RoomPorts } from './room.js'
import { UnreadableRow } from './room-text.js'
import type { Loaded, Snapshot } from './store/room-store.js'

export type Entered = { ok: true; room: Room } | { ok: false; code: 'unknownRoom' | 'cannotLoad' }

export class Rooms {
  readonly #loaded = new Map<RoomName, Room>()
  readonly #loading = new Map<RoomName, Promise<Room | null>>()
  readonly #ports: Omit<RoomPorts, 'evict'>

  constructor(ports: Omit<RoomPorts, 'evict'>) {
    this.#ports = ports
  }

  get size(): number {
    return this.#loaded.size
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#loaded.values()
  }

  get(name: RoomName): Room | undefined {
    return this.#loaded.get(name)
  }

  /** The room, held for the caller until `leave`. A failed load is nobody's room: nothing is served and nothing written. */
  async enter(name: RoomName): Promise<Entered> {
    let room: Room | null | undefined
    try {
      // Between the load and here an eviction may have come.
      do room = this.#loaded.get(name) ?? (await this.#inTime(this.#load(name)))
      while (room?.isEvicted === true)
    } catch (error) {
      this.#ports.log.error({ room: name, reason: error instanceof Error ? error.message : String(error) }, 'a room could not be loaded')
      return { ok: false, code: 'cannotLoad' }
    }
    if (room === null) return { ok: false, code: 'unknownRoom' }
    room.cancelUnload?.()
    room.cancelUnload = null
    room.holders++
    return { ok: true, room }
  }

  leave(room: Room): void {
    room.holders--
    this.#unloadSoon(room)
  }

  evict(room: Room, words: string, offender: Connection | null, code: CloseReason): void {
    if (room.isEvicted) return
    room.stop()
    this.#loaded.delete(room.name)
    this.#ports.metrics.evictions.inc()
    this.#ports.log.warn({ room: room.name, reason: words }, 'a room was evicted')
    for (const connection of room.connections) {
      if (offender === null || connection === offender) connection.close(code, words)
      else connection.close('evicted', words)
    }
  }

  /** Snapshots of all that is worth one, so that the next process need not fold. */
  async foldAll(): Promise<void> {
    const { foldOnLeave } = this.#ports.limits
    await Promise.all([...this.#loaded.values()].filter((room) => room.tailLength >= foldOnLeave).map((room) => room.fold()))
  }

  stop(): void {
    for (const room of this.#loaded.values()) room.stop()
    this.#loaded.clear()
  }

  #load(name: RoomName): Promise<Room | null> {
    const already = this.#loading.get(name)
    if (already !== undefined) return already
    const loading = this.#read(name).finally(() => this.#loading.delete(name))
    this.#loading.set(name, loading)
    return loading
  }

  /** Nobody waits at the door for ever. The load itself goes on, and whoever comes back finds it further. */
  #inTime<Result>(load: Promise<Result>): Promise<Result> {
    const { timers, limits } = this.#ports
    return new Promise((resolve, reject) => {
      const cancel = timers.after(limits.loadMs, () => reject(new Error(`still loading after ${limits.loadMs} ms`)))
      load.then(resolve, reject).finally(cancel)
    })
  }

  async #read(name: RoomName): Promise<Room | null> {
    const { store, journal } = this.#ports
    // A room that was just evicted may have a commit on its way, which the load must see.
    await journal.idle(name)
    const loaded = await store.load(name)
    if (loaded === null) return null
    this.#ports.metrics.loads.inc()
    const room = await this.#built(name, loaded)
    this.#loaded.set(name, room)
    // Whoever asked may be gone already.
    this.#unloadSoon(room)
    return room
  }

  /**
   * From a scan of the rows where there are few; else, and where the scan will not have one, from a fold, which knows
   * more. A long log that cannot be folded is scanned all the same: it was good enough to be written.
   */
  async #built(name: RoomName, loaded: Loaded): Promise<Room> {
    const updates = loaded.tail.reduce((sum, row) => sum + row.updates.length, 0)
    const isLong = updates > this.#ports.limits.foldUpdates
    try {
      return this.#make(name, isLong ? await this.#folded(name, loaded) : loaded)
    } catch (error) {
      if (!isLong && !(error instanceof UnreadableRow)) throw error
      this.#ports.log.warn({ room: name, reason: String(error) }, 'a room is loaded the other way')
      return this.#make(name, isLong ? loaded : await this.#folded(name, loaded))
    }
  }

  #make(name: RoomName, loaded: Loaded): Room {
    return new Room(name, loaded, {
      ...this.#ports,
      evict: (room, words, offender, code) => this.evict(room, words, offender, code),
    })
  }

  /** The same room with all of its rows in the snapshot. */
  async #folded(name: RoomName, loaded: Loaded): Promise<Loaded> {
    const { folder, store, log } = this.#ports
    const folded = await folder.fold(loaded.snapshot?.update ?? null, loaded.tail.flatMap((row) => row.updates), true)
    const had = loaded.snapshot !== null && Children.decode(loaded.snapshot.children).hasElements
    const children = had ? Children.withElements(folded.children) : folded.children
    const snapshot: Snapshot = { seq: loaded.tail.at(-1)?.seq ?? 0, ...folded, children }
    // Where it cannot be kept (a full disk), it serves all the same.
    await store.saveSnapshot(name, loaded.epoch, snapshot).catch((error: unknown) => {
      log.warn({ room: name, reason: String(error) }, 'a snapshot could not be kept')
    })
    return { ...loaded, snapshot, tail: [] }
  }

  #unloadSoon(room: Room): void {
    const { timers, limits, journal } = this.#ports
    if (room.holders > 0 || room.isEvicted || room.cancelUnload !== null) return
    room.cancelUnload = timers.after(limits.unloadMs, () => {
      room.cancelUnload = null
      // Looked at again and removed in the same turn: nobody can come in between.
      const isIdle = (): boolean => room.holders === 0 && !room.isEvicted && journal.last(room) === null
      const remove = (): void => {
        if (!isIdle()) return this.#unloadSoon(room)
        room.stop()
        this.#loaded.delete(room.name)
      }
      if (isIdle() && room.tailLength >= limits.foldOnLeave) void room.fold().then(remove)
      else remove()
    })
  }
}
