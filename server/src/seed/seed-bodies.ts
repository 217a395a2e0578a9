// Seed: the bodies of the presentation. The council and its committees with their members; every task committee of both
// slides, as the source has it, by the act that enters a state from minutes.
import type { NumberedSeat } from '@faellesrum/schema/committees'
import { termOn } from '@faellesrum/schema/committees'
import { day, type LocalDate } from '@faellesrum/schema/kernel'
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
import { assignOffice, fillSeats, recordBody } from '../committees/index.js'
import { grant } from './seed-people.js'
import type { Seeding } from './seeding.js'
import { committeeMembers } from './town/committees.js'
import { council, mayor } from './town/persons.js'

/** The council is older than anything here; no source says when its present bodies began. */
const unsaid = { remit: null, from: null, to: null, periodNote: null, closedBecause: null, ownersNote: null }

export async function seedBodies(seeding: Seeding): Promise<void> {
  const { calendar } = seeding
  const terms = [termOn(calendar.ordinary[0]!), termOn(calendar.today)].filter(
    (term, at, all) => all[at - 1]?.from !== term.from,
  )
  const present = terms.at(-1)!
  for (const body of bodiesOfTheSource) {
    const { slug, kind, name, purpose, competence, sources } = body
    const members = kind === 'council' ? Object.values(council).flat() : committeeMembers[slug]!
    const { body: id } = await seeding.act(
      recordBody,
      { on: present.from },
      {
        ...unsaid,
        slug,
        kind,
        name,
        purpose,
        competence,
        from: terms[0]!.from,
        owners: kind === 'council' ? [] : [seeding.body('kommunalbestyrelsen')],
        seats: members.map((_, index): NumberedSeat => ({ number: index + 1, kind: 'council-member', profile: null })),
        sources,
      },
    )
    seeding.bodies.set(slug, id)
    // Members of committees are told for the present term only; the council also for the one in which the demo begins.
    const told = kind === 'council' ? terms : [present]
    for (const { from, to } of told) {
      const mandates: string[] = []
      for (const member of members)
        mandates.push(await grant(seeding, member, 'council-member', { body: id, from, to }))
      if (from !== present.from) continue
      const seats = mandates.map((mandate, index) => ({ number: index + 1, mandate }))
      await seeding.act(fillSeats, { on: from }, { body: id, from, seats })
    }
    await seedChairs(
      seeding,
      id,
      kind === 'council'
        ? [[mayor, 'mayor']]
        : [
            [members[0]!, 'chair'],
            [members[1]!, 'vice-chair'],
          ],
      present.from,
    )
  }
}

export async function seedChairs(
  seeding: Seeding,
  body: string,
  offices: readonly (readonly [name: string, office: 'mayor' | 'chair' | 'vice-chair'])[],
  from: LocalDate,
): Promise<void> {
  for (const [name, office] of offices) {
    await seeding.act(assignOffice, { on: from }, { body, person: seeding.person(name), office, from })
  }
}

/** The presentation says "september 2018" and no day; its first stands for it, and the text beside it says so. */
const septemberOf2018 = day('2018-09-01')

export async function seedSource(seeding: Seeding): Promise<void> {
  const at = { on: septemberOf2018 }
  for (const committee of taskCommitteesOfTheSource) {
    const { slug, name, purpose, sources } = committee
    const { body } = await seeding.act(recordBody, at, {
      ...unsaid,
      slug,
      kind: 'task-committee',
      name,
      purpose,
      competence: null,
      periodNote: committee.onList === null ? 'Kortet er udateret, og listen har ikke dette udvalg.' : periodOfTheList,
      closedBecause: whyClosed(committee),
      owners: [],
      ownersNote: ownersUnknown,
      seats: [],
      sources,
    })
    seeding.bodies.set(slug, body)
    const need = {
      slug,
      name,
      question: null,
      owners: [],
      fromSource: true,
      body,
      seatPlan: null,
      planned: [],
      sources,
    }
    const { commission } = await seeding.act(recordNeed, at, need)
    await seeding.act(recordFromMinutes, at, {
      version: 1,
      commission,
      state: committee.status === 'closed' ? 'dissolved' : 'working',
      on: septemberOf2018,
      body: null,
      meeting: null,
      source: evidenceOf(committee),
    })
  }
}

const whyClosed = ({ status }: SourceTaskCommittee): string =>
  status === 'closed'
    ? 'Står som afsluttet i oplægget fra 2018.'
    : 'Var aktuelt i oplægget fra 2018. Perioden er forbi; hvordan det endte, siger kilden ikke.'

const evidenceOf = ({ status, onList }: SourceTaskCommittee): string => {
  const box = status === 'closed' ? 'AFSLUTTEDE OPGAVEUDVALG' : 'AKTUELLE OPGAVEUDVALG'
  const list = onList === null ? 'ikke på listen over 25' : `listen: "${onList}"`
  return `${chartSlide}: ${box}; ${list} (${listSlide}). Egen dato ukendt.`
}
