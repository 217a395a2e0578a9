// Committees: may this mandate begin in this body? Asked by the acts of people, which know no bodies, inside their
// transaction.
import { judgeMandateIn } from '@faellesrum/schema/committees'
import { type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import type { WantedMandate } from '../platform/index.js'
import { isClosed, loadBody } from './body-facts.js'

export async function judgeMandateInBody(tx: Tx, { kind, body, from }: WantedMandate): Promise<Verdict<null>> {
  if (body === null) return yes(null)
  const found = await loadBody(tx, body)
  return found.ok ? judgeMandateIn({ ...found.value, closed: isClosed(found.value, from) }, kind) : found
}
