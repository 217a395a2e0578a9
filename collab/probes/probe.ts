// The probes: what each is, what it says of a bar, and the chance that a seed repeats.
import type { Ground } from './ground.js'

/** One line of the report. */
export type Bar = Readonly<{ what: string; holds: boolean; measured: string }>

export const bar = (what: string, holds: boolean, measured: string | number): Bar => ({ what, holds, measured: `${measured}` })

export type Size = Readonly<{ n: number; seed: number }>

export type Probe = Readonly<{
  about: string
  run(ground: Ground, size: Size): Promise<Bar[]>
  full: number
  quick: number
}>

export const at = (share: number, values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Polls a fact that is about to be; false if it was not in time. */
export async function until(fact: () => unknown, within = 10_000): Promise<boolean> {
  const deadline = performance.now() + within
  for (;;) {
    if (await fact()) return true
    if (performance.now() > deadline) return false
    await pause(5)
  }
}

/** Runs work 0 to n - 1, `width` of it at a time. */
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

  toString(): string {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what} ×${count}`).join(', ') || 'none'
  }
}
