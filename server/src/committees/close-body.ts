// Committees: the end of a body, with the reason, and of all that is held in it; by its own act, or with its commission.
import { judgeClosing } from '@faellesrum/schema/committees'
import type { LocalDate } from '@faellesrum/schema/kernel'
import { endMandatesIn } from '../people/index.js'
import { act, type ActInput, globalId, type Writing } from '../platform/index.js'
import { BodyEntity } from './body.entity.js'
import { type BodyFacts, loadBody } from './body-facts.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'

/** `to` null: it is closed, and nobody knows since when. */
export type CloseBodyInput = ActInput & Readonly<{ body: string; to: LocalDate | null; because: string }>

export const closeBody = act<CloseBodyInput, BodyFacts, null, { body: string }>({
  name: 'close-body',
  mayDate: mayDateRecord,
  facts: (tx, input) => loadBody(tx, input.body),
  policy: (who, facts) => mayKeepRecord(who, facts, 'close-body'),
  rule: (facts, input) => judgeClosing(facts, input.to, input.because),
  async write(writing, _decision, _facts, { body, to, because }, { today }) {
    await endBody(writing, body, { to, because, today })
    return { result: { body }, about: [globalId('Body', body)], record: { to, because } }
  },
})

/** Ends a body that `judgeClosing` has let go: its mandates, offices and seatings end on its last day, or now. */
export async function endBody(
  writing: Writing,
  body: string,
  { to, because, today }: { to: LocalDate | null; because: string; today: LocalDate },
): Promise<void> {
  const on = to ?? today
  await writing.manager.update(BodyEntity, { id: body }, { to, closedBecause: because })
  await endMandatesIn(writing, body, { on, because, today })
  const open = 'and (to_day is null or to_day > $2::date)'
  const end = 'set to_day = greatest(from_day, $2::date)'
  await writing.tx.query(`update committees.office ${end} where body_id = $1 ${open}`, [body, on])
  await writing.tx.query(
    `update committees.seating ${end} where seat_id in (select id from committees.seat where body_id = $1) ${open}`,
    [body, on],
  )
  writing.event({ kind: 'body', id: body })
}
