// Collab: looks at what somebody would delete who may not write. A look costs as much as the text is long, so there is one at
// a time in a room, few wait for theirs, and nobody has one again at once.
import type { Connection } from './connection.js'
import type { Folder } from './folder.js'
import type { Limits } from './limits.js'
import type { Clock } from './ports.js'

export type LooksPorts = Readonly<{ folder: Folder; limits: Limits; clock: Clock }>

export class Looks {
  readonly #ports: LooksPorts
  readonly #lookedAt = new WeakMap<Connection, number>()
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: LooksPorts) {
    this.#ports = ports
  }

  /** Whether a reader of `base` and `tail` would see anything else after `updates`; null where there is no look to be had now. */
  shows(from: Connection, base: Uint8Array | null, tail: readonly Uint8Array[], updates: readonly Uint8Array[]): Promise<boolean> | null {
    const { folder, limits, clock } = this.#ports
    const now = clock.now()
    if (this.#waiting >= limits.looksWaiting || now - (this.#lookedAt.get(from) ?? Number.NEGATIVE_INFINITY) < limits.largeAnswerEveryMs) return null
    this.#lookedAt.set(from, now)
    this.#waiting++
    // The frame is gone by the time it is its turn.
    const kept = updates.map((update) => Uint8Array.from(update))
    const look = this.#last.then(() => folder.shows(base, tail, kept)).finally(() => this.#waiting--)
    this.#last = look.catch(() => {})
    return look
  }
}
