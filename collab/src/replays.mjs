// Collab, worker: replays of logs, kept as far as they have come, so that a look at a room costs only what came since.
import { Attribution } from '@faellesrum/schema/drafts'

/** @typedef {{ epoch: number, seq: number, replay: Attribution, letters: number, holders: number }} Kept */
/** @typedef {import('@faellesrum/schema/drafts').AttributedRow & { readonly seq: number }} Row */

/**
 * Letters ever written in all the texts whose replays are kept. Ten thousand of them, a usual draft, are 2 MB; a long
 * text that was written on for a year is 270 MB.
 */
const most = 400_000

export class Replays {
  /** In the order of use. @type {Map<string, Kept>} */
  #rooms = new Map()
  #most

  constructor(mostLetters = most) {
    this.#most = mostLetters
  }

  /**
   * The row up to which this room's replay has come; it stays until it is let go.
   * @param {string} room
   * @param {number} epoch
   */
  hold(room, epoch) {
    const known = this.#rooms.get(room)
    const kept = known?.epoch === epoch ? known : { epoch, seq: 0, replay: new Attribution(), letters: 0, holders: 0 }
    kept.holders++
    this.#rooms.delete(room)
    this.#rooms.set(room, kept)
    return kept.seq
  }

  /**
   * The rows that follow, oldest first.
   * @param {string} room
   * @param {readonly Row[]} rows
   */
  feed(room, rows) {
    const kept = this.#held(room)
    for (const row of rows) {
      if (row.seq !== kept.seq + 1) throw new Error(`row ${row.seq} of ${room} after ${kept.seq}`)
      kept.replay.feed([row])
      kept.seq = row.seq
    }
  }

  /**
   * Who wrote what, up to the last row that was fed.
   * @param {string} room
   */
  runs(room) {
    const kept = this.#held(room)
    const runs = kept.replay.runs()
    kept.letters = 0
    for (const structs of kept.replay.doc.store.clients.values()) {
      const last = structs[structs.length - 1]
      if (last !== undefined) kept.letters += last.id.clock + last.length
    }
    return { seq: kept.seq, runs }
  }

  /**
   * What was deleted, up to the last row that was fed.
   * @param {string} room
   */
  removed(room) {
    const kept = this.#held(room)
    return { seq: kept.seq, runs: kept.replay.removed() }
  }

  /**
   * @param {string} room
   * @param {boolean} isForgotten nobody will ask for it again
   */
  letGo(room, isForgotten = false) {
    const kept = this.#held(room)
    kept.holders--
    if (isForgotten) this.#rooms.delete(room)
    let letters = [...this.#rooms.values()].reduce((sum, one) => sum + one.letters, 0)
    for (const [name, one] of this.#rooms) {
      if (letters <= this.#most) return
      if (one.holders > 0) continue
      this.#rooms.delete(name)
      letters -= one.letters
    }
  }

  /** @param {string} room */
  #held(room) {
    const kept = this.#rooms.get(room)
    if (kept === undefined || kept.holders === 0) throw new Error(`nobody holds the replay of ${room}`)
    return kept
  }
}
