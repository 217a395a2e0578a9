// Commissions: who may do what with the text of a commission. SPEC KO10–KO13.
import { type Facts, type Refusal, refusal } from '../kernel/index.js'
import { isCouncilMandate, type MandateKind } from '../people/index.js'
import type { Access } from '../rooms/index.js'
import type { RoomState } from '../rooms/index.js'
import { type CommissionState, isBeforeAdoption } from './lifecycle.js'

/** `suggestions`: every signed-in resident may suggest and comment. */
export const draftOpennesses = ['closed', 'suggestions'] as const
export type DraftOpenness = (typeof draftOpennesses)[number]

export type DraftStanding = Readonly<{
  commission: { name: string; state: CommissionState; openness: DraftOpenness }
  room: RoomState
}>

/** One mandate held today, seen from one commission. Null is somebody without any: not signed in. */
export type Holder = Readonly<{
  kind: MandateKind
  /** The mandate is of the council itself (PE10). */
  inCouncil: boolean
  /** One of the two drafters. */
  drafts: boolean
  /** The mandate was given for this commission (an invitation to write, or an expert called in). */
  forThis: boolean
}>

/** `access` null: not even read; then the text is as if it did not exist. `reason` is null for who may write. */
export type DraftAccess = Readonly<{ access: Access | null; reason: Refusal | null }>

/** What a mandate would give while the text is open for writing. */
function wish(holder: Holder | null, openness: DraftOpenness): Access | null {
  const open = openness === 'suggestions'
  if (holder === null) return open ? 'read' : null
  if (holder.drafts || holder.kind === 'administration') return 'write'
  if (holder.kind === 'invited' && holder.forThis) return 'write'
  if (isCouncilMandate(holder) || (holder.kind === 'expert' && holder.forThis)) return 'suggest'
  if (holder.kind === 'guest') return open ? 'read' : null
  return open ? 'suggest' : null
}

/** The access under one mandate, and why not more. */
export function draftAccess(holder: Holder | null, { commission, room }: DraftStanding): DraftAccess {
  const facts: Facts = { commission: commission.name, state: commission.state }
  if (!isBeforeAdoption(commission.state))
    return { access: 'read', reason: refusal('WRONG_STATE', { ...facts, sealed: true }) }
  const access = wish(holder, commission.openness)
  if (access === null) return { access: null, reason: refusal('NOT_FOUND') }
  if (room !== 'open') return { access: 'read', reason: refusal('WRONG_STATE', { ...facts, room }) }
  if (access === 'write') return { access, reason: null }
  return {
    access,
    reason: holder === null ? refusal('NOT_SIGNED_IN', facts) : refusal('NOT_ALLOWED', { ...facts, wants: 'drafter' }),
  }
}
