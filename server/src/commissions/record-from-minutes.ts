// Commissions: the act that enters a state from minutes. It is how committees of the past come in, how corrections are
// made, and, until a gate has acts of its own, how the gate is passed.
import { type CommissionState, type Entry, type EntryFacts, judgeEntry } from '@faellesrum/schema/commissions'
import { judgeClosing } from '@faellesrum/schema/committees'
import { type LocalDate, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { type BodyFacts, endBody, isClosed, loadBodies, loadBody } from '../committees/index.js'
import { type Sealed, sealDraft } from '../drafts/index.js'
import { loadMeeting, type MeetingFacts } from '../meetings/index.js'
import { act, type ActInput, globalId, heldMandate, type Moment, type Writing } from '../platform/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { evidenceTexts } from './commission-texts.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'
import { establish } from './establish.js'
import { EvidenceEntity } from './record.entity.js'

export type RecordFromMinutesInput = ActInput &
  Readonly<{
    commission: string
    state: CommissionState
    on: LocalDate
    body: string | null
    meeting: string | null
    source: string
  }>

type Facts = CommissionFacts &
  Readonly<{
    body: BodyFacts | null
    meeting: MeetingFacts | null
    /** The task committee, locked. */
    own: BodyFacts | null
    /** Another body has the address that the new one would get. */
    slugTaken: boolean
  }>

export const recordFromMinutes = act<RecordFromMinutesInput, Facts, Entry, { commission: string; version: number }>({
  name: 'record-from-minutes',
  mayDate,
  async facts(tx, input, { day }) {
    const commission = await loadCommission(tx, input.commission, day)
    if (!commission.ok) return commission
    const bodies = await loadBodies(tx, input.body === null ? [] : [input.body])
    if (!bodies.ok) return bodies
    const meeting = input.meeting === null ? yes(null) : await loadMeeting(tx, input.meeting)
    if (!meeting.ok) return meeting
    const { bodyId, slug } = commission.value
    const own = bodyId === null ? yes(null) : await loadBody(tx, bodyId)
    if (!own.ok) return own
    const said = { body: bodies.value[0] ?? null, meeting: meeting.value }
    return yes({ ...commission.value, ...said, own: own.value, slugTaken: await isTaken(tx, slug) })
  },
  policy: commissionsPolicy['record-from-minutes'],
  version: (facts) => ({ id: globalId('Commission', facts.id), version: facts.version }),
  rule(facts, input, { today }): Verdict<Entry> {
    const entry = judgeEntry(entryFacts(facts, input, today))
    if (!entry.ok) return entry
    if (entry.value.establishes && facts.slugTaken)
      return no(refusal('ALREADY_SO', { commission: facts.name, slug: facts.slug }))
    const closing = closes(facts, input) ? judgeClosing(facts.own!, input.on, whyClosed(input)) : yes(null)
    return closing.ok ? entry : closing
  },
  async write(writing, entry, facts, input, moment) {
    const { manager, newId, event } = writing
    const version = facts.version + 1
    const body = entry.establishes ? await establish(writing, facts, input.on) : facts.bodyId
    await manager.insert(EvidenceEntity, {
      id: newId(),
      commission: facts.id,
      state: input.state,
      on: input.on,
      enters: !entry.stays,
      body: input.body,
      meeting: input.meeting,
      source: input.source,
      by: moment.who.kind === 'person' ? moment.who.person : null,
    })
    await manager.update(
      CommissionEntity,
      { id: facts.id },
      { version, state: entry.state, body, ...(entry.stays ? {} : { since: entry.on }) },
    )
    const sealed = entry.seals ? await seal(writing, facts, moment) : null
    if (closes(facts, input))
      await endBody(writing, facts.own!.id, { to: input.on, because: whyClosed(input), today: moment.today })
    event({ kind: 'commission', id: facts.id })
    if (body !== null) event({ kind: 'body', id: body })
    return written(facts, input, entry, { version, body, sealed }, moment)
  },
})

/** What the council adopted is version 1.0. */
const seal = async (writing: Writing, { draftId }: Facts, { town }: Moment): Promise<Sealed | null> =>
  draftId === null ? null : sealDraft(writing, town, draftId, '1.0')

/** KO14. A body of the past may have been closed by its source, with or without a day; it stays as it is. */
const closes = ({ own }: Facts, { state, on }: RecordFromMinutesInput): boolean =>
  state === 'dissolved' && own !== null && own.closedBecause === null && !isClosed(own, on)

/** Recorded as the minutes are, in the municipality's own language. */
const whyClosed = ({ source }: RecordFromMinutesInput): string => `${evidenceTexts.dissolved.da} (${source})`

async function isTaken(tx: Tx, slug: string): Promise<boolean> {
  const { rows } = await tx.query('select 1 from committees.body where slug = $1', [slug])
  return rows.length > 0
}

const entryFacts = (facts: Facts, input: RecordFromMinutesInput, today: LocalDate): EntryFacts => ({
  commission: {
    name: facts.name,
    state: facts.state,
    fromSource: facts.fromSource,
    owners: facts.owners,
    ownBody: facts.bodyId,
    drafters: facts.drafters.length,
    hasSeatPlan: facts.politicians !== null,
    since: facts.since,
    noPosition: facts.noPosition,
  },
  to: input.state,
  on: input.on,
  today,
  body: facts.body,
  meeting: facts.meeting,
  source: input.source,
})

const written = (
  facts: Facts,
  input: RecordFromMinutesInput,
  entry: Entry,
  { version, body, sealed }: { version: number; body: string | null; sealed: Sealed | null },
  { who }: Moment,
) => ({
  result: { commission: facts.id, version },
  about: [
    globalId('Commission', facts.id),
    ...(body === null ? [] : [globalId('Body', body)]),
    ...(input.meeting === null ? [] : [globalId('Meeting', input.meeting)]),
  ],
  record: {
    state: input.state,
    on: input.on,
    source: input.source,
    stays: entry.stays ? 1 : 0,
    ...(sealed && { sealed }),
  },
  mandate: heldMandate(who, 'administration')?.id ?? null,
})
