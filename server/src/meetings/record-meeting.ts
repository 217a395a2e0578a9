// Meetings: the act that puts a meeting into the calendar. Agenda and minutes come with their own acts.
import { dayAt, no, refusal, yes } from '@faellesrum/schema/kernel'
import { judgeConvening, type MeetingKind } from '@faellesrum/schema/meetings'
import { type BodyFacts, loadBodies, mayDateRecord, mayKeepRecord } from '../committees/index.js'
import { act, type ActInput, globalId } from '../platform/index.js'
import { ConvenedEntity, MeetingEntity } from './meeting.entity.js'

export type RecordMeetingInput = ActInput &
  Readonly<{ kind: MeetingKind; title: string; startsAt: string; place: string | null; bodies: readonly string[] }>

type Facts = Readonly<{ name: string; bodies: readonly BodyFacts[] }>

export const recordMeeting = act<RecordMeetingInput, Facts, null, { meeting: string }>({
  name: 'record-meeting',
  mayDate: mayDateRecord,
  async facts(tx, input) {
    const bodies = await loadBodies(tx, input.bodies)
    return bodies.ok ? yes({ name: input.title, bodies: bodies.value }) : bodies
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'record-meeting'),
  rule(facts, input) {
    if (input.title.trim() === '') return no(refusal('EVIDENCE_MISSING', { wants: 'title' }))
    return judgeConvening(input.kind, facts.bodies)
  },
  async write({ manager, newId, event }, _decision, _facts, input, { town }) {
    const id = newId<'Meeting'>()
    const { kind, title, startsAt, place } = input
    await manager.insert(MeetingEntity, {
      id,
      kind,
      title,
      startsAt,
      on: dayAt(Date.parse(startsAt), town.zone),
      place,
    })
    await manager.insert(
      ConvenedEntity,
      input.bodies.map((body, position) => ({ meeting: id, body, position })),
    )
    for (const body of input.bodies) event({ kind: 'body', id: body })
    return {
      result: { meeting: id },
      about: [globalId('Meeting', id), ...input.bodies.map((body) => globalId('Body', body))],
      record: { kind, title, startsAt },
    }
  },
})
