// Collab: what it takes from outside, so that tests and simulations can hand in a clock that waits for nobody.

/** Milliseconds since 1970. Every expiry, lease and rate in collab asks this one. */
export type Clock = Readonly<{ now(): number }>

/** Bytes that come once: the receipt of each row, by which a commit whose answer was lost is found again. */
export type Random = Readonly<{ bytes(count: number): Uint8Array }>

/** Runs something later; the answer takes it back. */
export type Timers = Readonly<{ after(ms: number, run: () => void): () => void }>

/** The part of a pino logger that collab speaks to; never given a token, a name or a piece of text. */
export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (facts: object, message: string) => void>>

export const realTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
