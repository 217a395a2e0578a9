// Commissions: the two who formulate. SPEC KO5.
import { no, refusal, type Verdict, yes } from '../kernel/index.js'

export type NamedDrafter = Readonly<{ person: string; name: string; isCouncilMember: boolean }>

/** `isCouncilMember` is as it stands on the day they are named. */
export function judgeDrafters(named: readonly NamedDrafter[]): Verdict<null> {
  const persons = new Set(named.map((drafter) => drafter.person))
  if (named.length !== 2 || persons.size !== 2)
    return no(refusal('OUT_OF_RANGE', { drafters: persons.size, exactly: 2 }))
  const stranger = named.find((drafter) => !drafter.isCouncilMember)
  return stranger ? no(refusal('NOT_IN_OFFICE_THEN', { person: stranger.name, wants: 'council-member' })) : yes(null)
}
