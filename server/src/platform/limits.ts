// Platform: how much a stranger may ask for, in one place. Each number is tested in limits.test.ts.
import type { Visit } from './visit.js'

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
  socket: {
    initMs: 3_000,
    subscriptions: 20,
    socketsPerPerson: 10,
    /** All of a school or a library come from one address. */
    socketsPerAddress: 200,
    messageBytes: 64_000,
  },
  session: { idleMs: 8 * 3_600_000 },
  /** Failed sign-ins of one address in a quarter of an hour. */
  failedSignIns: 20,
} as const

/** Programs bring their token themselves, and know what they ask for. */
export const costLimit = ({ viewer, byToken }: Pick<Visit, 'viewer' | 'byToken'>): number => {
  if (viewer === null) return limits.cost.anonymous
  return byToken ? limits.cost.token : limits.cost.signedIn
}
