// Seed: the persons of the demonstration, their groups and mandates, and who has said yes to the own name.
import { termOn } from '@faellesrum/schema/committees'
import { addDays, type LocalDate, type MandateId, type PersonId } from '@faellesrum/schema/kernel'
import { type MandateKind, slugOf } from '@faellesrum/schema/people'
import { assignOffice } from '../committees/index.js'
import { grantMandate, recordNameConsent, registerPerson } from '../people/index.js'
import type { Bodies } from './seed-bodies.js'
import type { Member, Seeding } from './seeding.js'
import { citizens, council, deputy, expert, guardianOfIsak, invitedWriter, lists, mayor, resident, staff, youth } from './town/persons.js'

/** By slug: two persons may have one name. */
export type People = ReadonlyMap<string, Member>
export const memberNamed = (people: People, name: string): Member => {
  const member = people.get(slugOf(name))
  if (!member) throw new Error(`no person of the demonstration is called ${name}`)
  return member
}

/** Nine of the council by D'Hondt over its lists: six of list 1, two of list 2, one of list 3; the mayor is in the chair. */
const financeCommittee = [...council['liste-1'].slice(0, 6), ...council['liste-2'].slice(0, 2), council['liste-3'][0]!]

/** So long before the day of seeding has the administration been there; the oldest step of the demonstration is younger. */
const staffSince = (today: LocalDate): LocalDate => addDays(termOn(today).from, -4 * 366)

export async function seedPeople(seeding: Seeding, bodies: Bodies, today: LocalDate): Promise<People> {
  const people = new Map<string, Member>()
  const { act } = seeding

  const register = async (name: string, list: string | null): Promise<string> => {
    const base = slugOf(name)
    const slug = people.has(base) ? `${base}-2` : base
    const group = list === null ? null : lists.find((each) => each.slug === list)!
    const { person } = await act(`person:${slug}`, registerPerson, { name, slug, group })
    const member = { person: person as PersonId, mandate: '' as MandateId }
    const actor = { kind: 'person' as const, person: member.person, name, session: '00000000-0000-7000-8000-000000000000', mandates: [] }
    people.set(slug, { ...member, actor })
    return slug
  }
  const grant = async (slug: string, kind: MandateKind, body: string | null, from: LocalDate, to: LocalDate | null): Promise<void> => {
    const member = people.get(slug)!
    const key = `mandate:${slug}:${kind}:${body ?? 'town'}:${from}`
    const { mandate } = await act(key, grantMandate, { person: member.person, kind, body, commission: null, from, to })
    if (member.mandate !== '') return
    member.mandate = mandate as MandateId
    member.actor = { ...(member.actor as Extract<Member['actor'], { kind: 'person' }>), mandates: [{ id: member.mandate, kind, body, commission: null }] }
  }

  const councilId = bodies.get('kommunalbestyrelsen')!
  const term = termOn(today)
  const before = termOn(addDays(term.from, -1))
  for (const [list, names] of Object.entries(council)) {
    for (const name of names) {
      const slug = await register(name, list)
      await grant(slug, 'council-member', councilId, term.from, term.to)
      await grant(slug, 'council-member', councilId, before.from, before.to)
    }
  }
  await register(deputy.name, deputy.list)
  await act('office:mayor', assignOffice, { body: councilId, person: memberNamed(people, mayor).person, office: 'mayor', from: term.from })

  const finance = bodies.get('oekonomiudvalget')!
  for (const name of financeCommittee) await grant(slugOf(name), 'council-member', finance, term.from, term.to)
  await act('office:finance', assignOffice, { body: finance, person: memberNamed(people, mayor).person, office: 'chair', from: term.from })

  for (const { name, kind } of staff) await grant(await register(name, null), kind, null, staffSince(today), null)
  for (const { name } of youth) await register(name, null)
  for (const name of citizens) await register(name, null)
  for (const name of [expert, invitedWriter, resident, guardianOfIsak]) {
    await grant(await register(name, null), 'resident', null, term.from, null)
  }
  for (const { name, age, consent, guardian } of youth) {
    if (consent === null) continue
    const shows = consent === 'name' ? ('full-name' as const) : ('first-name' as const)
    await act(`consent:${slugOf(name)}`, recordNameConsent, { person: memberNamed(people, name).person, shows, age, byGuardian: guardian })
  }
  return people
}
