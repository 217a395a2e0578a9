// Committees: the act that puts a body into the graph, with its owners, seats and sources.
import {
  type BodyDates,
  type BodyKind,
  judgeOneCouncil,
  judgeOwners,
  judgeSeats,
  type NumberedSeat,
} from '@faellesrum/schema/committees'
import { type BodyId, type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import type { Source } from '@faellesrum/schema/municipality'
import { act, type ActInput, globalId, type Writing } from '../platform/index.js'
import { BodyEntity, BodyOwnershipEntity, BodySourceEntity } from './body.entity.js'
import { type BodyFacts, loadBodies, loadCouncils } from './body-facts.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'
import { SeatEntity } from './seat.entity.js'

export type NewBody = BodyDates &
  Readonly<{
    slug: string
    kind: BodyKind
    name: string
    purpose: string | null
    remit: string | null
    competence: string | null
    periodNote: string | null
    /** Ids, in the order on screen. */
    owners: readonly string[]
    /** Why no owner is named (CO3). */
    ownersNote: string | null
    seats: readonly NumberedSeat[]
    sources: readonly Source[]
  }>

export type RecordBodyInput = ActInput & NewBody
type Facts = Readonly<{
  name: string
  owners: readonly BodyFacts[]
  slugTaken: boolean
  /** Those before it; asked for a council only. */
  councils: readonly (BodyDates & { name: string })[]
  /** Seats of the owner, which is the council where they are asked for. */
  seatsOfOwner: number
}>

export const recordBody = act<RecordBodyInput, Facts, null, { body: string }>({
  name: 'record-body',
  mayDate: mayDateRecord,
  async facts(tx, input) {
    const owners = await loadBodies(tx, input.owners)
    if (!owners.ok) return owners
    const { rows } = await tx.query('select 1 from committees.body where slug = $1', [input.slug])
    const seats = await tx.query(
      'select count(*)::int as count from committees.seat where body_id = any($1::uuid[]) and to_day is null',
      [input.owners],
    )
    return yes({
      name: input.name,
      owners: owners.value,
      slugTaken: rows.length > 0,
      councils: input.kind === 'council' ? await loadCouncils(tx) : [],
      seatsOfOwner: seats.rows[0].count,
    })
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'record-body'),
  rule(facts, input) {
    if (facts.slugTaken) return no(refusal('ALREADY_SO', { body: input.name, slug: input.slug }))
    if (input.from !== null && input.to !== null && input.to < input.from) {
      return no(refusal('DATES_REVERSED', { body: input.name, from: input.from, to: input.to }))
    }
    const owners = judgeOwners(input.kind, facts.owners, input.ownersNote !== null)
    if (!owners.ok) return owners
    const alone = judgeOneCouncil(input, facts.councils)
    return alone.ok ? judgeSeats(input.kind, input.seats.length, facts.seatsOfOwner) : alone
  },
  async write(writing, _decision, _facts, input) {
    const id = await writeBody(writing, input)
    return { result: { body: id }, about: [globalId('Body', id)], record: { name: input.name, kind: input.kind } }
  },
})

/** Writes a body that its rule has allowed; for acts of this slice and of those that set up bodies of their own. */
export async function writeBody({ manager, newId, event }: Writing, body: NewBody): Promise<BodyId> {
  const id = newId<'Body'>()
  await manager.insert(BodyEntity, {
    id,
    slug: body.slug,
    kind: body.kind,
    name: body.name,
    purpose: body.purpose,
    remit: body.remit,
    competence: body.competence,
    from: body.from,
    to: body.to,
    periodNote: body.periodNote,
    closedBecause: body.closedBecause,
    ownersNote: body.ownersNote,
    search: body.name.toLowerCase(),
  })
  const owners = body.owners.map((owner, position) => ({ body: id, owner, position }))
  if (owners.length > 0) await manager.insert(BodyOwnershipEntity, owners)
  if (body.seats.length > 0 && body.from !== null) {
    const from: LocalDate = body.from
    await manager.insert(
      SeatEntity,
      body.seats.map((seat) => ({ id: newId<'Seat'>(), body: id, ...seat, from, to: null })),
    )
  }
  const sources = body.sources.map((source, position) => ({ body: id, position, ...source }))
  if (sources.length > 0) await manager.insert(BodySourceEntity, sources)
  event({ kind: 'body', id })
  return id
}
