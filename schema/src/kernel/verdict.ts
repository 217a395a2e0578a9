// The kernel: an expected yes or no, as a value.
import type { Refusal } from './refusal.js'

/** Either the value, or the reason why not. Only the impossible throws. */
export type Verdict<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const yes = <T>(value: T): Verdict<T> => ({ ok: true, value })
export const no = (refusal: Refusal): Verdict<never> => ({ ok: false, refusal })
