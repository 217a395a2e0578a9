// Committees: which bodies there are, and which may belong to which. An owner's kind stands before that of what it owns,
// so no chain of owners comes back to where it began. SPEC CO1–CO6.
import { type LocalDate, no, refusal, type Verdict, yes } from '../kernel/index.js'
import type { BodyDates } from './term.js'

export const bodyKinds = [
  'council',
  'finance-committee',
  'standing-committee',
  'task-committee',
  'working-group',
] as const
export type BodyKind = (typeof bodyKinds)[number]

type Line = Readonly<{
  owners: readonly BodyKind[]
  atLeast: number
  atMost: number
  setUpBy: BodyKind | null
  decides: boolean
}>

/** One line per kind: whose it may be, how many owners it has, who sets it up, and whether it decides (CO6). */
export const bodyRules: Readonly<Record<BodyKind, Line>> = {
  council: { owners: [], atLeast: 0, atMost: 0, setUpBy: null, decides: true },
  'finance-committee': { owners: ['council'], atLeast: 1, atMost: 1, setUpBy: 'council', decides: true },
  'standing-committee': { owners: ['council'], atLeast: 1, atMost: 1, setUpBy: 'council', decides: true },
  'task-committee': {
    owners: ['standing-committee', 'finance-committee'],
    atLeast: 1,
    atMost: Infinity,
    setUpBy: 'council',
    decides: false,
  },
  'working-group': { owners: ['task-committee'], atLeast: 1, atMost: 1, setUpBy: 'task-committee', decides: false },
}

export const mayOwn = (owner: BodyKind, owned: BodyKind): boolean => bodyRules[owned].owners.includes(owner)

/**
 * May a body of this kind have these owners? With `ownersUnknown` none may be named: the reason is kept in their place,
 * and only a task committee of the past can be so (CO3).
 */
export function judgeOwners(
  kind: BodyKind,
  owners: readonly { kind: BodyKind; name: string }[],
  ownersUnknown = false,
): Verdict<null> {
  const { atLeast, atMost } = bodyRules[kind]
  if (ownersUnknown) {
    return kind === 'task-committee' && owners.length === 0
      ? yes(null)
      : no(refusal('WRONG_KIND', { kind, owners: 'unknown' }))
  }
  const stranger = owners.find((owner) => !mayOwn(owner.kind, kind))
  if (stranger) return no(refusal('WRONG_KIND', { kind, owner: stranger.name, ownerKind: stranger.kind }))
  if (owners.length < atLeast || owners.length > atMost) {
    return no(
      refusal('OUT_OF_RANGE', {
        kind,
        owners: owners.length,
        atLeast,
        atMost: Number.isFinite(atMost) ? atMost : null,
      }),
    )
  }
  return yes(null)
}

/** CO1: the days of a new council, beside those of all others. One whose end nobody knows is in nobody's way. */
export function judgeOneCouncil(
  wanted: BodyDates,
  others: readonly (BodyDates & { name: string })[],
): Verdict<null> {
  const standing = others.find((other) => overlap(wanted, other))
  return standing ? no(refusal('ALREADY_SO', { kind: 'council', body: standing.name })) : yes(null)
}

const isUndated = ({ to, closedBecause }: BodyDates): boolean => to === null && closedBecause !== null

const overlap = (a: BodyDates, b: BodyDates): boolean =>
  !isUndated(a) && !isUndated(b) && startsBy(a, b.to) && startsBy(b, a.to)

const startsBy = ({ from }: BodyDates, day: LocalDate | null): boolean => from === null || day === null || from <= day
