// Seed: the demonstration town as of a day, made by the acts that people use; it breaks when a rule changes.
import { type LocalDate } from '@faellesrum/schema/kernel'
import { slugOf } from '@faellesrum/schema/people'
import { taskCalendar } from '@faellesrum/schema/meetings'
import type { Town } from '../platform/index.js'
import { seedBodies, seedPast } from './seed-bodies.js'
import { type Demo, seedCommission } from './seed-commissions.js'
import { meetingsOf } from './seed-meetings.js'
import { seedPeople } from './seed-people.js'
import { seedingOf } from './seeding.js'
import { citizens, youth } from './town/persons.js'
import { type DemoCommission, others, youthPolicy } from './town/task-committees.js'
import { type DemoText, texts, youthPolicyText, youthProfiles } from './town/texts.js'

const made = 'demo-town'
const openedCommission = 'kultur-i-kvarteret'

/** Makes the town once; a town that is there already is left alone. Answers whether it made one. */
export async function seedTown(town: Town, { today }: { today: LocalDate }): Promise<boolean> {
  const { rowCount } = await town.database.pool.query('select 1 from platform.milestone where name = $1', [made])
  if (rowCount !== 0) return false
  const seeding = seedingOf(town)
  const calendar = taskCalendar(today)
  const bodies = await seedBodies(seeding)
  const people = await seedPeople(seeding, bodies, today)
  const meetings = meetingsOf(seeding, bodies, calendar)
  const ground = { seeding, bodies, people, meetings, calendar }

  await seedCommission(ground, {
    ...youthPolicy,
    text: { sections: youthPolicyText(calendar), writers: youthPolicyWriters },
    profiles: youthProfiles,
    citizens: youth.map(({ name }) => slugOf(name)),
    planned: [
      { state: 'result-at-joint-meeting', on: calendar.resultAtJointMeeting },
      { state: 'adopted', on: calendar.decided },
    ],
    opened: false,
  })
  const spare = citizenSlugs()
  for (const demo of others) await seedCommission(ground, fullDemo(demo, spare))
  await seedPast(seeding)

  // What lies ahead: ordinary meetings, and the joint ones that follow them.
  for (const [at, date] of calendar.ordinary.entries()) {
    if (date < today) continue
    await meetings.council(at - 12)
    if (calendar.joint.includes(date)) await meetings.joint(at - 12)
  }
  await town.database.pool.query('insert into platform.milestone (name) values ($1) on conflict do nothing', [made])
  return true
}

/** Drafters and clerk wrote it; sections without a line are the template's. */
const youthPolicyWriters: DemoText['writers'] = {
  background: 'Oda Lindskov',
  purpose: 'Oda Lindskov',
  task: 'Joakim Tranholt',
  participants: 'Joakim Tranholt',
  'working-form': 'Oda Lindskov',
  involvement: 'Oda Lindskov',
  timetable: 'Yasmin Pihlkjær',
  deliverables: 'Joakim Tranholt',
  economy: 'Yasmin Pihlkjær',
  secretariat: 'Yasmin Pihlkjær',
  anchoring: 'Yasmin Pihlkjær',
}

/** Slugs in the order of the list; the second of one name carries a 2, as seed-people.ts gave it. */
function citizenSlugs(): string[] {
  const seen = new Set<string>()
  return citizens.map((name) => {
    const slug = slugOf(name)
    const taken = seen.has(slug)
    seen.add(slug)
    return taken ? `${slug}-2` : slug
  })
}

function fullDemo(demo: DemoCommission, spare: string[]): Demo {
  const isAppointed = demo.steps.some((step) => step.to === 'appointed')
  return {
    ...demo,
    text: texts[demo.slug] ?? null,
    profiles: [],
    citizens: isAppointed ? spare.splice(0, demo.seats![1]) : [],
    planned: [],
    opened: demo.slug === openedCommission,
  }
}
