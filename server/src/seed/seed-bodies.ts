// Seed: the council, its committees, and the task committees of 2015–2018 as both slides name them.
import { day } from '@faellesrum/schema/kernel'
import {
  bodiesOfTheSource,
  chartSlide,
  listSlide,
  ownersUnknown,
  periodOfTheList,
  type SourceTaskCommittee,
  taskCommitteesOfTheSource,
} from '@faellesrum/schema/municipality'
import { recordFromMinutes, recordNeed } from '../commissions/index.js'
import { closeBody, recordBody } from '../committees/index.js'
import type { Seeding } from './seeding.js'

/** Ids by slug. */
export type Bodies = ReadonlyMap<string, string>

const undatedBody = { remit: null, from: null, to: null, periodNote: null, closedBecause: null, ownersNote: null, seats: [] }

export async function seedBodies(seeding: Seeding): Promise<Bodies> {
  const bodies = new Map<string, string>()
  for (const { slug, kind, name, purpose, competence, sources } of bodiesOfTheSource) {
    const owners = kind === 'council' ? [] : [bodies.get('kommunalbestyrelsen')!]
    const made = await seeding.act(`body:${slug}`, recordBody, { ...undatedBody, slug, kind, name, purpose, competence, owners, sources })
    bodies.set(slug, made.body)
  }
  return bodies
}

/** The last day that the source speaks of; it dates the whole list and no single committee. */
const asOfTheSource = day('2018-09-30')

export async function seedPast(seeding: Seeding): Promise<void> {
  for (const committee of taskCommitteesOfTheSource) await seedPastCommittee(seeding, committee)
}

async function seedPastCommittee(seeding: Seeding, { slug, name, purpose, status, onList, sources }: SourceTaskCommittee): Promise<void> {
  const { body } = await seeding.act(`past:${slug}:body`, recordBody, {
    ...undatedBody,
    slug,
    kind: 'task-committee',
    name,
    purpose,
    competence: null,
    owners: [],
    ownersNote: ownersUnknown,
    periodNote: periodOfTheList,
    sources,
  })
  const { commission } = await seeding.act(`past:${slug}:need`, recordNeed, {
    slug,
    name,
    question: null,
    owners: [],
    fromSource: true,
    body,
    seatPlan: null,
    planned: [],
    sources,
  })
  await seeding.act(`past:${slug}:state`, recordFromMinutes, {
    version: 1,
    commission,
    state: status === 'current' ? 'working' : 'dissolved',
    on: asOfTheSource,
    body: null,
    meeting: null,
    source: `Kommunens oplæg, ${onList === null ? chartSlide : `${listSlide}; ${chartSlide}`}. Dagen er listens sidste, ikke udvalgets.`,
  })
  await seeding.act(`past:${slug}:closed`, closeBody, {
    body,
    to: null,
    because:
      status === 'current'
        ? 'Står som aktuelt i 2018. Hvornår det sluttede, siger kilden ikke.'
        : 'Står som afsluttet i kommunens oplæg. Hvornår, siger kilden ikke.',
  })
}
