// Collab: what others have written into a room's log: another process, or the server itself. Told of it or not, the room
// reads on where it left off, so that it takes in every row once, in the order of the log.
import type { LogRow, RoomName } from '@faellesrum/schema/rooms'
import type { Limits } from './limits.js'
import type { Log, Timers } from './ports.js'
import type { ToldRow } from './relay.js'
import type { RoomText } from './room-text.js'
import type { Scanned } from './splice.js'
import { type RoomStore, StoreAway } from './store/room-store.js'

export type LogReaderPorts = Readonly<{
  store: RoomStore
  timers: Timers
  limits: Limits
  log: Log
  room: RoomName
  text: RoomText
  isOver(): boolean
  /** A row of our own is queued or on its way: it may come before those of others. */
  isWriting(): boolean
  /** The text holds these updates now. */
  taken(updates: readonly Scanned[]): void
  /** A row cannot be taken in, and will not be better later. */
  failed(error: unknown): void
}>

export class LogReader {
  readonly #ports: LogReaderPorts
  #reading: Promise<void> | null = null
  /** The newest row that another process has told of. */
  #heardOf = 0

  constructor(ports: LogReaderPorts) {
    this.#ports = ports
  }

  /** All rows before this one. Throws what the store throws. */
  async readUpTo(before: number): Promise<void> {
    // One at a time; whoever waits finds the rows taken in.
    while (this.#reading !== null) await this.#reading
    this.#reading = this.#read(before).finally(() => {
      this.#reading = null
    })
    await this.#reading
  }

  /** This row and all before it, where they are not here yet; what goes wrong is seen to. */
  readOn(seq: number): void {
    if (seq <= this.#ports.text.seq) return
    this.readUpTo(seq + 1).catch((error: unknown) => {
      // Compared again in a moment; but a row that cannot be taken in will not be better then.
      if (!(error instanceof StoreAway)) return this.#ports.failed(error)
      this.#ports.log.warn({ room: this.#ports.room, reason: error.message }, 'could not read on in the log')
    })
  }

  readOnIfBehind(): void {
    this.readOn(this.#heardOf)
  }

  /** Rows of another process, fresh from its commit. What is missing before them is read in the log. */
  hear(rows: readonly ToldRow[]): void {
    const { text, log, room } = this.#ports
    if (this.#ports.isOver()) return
    const taken: Scanned[] = []
    try {
      for (const row of rows) {
        if (row.seq <= text.seq) continue
        this.#heardOf = Math.max(this.#heardOf, row.seq)
        if (row.seq === text.seq + 1 && this.#reading === null) for (const one of text.takeRow(row)) taken.push(one)
      }
    } catch (error) {
      // The log knows better than a message does.
      log.warn({ room, reason: String(error) }, 'what another process told could not be taken in')
    }
    this.#ports.taken(taken)
    // A commit of ours on its way may have a row before these, and reads on by itself.
    if (!this.#ports.isWriting()) this.readOnIfBehind()
  }

  async #read(before: number): Promise<void> {
    const { text } = this.#ports
    const rows = await this.#rowsAfter(text.seq)
    this.#ports.taken(rows.filter(({ seq }) => seq > text.seq && seq < before).flatMap((row) => text.takeRow(row)))
  }

  /** The commit is through, so the store is hardly away for long. */
  async #rowsAfter(seq: number): Promise<readonly LogRow[]> {
    const { store, timers, limits, room } = this.#ports
    for (let left = limits.readOnTries; ; left--) {
      try {
        return await store.rowsAfter(room, seq)
      } catch (error) {
        if (!(error instanceof StoreAway) || left <= 1 || this.#ports.isOver()) throw error
        await new Promise<void>((resolve) => timers.after(limits.retryMs, resolve))
      }
    }
  }
}
