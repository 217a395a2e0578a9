// Collab, simulation: time that passes only when nothing is left to do, and chance that can be had again.
import type { Clock, Random, Timers } from '../ports.js'
import { prng } from '../testing/prng.js'

type Event = { at: number; run: () => void; isOff: boolean }

const remembered = 80

/** The moment at which every run begins. */
export const beginning = Date.UTC(2026, 0, 5, 8)

export class World {
  readonly seed: number
  readonly clock: Clock = { now: () => this.now }
  readonly timers: Timers = { after: (ms, run) => this.after(ms, run) }
  readonly random: Random = { bytes: (count) => Uint8Array.from({ length: count }, () => this.chance(256)) }
  /** A whole number below this one. */
  readonly chance: (below: number) => number
  now = beginning
  steps = 0
  /** The first thing that must not be. It ends the run, also where somebody on the way has caught it. */
  broken: Error | null = null
  /** In order of time; those of one instant in the order in which they were asked for. */
  readonly #events: Event[] = []
  readonly #happened: string[] = []

  constructor(seed: number) {
    this.seed = seed
    this.chance = prng(seed)
  }

  /** From `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.chance(to - from + 1)
  }

  /** True so many times in a hundred. */
  odds(percent: number): boolean {
    return this.chance(100) < percent
  }

  pick<T>(list: readonly T[]): T {
    return list[this.chance(list.length)]!
  }

  after(ms: number, run: () => void): () => void {
    const event = { at: this.now + Math.max(0, ms), run, isOff: false }
    let place = this.#events.length
    while (place > 0 && this.#events[place - 1]!.at > event.at) place--
    this.#events.splice(place, 0, event)
    return () => {
      event.isOff = true
    }
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  async run(ms: number): Promise<void> {
    const until = this.now + ms
    for (;;) {
      await this.#calm()
      if (this.broken !== null) throw this.broken
      const event = this.#events[0]
      if (event === undefined || event.at > until) break
      this.#events.shift()
      if (event.isOff) continue
      this.now = event.at
      this.steps++
      event.run()
    }
    this.now = until
  }

  /** Kept for whoever has to find out why a seed fails. */
  note(what: string): void {
    this.#happened.push(`${((this.now - beginning) / 1000).toFixed(3).padStart(8)} s  ${what}`)
    if (this.#happened.length > remembered) this.#happened.shift()
  }

  get happened(): readonly string[] {
    return this.#happened
  }

  /** What an event has set off runs to its end: promises and ticks in the first turn, the journal's commit in the second. */
  async #calm(): Promise<void> {
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
}
