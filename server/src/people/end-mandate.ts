// People: a mandate ends. Whoever is in a room by it is shown out within two seconds, by a notice in the same transaction.
import type { LocalDate, MandateId, PersonId } from '@faellesrum/schema/kernel'
import { judgeEnd } from '@faellesrum/schema/people'
import { act, type ActInput, holds } from '../platform/index.js'
import { aboutMandate, mandateById, type MandateFacts } from './people.facts.js'
import { MandateEntity } from './people.entities.js'
import { peoplePolicy } from './people.policy.js'

export type EndMandate = ActInput & Readonly<{ mandate: string; on: LocalDate; because: string }>

export const endMandate = act<EndMandate, MandateFacts, null, { mandate: string }>({
  name: 'end-mandate',
  mayDate: (who) => holds(who, 'administration'),
  facts: (tx, input) => mandateById(tx, input.mandate),
  policy: peoplePolicy['end-mandate'],
  rule: (mandate, input) => judgeEnd(mandate, input.on, input.because),
  async write({ manager, notice }, _, mandate, { on, because }, { today }) {
    await manager.update(MandateEntity, { id: mandate.id }, { to: on, endedBecause: because.trim() })
    // A mandate that ends on a later day is held until then; the lease of a connection finds out on the day.
    if (on <= today) {
      await notice({
        kind: 'ended',
        room: null,
        person: mandate.person as PersonId | null,
        mandate: mandate.id as MandateId,
        session: null,
      })
    }
    return {
      result: { mandate: mandate.id },
      about: aboutMandate(mandate.id, mandate),
      record: { kind: mandate.kind, to: on, because: because.trim() },
    }
  },
})
