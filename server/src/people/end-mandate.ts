// People: a mandate ends, and what rests on it. Whoever is in a room by it is shown out within two seconds, by a notice in
// the same transaction.
import type { LocalDate } from '@faellesrum/schema/kernel'
import { judgeEnd } from '@faellesrum/schema/people'
import { act, type ActInput, holds } from '../platform/index.js'
import { endHeld } from './end-held.js'
import { aboutMandate, mandateById, type MandateFacts } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'

export type EndMandate = ActInput & Readonly<{ mandate: string; on: LocalDate; because: string }>

export const endMandate = act<EndMandate, MandateFacts, null, { mandate: string }>({
  name: 'end-mandate',
  mayDate: (who) => holds(who, 'administration'),
  facts: (tx, input) => mandateById(tx, input.mandate),
  policy: peoplePolicy['end-mandate'],
  rule: (mandate, input) => judgeEnd(mandate, input.on, input.because),
  async write(writing, _, mandate, { on, because }, moment) {
    await endHeld(writing, moment, mandate, { on, because: because.trim() })
    return {
      result: { mandate: mandate.id },
      about: aboutMandate(mandate.id, mandate),
      record: { kind: mandate.kind, to: on, because: because.trim() },
    }
  },
})
