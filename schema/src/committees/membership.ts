// Committees: what kinds of mandate a body takes. SPEC CO13, CO15.
import { no, refusal, type Verdict, yes } from '../kernel/index.js'
import type { MandateKind } from '../people/index.js'
import type { BodyKind } from './body-graph.js'

/** CO15: members are of these kinds; whoever is no member (invited, expert, staff) may be let in anywhere. */
export const memberKinds: Readonly<Record<BodyKind, readonly MandateKind[]>> = {
  council: ['council-member'],
  'finance-committee': ['council-member'],
  'standing-committee': ['council-member'],
  'task-committee': ['council-member', 'citizen-member'],
  'working-group': ['council-member', 'citizen-member'],
}

const isMember = (kind: MandateKind): boolean => Object.values(memberKinds).some((kinds) => kinds.includes(kind))

/** CO13, before anybody has said which kind. `closed` is on the day that the mandate begins. */
export const judgeOpen = ({ name, closed }: Readonly<{ name: string; closed: boolean }>): Verdict<null> =>
  closed ? no(refusal('WRONG_STATE', { body: name, state: 'closed' })) : yes(null)

/** May a mandate of this kind begin in this body? */
export function judgeMandateIn(
  body: Readonly<{ kind: BodyKind; name: string; closed: boolean }>,
  kind: MandateKind,
): Verdict<null> {
  const open = judgeOpen(body)
  if (!open.ok) return open
  return isMember(kind) && !memberKinds[body.kind].includes(kind)
    ? no(refusal('WRONG_KIND', { body: body.name, kind, bodyKind: body.kind }))
    : yes(null)
}
