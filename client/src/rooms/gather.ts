// Rooms: many small things done together. What comes in is handed on at once when it has been quiet, else at the end of
// the pause: each hand-over makes the editor rebuild its text, so their number is what costs, not their size.
import type { Clock } from './ports.js'

export class Gather<T> {
  readonly #clock: Clock
  readonly #pause: number
  readonly #handOn: (all: T[]) => void
  #waiting: T[] = []
  #last = -Infinity
  #cancel: (() => void) | null = null

  /** `handOn` is called at most once in `pause` milliseconds. */
  constructor(clock: Clock, pause: number, handOn: (all: T[]) => void) {
    this.#clock = clock
    this.#pause = pause
    this.#handOn = handOn
  }

  add(thing: T): void {
    this.#waiting.push(thing)
    if (this.#cancel !== null) return
    const rest = this.#last + this.#pause - this.#clock.now()
    if (rest <= 0) this.flush()
    else this.#cancel = this.#clock.after(rest, () => this.flush())
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    if (this.#waiting.length === 0) return
    const all = this.#waiting
    this.#waiting = []
    this.#last = this.#clock.now()
    this.#handOn(all)
  }

  /** Forgets what waits. */
  clear(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#waiting = []
  }
}
