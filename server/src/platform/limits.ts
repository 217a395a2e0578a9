// Platform: how much a stranger may ask for, in one place. Each number is tested in limits.test.ts.
import type { Viewer } from './viewer.js'

export const limits = {
  bodyBytes: 100_000,
  tokens: 2_000,
  depth: 15,
  aliases: 15,
  rootFields: 10,
  directives: 10,
  cost: { anonymous: 500, signedIn: 2_000, token: 5_000 },
  /** What a list without `first` is taken to hold. */
  listGuess: 5,
  executionMs: 5_000,
  /** Own queries of one address without sign-in. */
  anonymousPerMinute: 60,
  socket: { initMs: 3_000, subscriptions: 20, socketsPerPerson: 10, messageBytes: 64_000 },
  session: { idleMs: 8 * 3_600_000 },
  /** Failed sign-ins of one address in a quarter of an hour. */
  failedSignIns: 20,
} as const

export const costLimit = (viewer: Viewer | null): number =>
  viewer === null ? limits.cost.anonymous : limits.cost.signedIn
