// Rooms: how long to wait before a socket is opened again.
import type { Random } from './ports.js'

const first = 500
const longest = 15_000

/**
 * Milliseconds before the n-th attempt (0-based): doubles up to 15 s, and anywhere in the upper half of that, so that a
 * hundred pages do not come back in the same instant after a restart.
 */
export function backoff(attempt: number, random: Random): number {
  const most = Math.min(longest, first * 2 ** Math.min(attempt, 10))
  return Math.round(most * (0.5 + random() / 2))
}
