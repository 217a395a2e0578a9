// Seed: the demonstration town. Persons and running committees are made up; what stands in the municipality's own
// presentation comes in with its source.
import { type LocalDate, parseLocalDate } from '@faellesrum/schema/kernel'
import { taskCalendar } from '@faellesrum/schema/meetings'
import type { Town } from '../platform/index.js'
import { seedBodies, seedSource } from './seed-bodies.js'
import { SeedCommission } from './seed-commissions.js'
import { SeedMeetings } from './seed-meetings.js'
import { seedPeople } from './seed-people.js'
import { Seeding } from './seeding.js'
import { citizens, youth } from './town/persons.js'
import { others, youthPolicy } from './town/task-committees.js'

/**
 * Lays the town in, as it stands on `today`; answers how many acts that took. Does nothing, and answers 0, in a town
 * that is laid in or that has a council of its own. One that was cut off goes on as of the day it was begun for.
 */
export async function seedTown(town: Town, { today }: { today: LocalDate }): Promise<number> {
  const begun = await begunFor(town)
  if (begun === null ? await hasCouncil(town) : await isDone(town)) return 0
  const seeding = new Seeding(town, taskCalendar(begun ?? today))
  await seedPeople(seeding)
  await seedBodies(seeding)
  await seedSource(seeding)
  const meetings = new SeedMeetings(seeding)
  await meetings.calendar()
  const young = youth.map(({ name }) => name)
  await new SeedCommission(seeding, meetings, youthPolicy, young).tell()
  let taken = 0
  for (const demo of others) {
    const wanted = demo.politicians.length > 0 ? (demo.seats?.[1] ?? 0) : 0
    const names = citizens.slice(taken, taken + wanted).map((name, index) => `${name}#${taken + index}`)
    taken += wanted
    await new SeedCommission(seeding, meetings, demo, names).tell()
  }
  return seeding.acts
}

async function begunFor({ database }: Town): Promise<LocalDate | null> {
  const [first] = await database.read(
    "select key from audit.entry where actor = 'system:seed' order by seq limit 1",
    [],
  )
  return first ? parseLocalDate((first['key'] as string).split(' ')[1] ?? '') : null
}

async function hasCouncil({ database }: Town): Promise<boolean> {
  return (await database.read("select 1 from committees.body where kind = 'council' limit 1", [])).length > 0
}

/** The last commission stands where its last step brought it. */
async function isDone({ database }: Town): Promise<boolean> {
  const last = others.at(-1)!
  const state = last.steps.at(-1)!.to
  return (
    (await database.read('select 1 from commissions.commission where slug = $1 and state = $2', [last.slug, state]))
      .length > 0
  )
}
