// The probes: what each is, and small things that all of them need.
import type { Ground } from '../faults/ground.js'
import type { Bar } from '../faults/verdict.js'

export type Size = Readonly<{
  n: number
  seed: number
  /** Waits whose length is the point are left out. */
  quick: boolean
}>

export type Probe = Readonly<{
  about: string
  run(ground: Ground, size: Size): Promise<Bar[]>
  full: number
  quick: number
}>

export type Chance = (below: number) => number

/** Polls a fact that is about to be; false if it was not in time. */
export async function until(fact: () => unknown, within = 10_000): Promise<boolean> {
  const deadline = performance.now() + within
  for (;;) {
    if (await fact()) return true
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Work 0 to n - 1, `width` of it at a time. */
export async function inTurns(n: number, width: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0
  const one = async (): Promise<void> => {
    for (let i = next++; i < n; i = next++) await work(i)
  }
  await Promise.all(Array.from({ length: Math.min(width, n) }, one))
}

/** How often each thing was seen: `4400 ×12, 4413 ×3`. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(what: unknown): void {
    this.#counts.set(`${what}`, (this.#counts.get(`${what}`) ?? 0) + 1)
  }

  get size(): number {
    return this.#counts.size
  }

  toString(): string {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))
    return sorted.map(([what, count]) => `${what} ×${count}`).join(', ') || 'none'
  }
}

/** Sockets in a short time use up the ports of one address: each 500 come from another. */
let sockets = 0
export function localAddress(): string {
  const n = Math.floor(sockets++ / 500)
  return `127.0.${Math.floor(n / 200) % 200}.${(n % 200) + 2}`
}
