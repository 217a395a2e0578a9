// Commissions: the act that enters a state from minutes. It is how committees of the past come in, how corrections are
// made, and, until a gate has acts of its own, how the gate is passed.
import { type CommissionState, type Entry, type EntryFacts, judgeEntry, seatsOf } from '@faellesrum/schema/commissions'
import { type LocalDate, type Verdict, yes } from '@faellesrum/schema/kernel'
import { type BodyFacts, loadBodies, OfficeEntity, writeBody } from '../committees/index.js'
import { sealDraft } from '../drafts/index.js'
import { loadMeeting, type MeetingFacts } from '../meetings/index.js'
import { act, type ActInput, globalId, heldMandate, type Moment, type Writing } from '../platform/index.js'
import { CommissionEntity } from './commission.entity.js'
import { type CommissionFacts, loadCommission } from './commission-facts.js'
import { commissionsPolicy, mayDate } from './commissions.policy.js'
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

type Facts = CommissionFacts & Readonly<{ body: BodyFacts | null; meeting: MeetingFacts | null }>

export const recordFromMinutes = act<RecordFromMinutesInput, Facts, Entry, { commission: string; version: number }>({
  name: 'record-from-minutes',
  mayDate,
  async facts(tx, input) {
    const commission = await loadCommission(tx, input.commission)
    if (!commission.ok) return commission
    const bodies = await loadBodies(tx, input.body === null ? [] : [input.body])
    if (!bodies.ok) return bodies
    const meeting = input.meeting === null ? yes(null) : await loadMeeting(tx, input.meeting)
    if (!meeting.ok) return meeting
    return yes({ ...commission.value, body: bodies.value[0] ?? null, meeting: meeting.value })
  },
  policy: commissionsPolicy['record-from-minutes'],
  version: (facts) => ({ id: globalId('Commission', facts.id), version: facts.version }),
  rule: (facts, input, { today }): Verdict<Entry> => judgeEntry(entryFacts(facts, input, today)),
  async write(writing, entry, facts, input, moment) {
    const { manager, newId, event } = writing
    const version = facts.version + 1
    const body = !entry.stays && entry.state === 'established' ? await establish(writing, facts, input) : facts.bodyId
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
      { version, state: entry.state, body, ...(entry.stays ? {} : { since: input.on }) },
    )
    if (body !== facts.bodyId && facts.draftId !== null)
      await sealDraft(writing, moment.town, facts.draftId, adoptedVersion)
    event({ kind: 'commission', id: facts.id })
    if (body !== null) event({ kind: 'body', id: body })
    return written(facts, input, entry, version, body, moment)
  },
})

/** What the council adopted is version 1.0. */
const adoptedVersion = '1.0'

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

/** KO7: the task committee, with a seat for each place and the clerks of its commission. */
async function establish(writing: Writing, facts: CommissionFacts, { on }: RecordFromMinutesInput): Promise<string> {
  const plan = { politicians: facts.politicians!, citizens: facts.citizens!, note: null, profiles: [] }
  const id = await writeBody(writing, {
    slug: facts.slug,
    kind: 'task-committee',
    name: facts.name,
    purpose: facts.question,
    remit: null,
    competence: null,
    from: on,
    to: null,
    periodNote: null,
    closedBecause: null,
    owners: facts.owners,
    ownersNote: null,
    seats: seatsOf(plan),
    sources: [],
  })
  const clerks = facts.clerks.map((person) => ({
    id: writing.newId<'Office'>(),
    body: id,
    kind: 'clerk' as const,
    person,
    from: on,
    to: null,
  }))
  if (clerks.length > 0) await writing.manager.insert(OfficeEntity, clerks)
  return id
}

const written = (
  facts: Facts,
  input: RecordFromMinutesInput,
  entry: Entry,
  version: number,
  body: string | null,
  { who }: Moment,
) => ({
  result: { commission: facts.id, version },
  about: [
    globalId('Commission', facts.id),
    ...(body === null ? [] : [globalId('Body', body)]),
    ...(input.meeting === null ? [] : [globalId('Meeting', input.meeting)]),
  ],
  record: { state: input.state, on: input.on, source: input.source, stays: entry.stays ? 1 : 0 },
  mandate: heldMandate(who, 'administration')?.id ?? null,
})
