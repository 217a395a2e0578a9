// The kernel: the end of a switch that has named every case.

/** Throws with the case that nobody thought of; the type makes the compiler find it first. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
