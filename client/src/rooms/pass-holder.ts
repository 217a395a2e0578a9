// Rooms: the pass that is held, and when a new one is asked for.
import type { Clock, EnterRefusal, FetchPass, Pass } from './ports.js'

/** A pass that ends within so long may end before the socket is open. */
const margin = 5_000
const askAgain = 10_000

export type PassAnswer = { pass: Pass } | { refusal: EnterRefusal } | 'unreachable'

export class PassHolder {
  readonly #fetch: FetchPass
  readonly #clock: Clock
  #pass: Pass | null = null
  #cancel: () => void = () => undefined

  constructor(fetch: FetchPass, clock: Clock) {
    this.#fetch = fetch
    this.#clock = clock
  }

  /** The pass that is held while it lasts, else one from the server. */
  async usable(): Promise<PassAnswer> {
    if (this.#pass !== null && this.#pass.expiresAt - margin > this.#clock.now()) return { pass: this.#pass }
    return this.#fresh()
  }

  /** The one that is held did not open the door. */
  drop(): void {
    this.#pass = null
  }

  /** Fetches a new pass after so many milliseconds and hands it on, for a connection that stays open. */
  renewIn(ms: number, handOn: (token: string) => void): void {
    this.stopRenewing()
    let stopped = false
    const cancel = this.#clock.after(ms, async () => {
      const answer = await this.#fresh()
      if (stopped) return
      if (answer === 'unreachable') this.renewIn(askAgain, handOn)
      // A no is not acted upon here: the room itself ends the connection, with a code that names the reason.
      else if ('pass' in answer) handOn(answer.pass.token)
    })
    this.#cancel = () => {
      stopped = true
      cancel()
    }
  }

  stopRenewing(): void {
    this.#cancel()
  }

  async #fresh(): Promise<PassAnswer> {
    try {
      const answer = await this.#fetch()
      if ('pass' in answer) this.#pass = answer.pass
      return answer
    } catch {
      return 'unreachable'
    }
  }
}
