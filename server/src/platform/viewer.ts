// Platform: who is asking. A viewer is read anew for every request, so an ended mandate ends with the next one.
import type { MandateId, PersonId } from '@faellesrum/schema/kernel'
import { isCouncilMandate, type MandateKind } from '@faellesrum/schema/people'

/** A mandate held today. */
export type Held = Readonly<{
  id: MandateId
  kind: MandateKind
  body: string | null
  commission: string | null
  /** Of the council itself, not a seat elsewhere (PE10). */
  inCouncil: boolean
}>

export type Viewer = Readonly<{
  person: PersonId
  name: string
  /** The id of the session (not its token), so that rooms can end with it. */
  session: string
  mandates: readonly Held[]
}>

/** Who acts: a signed-in person, nobody, or the program itself (seeds, sign-in, the command line), under a name. */
export type Actor = ({ kind: 'person' } & Viewer) | { kind: 'nobody' } | { kind: 'system'; name: string }

export const nobody: Actor = { kind: 'nobody' }
export const asActor = (viewer: Viewer | null): Actor => (viewer === null ? nobody : { kind: 'person', ...viewer })

/** A politician's seat on a committee makes nobody a council member; all other kinds are what they are called. */
const isOf = (mandate: Held, kinds: readonly MandateKind[]): boolean =>
  kinds.includes(mandate.kind) && (mandate.kind !== 'council-member' || isCouncilMandate(mandate))

export const holds = (who: Viewer | Actor | null, ...kinds: readonly MandateKind[]): boolean =>
  who !== null && 'mandates' in who && who.mandates.some((mandate) => isOf(mandate, kinds))

/** The mandate of these kinds that stands first among those held; what an act is recorded under. */
export const heldMandate = (who: Actor, ...kinds: readonly MandateKind[]): Held | null =>
  who.kind === 'person' ? (who.mandates.find((mandate) => isOf(mandate, kinds)) ?? null) : null

/** What policies of fields may look at: no person, only kinds, so that the answer can be kept for all alike. */
export type Roles = Readonly<{ signedIn: boolean; kinds: ReadonlySet<MandateKind> }>

export const rolesOf = (viewer: Viewer | null): Roles => ({
  signedIn: viewer !== null,
  kinds: new Set(viewer?.mandates.flatMap((mandate) => (isOf(mandate, [mandate.kind]) ? [mandate.kind] : []))),
})
