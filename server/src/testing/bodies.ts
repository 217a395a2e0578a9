// Testing: bodies in one line, with what a test does not care about left out.
import { day } from '@faellesrum/schema/kernel'
import { type NewBody, recordBody } from '../committees/index.js'
import type { TestTown } from './town.js'

/** Records a body and answers its uuid; throws with the refusal's code. */
export async function aBody(
  town: TestTown,
  body: Pick<NewBody, 'slug' | 'kind' | 'name'> & Partial<NewBody>,
): Promise<string> {
  const verdict = await town.act(recordBody, { ...emptyBody, ...body })
  if (!verdict.ok) throw new Error(`${verdict.refusal.code} ${JSON.stringify(verdict.refusal.facts)}`)
  return verdict.value.body
}

export const emptyBody = {
  purpose: null,
  remit: null,
  competence: null,
  from: day('2026-01-01'),
  to: null,
  periodNote: null,
  closedBecause: null,
  owners: [],
  ownersNote: null,
  seats: [],
  sources: [],
}
