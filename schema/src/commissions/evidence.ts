// Commissions: what must be on record before a state is entered. SPEC KO1–KO4, KO6–KO8.
import type { BodyKind } from '../committees/index.js'
import { type LocalDate, no, refusal, type Verdict, yes } from '../kernel/index.js'
import type { MeetingKind } from '../meetings/index.js'
import { type CommissionState, edgeBetween, edgesFrom, isBeforeAdoption, speakersOf } from './lifecycle.js'

type BodyFacts = Readonly<{ id: string; kind: BodyKind; name: string }>

export type EntryFacts = Readonly<{
  commission: {
    name: string
    /** Null before the first state. */
    state: CommissionState | null
    /** Known from a source only (KO8). */
    fromSource: boolean
    owners: readonly string[]
    ownBody: string | null
    drafters: number
    hasSeatPlan: boolean
    /** The date of the state it is in. */
    since: LocalDate | null
    /** Owners that have said that the council need not take a position, and when (KO6). */
    noPosition: readonly { body: string; on: LocalDate }[]
  }
  to: CommissionState
  on: LocalDate
  /** The day on which it is put on record. */
  today: LocalDate
  body: BodyFacts | null
  meeting: { kind: MeetingKind; on: LocalDate; bodies: readonly string[] } | null
  source: string
}>

/**
 * The state to be in afterwards, and since when; `stays` when this was only one of several words that the edge waits for
 * (KO6). What comes of it: `establishes` a body (KO7), `seals` the text (KO12).
 */
export type Entry = Readonly<{
  state: CommissionState
  on: LocalDate
  stays: boolean
  establishes: boolean
  seals: boolean
}>

const missing = (facts: EntryFacts, wants: string) =>
  no(refusal('EVIDENCE_MISSING', { commission: facts.commission.name, state: facts.to, wants }))

/** Asks all that a state wants; answers what it then is. */
export function judgeEntry(facts: EntryFacts): Verdict<Entry> {
  const { commission, to, on, body, meeting } = facts
  if (facts.source.trim() === '') return missing(facts, 'source')
  if (on > facts.today) return no(refusal('IN_THE_FUTURE', { commission: commission.name, on, today: facts.today }))
  if (meeting && meeting.on !== on) return missing(facts, 'meeting-on-that-day')
  if (meeting && body && !meeting.bodies.includes(body.id)) return missing(facts, 'meeting-of-that-body')
  if (commission.since !== null && on < commission.since) {
    const { name, since, state } = commission
    return no(refusal('BEFORE_ITS_STATE', { commission: name, state, since, on }))
  }
  if (commission.fromSource && commission.state === null) return yes(entering(facts, false))

  const edge = edgeBetween(commission.state, to)
  if (!edge) {
    const next = commission.state === null ? ['identified'] : edgesFrom(commission.state).map((other) => other.to)
    return no(refusal('WRONG_STATE', { commission: commission.name, state: commission.state, wanted: to, next }))
  }
  if (edge.needs.includes('owner') && commission.owners.length === 0) return missing(facts, 'owner')
  if (edge.needs.includes('two-drafters') && commission.drafters !== 2) return missing(facts, 'two-drafters')
  if (edge.needs.includes('seat-plan') && !commission.hasSeatPlan) return missing(facts, 'seat-plan')
  if (edge.meetings.length > 0) {
    if (!meeting || !edge.meetings.includes(meeting.kind)) return missing(facts, edge.meetings.join('|'))
  }
  if (edge.speaker !== null && !(body && speaks(facts, body))) {
    return no(
      refusal('WRONG_KIND', { commission: commission.name, state: to, body: body?.name ?? null, wants: edge.speaker }),
    )
  }
  if (edge.needs.includes('result-shown-before') && !(commission.since !== null && commission.since < on)) {
    return no(refusal('NOT_SHOWN_BEFORE', { commission: commission.name, since: commission.since, on }))
  }
  if (edge.needs.includes('no-position-of-each-owner')) {
    const { noPosition, owners, state } = commission
    const hasSpoken = (owner: string): boolean => noPosition.some((word) => word.body === owner)
    if (hasSpoken(body!.id)) return no(refusal('ALREADY_SO', { body: body!.name }))
    const silent = owners.filter((owner) => owner !== body!.id && !hasSpoken(owner))
    if (silent.length > 0) return yes({ state: state!, on, stays: true, establishes: false, seals: false })
    // Minutes are put on record in any order; nobody was past the council before the last committee had spoken.
    const latest = noPosition.reduce((last, word) => (word.on > last ? word.on : last), on)
    return yes({ ...entering(facts, false), on: latest })
  }
  return yes(entering(facts, to === 'established' && commission.ownBody === null))
}

/** One of the past may begin behind its adoption: then there is a text to seal, and no body to set up (KO8). */
const entering = ({ commission, to, on }: EntryFacts, establishes: boolean): Entry => ({
  state: to,
  on,
  stays: false,
  establishes,
  seals: (commission.state === null || isBeforeAdoption(commission.state)) && !isBeforeAdoption(to),
})

function speaks({ commission, to }: EntryFacts, body: BodyFacts): boolean {
  const speaker = edgeBetween(commission.state, to)!.speaker
  if (!speakersOf(speaker).includes(body.kind)) return false
  if (speaker === 'owner') return commission.owners.includes(body.id)
  return speaker === 'itself' ? body.id === commission.ownBody : true
}
