// Commissions: the task committee that an adopted commission sets up.
import { seatsOf } from '@faellesrum/schema/commissions'
import type { LocalDate } from '@faellesrum/schema/kernel'
import { OfficeEntity, writeBody } from '../committees/index.js'
import type { Writing } from '../platform/index.js'
import type { CommissionFacts } from './commission-facts.js'

/** KO7: the task committee, with a seat for each place and the clerks of its commission. */
export async function establish(writing: Writing, facts: CommissionFacts, on: LocalDate): Promise<string> {
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
