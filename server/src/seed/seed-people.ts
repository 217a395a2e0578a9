// Seed: persons, their mandates that are of no body, and what they said yes to. Terms before the present one are there
// because the committees' way begins in them.
import { slugOf } from '@faellesrum/schema/people'
import { day, type LocalDate, type PersonId } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import { recordResidence } from '../committees/index.js'
import { grantMandate, recordNameConsent, registerPerson } from '../people/index.js'
import type { Seeding } from './seeding.js'
import {
  citizens,
  council,
  deputy,
  expert,
  guardianOfIsak,
  invitedWriter,
  lists,
  resident,
  staff,
  youth,
} from './town/persons.js'

/** When the administration of the demonstration came; long enough ago for everything it is to record. */
export const staffSince = day('2020-01-01')

export async function seedPeople(seeding: Seeding): Promise<void> {
  const at = { on: staffSince }
  const register = async (name: string, list: string | null = null, withSlug = true): Promise<PersonId> => {
    const group = lists.find(({ slug }) => slug === list) ?? null
    const { person } = await seeding.act(registerPerson, at, { name, slug: withSlug ? slugOf(name) : null, group })
    return person as PersonId
  }
  for (const [list, names] of Object.entries(council)) {
    for (const name of names) seeding.know(name, await register(name, list))
  }
  seeding.know(deputy.name, await register(deputy.name, deputy.list))
  for (const { name, kind } of staff) {
    seeding.know(name, await register(name))
    await grant(seeding, name, kind, { from: staffSince })
  }
  for (const { name, age, consent, guardian, district } of youth) {
    const person = await register(name)
    seeding.know(name, person)
    await seeding.act(recordResidence, at, { person, district })
    if (consent === null) continue
    const shows = consent === 'name' ? 'full-name' : 'first-name'
    await seeding.act(
      recordNameConsent,
      { on: seeding.calendar.appointed },
      { person, shows, age, byGuardian: guardian },
    )
  }
  for (const name of [expert, invitedWriter, resident, guardianOfIsak]) seeding.know(name, await register(name))
  for (const name of [invitedWriter, resident, guardianOfIsak])
    await grant(seeding, name, 'resident', { from: staffSince })
  // Not in the list of demo persons: they have no name in addresses, and two of them have the same name.
  for (const [index, name] of citizens.entries()) seeding.know(`${name}#${index}`, await register(name, null, false))
}

export type Place = Readonly<{ from: LocalDate; to?: LocalDate | null; body?: string; commission?: string }>

/** Grants, and remembers who holds what. */
export async function grant(seeding: Seeding, name: string, kind: MandateKind, place: Place): Promise<string> {
  const person = seeding.person(name)
  const { from, to = null, body = null, commission = null } = place
  const { mandate } = await seeding.act(grantMandate, { on: from }, { person, kind, body, commission, from, to })
  seeding.holds(person, { id: mandate as never, kind, body, commission, from, to })
  return mandate
}
