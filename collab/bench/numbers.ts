// The bench: percentiles, rounded as a person reads them.

/** The smallest sample that `share` of all do not exceed. Sorts in place. */
export function percentiles<Name extends string>(
  samples: Float64Array,
  wanted: Readonly<Record<Name, number>>,
): Record<Name, number> {
  if (samples.length === 0) throw new Error('nothing was measured')
  samples.sort()
  const at = (share: number): number => samples[Math.max(0, Math.ceil(samples.length * share) - 1)]!
  const named = Object.entries<number>(wanted).map(([name, share]) => [name, at(share)])
  return Object.fromEntries(named) as Record<Name, number>
}

export function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value)
  if (Math.abs(value) >= 100) return String(Math.round(value))
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(Math.abs(value) >= 0.1 ? 2 : 3)
}

/** A list of samples that grows by doubling: a million of them are no million objects. */
export class Samples {
  #list = new Float64Array(1024)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#list.length) {
      const larger = new Float64Array(this.#length * 2)
      larger.set(this.#list)
      this.#list = larger
    }
    this.#list[this.#length++] = value
  }

  all(): Float64Array {
    return this.#list.slice(0, this.#length)
  }
}
