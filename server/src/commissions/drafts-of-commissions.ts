// Commissions: who may do what with the text of each, for the slice `drafts`. The rule is `draftAccess`; the condition
// in SQL says the same of reading, and a test holds the two together.
import {
  commissionStates,
  type CommissionState,
  draftAccess,
  type DraftOpenness,
  type Holder,
  isBeforeAdoption,
} from '@faellesrum/schema/commissions'
import { dayAt, refusal } from '@faellesrum/schema/kernel'
import { isCouncilMandate } from '@faellesrum/schema/people'
import { accesses, type Access } from '@faellesrum/schema/rooms'
import type { DraftOwner, DraftRights } from '../drafts/index.js'
import { anyOf, type Held, holds, raw, type RoomRight, sql, type Sql, type Viewer } from '../platform/index.js'

const adopted = commissionStates.filter((state) => !isBeforeAdoption(state))
const letIn = ['invited', 'expert']

type Known = Readonly<{
  draft: string
  id: string
  name: string
  state: CommissionState
  openness: DraftOpenness
  drafters: readonly string[]
}>

export const draftsOfCommissions: DraftOwner = {
  rows: ({ viewer }) =>
    sql`exists (select from commissions.commission c where c.draft_id = t.id and c.state is not null and ${mayKnow(viewer)})`,
  async rights(town, viewer, drafts) {
    const rows = await town.database.read(
      `select c.draft_id as draft, c.id, c.name, c.state, c.openness,
              array(select o.person_id::text from commissions.office o
                     where o.commission_id = c.id and o.kind = 'drafter'
                       and commissions.stands(o, $2::date)) as drafters
         from commissions.commission c where c.draft_id = any($1::uuid[]) and c.state is not null`,
      [drafts, dayAt(town.clock.now(), town.zone)],
    )
    const found = new Map<string, DraftRights>()
    for (const commission of rows as Known[]) {
      const rights = rightsIn(commission, viewer)
      if (rights !== null) found.set(commission.draft, rights)
    }
    return found
  },
}

/** KO11 over the row `c` of a commission. */
export function mayKnow(viewer: Viewer | null): Sql {
  const open = sql`c.state = any(${adopted}) or c.openness <> 'closed'`
  if (viewer === null) return sql`(${open})`
  if (holds(viewer, 'council-member', 'administration')) return raw('true')
  const invitedTo = viewer.mandates.flatMap((held) => (letIn.includes(held.kind) ? (held.commission ?? []) : []))
  return sql`(${anyOf([open, sql`c.id = any(${invitedTo}::uuid[])`])})`
}

/** Null where the text is as if it did not exist. */
export function rightsIn(commission: Known, viewer: Viewer | null): DraftRights | null {
  const standing = { commission, room: 'open' as const }
  if (viewer === null || viewer.mandates.length === 0) return asAnybody(commission, viewer)
  const answers = viewer.mandates.map((mandate) => {
    const holder = holderOf(mandate, viewer, commission)
    return { mandate, holder, ...draftAccess(holder, standing) }
  })
  const opening = answers.filter((each): each is typeof each & { access: Access } => each.access !== null)
  const best = opening.sort((a, b) => accesses.indexOf(b.access) - accesses.indexOf(a.access))[0]
  if (!best) return null
  const rights: RoomRight[] = opening.map(({ mandate, access }) => ({ mandate, access }))
  const inside = opening.some(({ access, holder }) => access !== 'read' || isNear(holder))
  return { access: best.access, reason: best.reason, rights, inside }
}

/** Not signed in, or signed in without any mandate: what everybody may read, outside the room. */
function asAnybody(commission: Known, viewer: Viewer | null): DraftRights | null {
  const { access, reason } = draftAccess(null, { commission, room: 'open' })
  if (access === null) return null
  const why =
    viewer !== null && reason?.code === 'NOT_SIGNED_IN'
      ? refusal('NOT_ALLOWED', { ...reason.facts, wants: 'mandate' })
      : reason
  return { access, reason: why, rights: [], inside: false }
}

const holderOf = (mandate: Held, viewer: Viewer, commission: Known): Holder => ({
  kind: mandate.kind,
  inCouncil: mandate.inCouncil,
  drafts: isCouncilMandate(mandate) && commission.drafters.includes(viewer.person),
  forThis: mandate.commission === commission.id,
})

/** Once a text is sealed everyone reads it; those who could have been at it go on seeing who wrote what. */
const isNear = (holder: Holder): boolean =>
  isCouncilMandate(holder) || holder.kind === 'administration' || (holder.forThis && letIn.includes(holder.kind))
