// Committees: the act that ends a body, with the reason.
import { judgeClosing } from '@faellesrum/schema/committees'
import type { LocalDate } from '@faellesrum/schema/kernel'
import { act, type ActInput, globalId } from '../platform/index.js'
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
  async write({ manager, event }, _decision, _facts, { body, to, because }) {
    await manager.update(BodyEntity, { id: body }, { to, closedBecause: because })
    event({ kind: 'body', id: body })
    return { result: { body }, about: [globalId('Body', body)], record: { to, because } }
  },
})
