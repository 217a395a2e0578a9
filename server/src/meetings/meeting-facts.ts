// Meetings: what acts of other slices need to know of a meeting that they point at as evidence.
import type { LocalDate } from '@faellesrum/schema/kernel'
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { MeetingKind } from '@faellesrum/schema/meetings'
import type { Tx } from '@faellesrum/schema/rooms'

export type MeetingFacts = Readonly<{ id: string; kind: MeetingKind; on: LocalDate; bodies: readonly string[] }>

export async function loadMeeting(tx: Tx, id: string): Promise<Verdict<MeetingFacts>> {
  const { rows } = await tx.query(
    `select m.id, m.kind, m.on_day::text as "on", array(select c.body_id::text from meetings.convened c where c.meeting_id = m.id) as bodies
       from meetings.meeting m where m.id = $1`,
    [id],
  )
  return rows[0] ? yes(rows[0] as MeetingFacts) : no(refusal('NOT_FOUND', { kind: 'meeting' }))
}
