// Collab: who wrote what, kept per room up to the last row, so that a look at it costs only what came since.
import { Attribution, type CreditedRun } from '@faellesrum/schema/drafts'
import type { LogRow, RoomHead, RoomName } from '@faellesrum/schema/rooms'
import { setImmediate } from 'node:timers/promises'

/** Rooms whose replay is kept; a replay of a year on a long text is 270 MB, of a usual draft 2. */
const kept = 24
/** Updates that are replayed before others get their turn: some 15 µs each. */
const slice = 200

type Kept = { epoch: number; seq: number; replay: Attribution; runs: readonly CreditedRun[] | null; busy: Promise<unknown> }

export class AttributionCache {
  readonly #log: (room: RoomName, afterSeq: number) => AsyncIterable<LogRow>
  readonly #rooms = new Map<RoomName, Kept>()

  constructor(log: (room: RoomName, afterSeq: number) => AsyncIterable<LogRow>) {
    this.#log = log
  }

  /** The runs at least up to this head. Those who ask at once share the work. */
  async of(head: RoomHead): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly CreditedRun[] }> {
    const one = this.#keptFor(head)
    const work = one.busy.then(() => this.#catchUp(head.room, one))
    // Whoever comes next waits for this one, and is not told of its failure.
    one.busy = work.catch(() => this.#rooms.delete(head.room))
    return work
  }

  #keptFor({ room, epoch }: RoomHead): Kept {
    const known = this.#rooms.get(room)
    const one = known?.epoch === epoch ? known : { epoch, seq: 0, replay: new Attribution(), runs: null, busy: Promise.resolve() }
    // The map's order is that of use: what was not asked for longest goes first.
    this.#rooms.delete(room)
    this.#rooms.set(room, one)
    if (this.#rooms.size > kept) this.#rooms.delete(this.#rooms.keys().next().value!)
    return one
  }

  async #catchUp(room: RoomName, one: Kept): Promise<{ seq: number; version: 'attribution:v1'; runs: readonly CreditedRun[] }> {
    let since = 0
    for await (const row of this.#log(room, one.seq)) {
      for (let at = 0; at < row.updates.length; at += slice) {
        one.replay.feed([{ ...row, updates: row.updates.slice(at, at + slice) }])
        since += Math.min(slice, row.updates.length - at)
        if (since < slice) continue
        since = 0
        await setImmediate()
      }
      one.seq = row.seq
      one.runs = null
    }
    one.runs ??= one.replay.runs()
    return { seq: one.seq, version: 'attribution:v1', runs: one.runs }
  }
}
