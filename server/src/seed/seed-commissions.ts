// Seed: the running task committees, each brought to its state from minutes, with its text, seats and members.
import type { CommissionState } from '@faellesrum/schema/commissions'
import { addDays, type LocalDate } from '@faellesrum/schema/kernel'
import type { TaskCalendar } from '@faellesrum/schema/meetings'
import { assignCommissionClerk, beginText, nameDrafters, recordFromMinutes, recordNeed, setDraftOpenness } from '../commissions/index.js'
import { assignOffice, fillSeats } from '../committees/index.js'
import { grantMandate } from '../people/index.js'
import type { SectionWriter } from '../drafts/index.js'
import type { Bodies } from './seed-bodies.js'
import type { Held, Meetings } from './seed-meetings.js'
import { memberNamed, type People } from './seed-people.js'
import type { Seeding } from './seeding.js'
import { invitedWriter } from './town/persons.js'
import type { DemoCommission } from './town/task-committees.js'
import type { DemoText } from './town/texts.js'

export type Ground = Readonly<{ seeding: Seeding; bodies: Bodies; people: People; meetings: Meetings; calendar: TaskCalendar }>
export type Demo = DemoCommission &
  Readonly<{
    text: DemoText | null
    profiles: readonly { text: string; atLeast: number | null }[]
    citizens: readonly string[]
    planned: readonly { state: CommissionState; on: LocalDate }[]
    /** Somebody from outside writes too, and every resident may read along. */
    opened: boolean
  }>

/** Where the minutes of a state come from: the day, and the body and meeting where it wants one. */
type Minutes = Readonly<{ on: LocalDate; meeting: string | null; body: string | null; source: string }>

export async function seedCommission(ground: Ground, demo: Demo): Promise<void> {
  const { seeding, bodies, people, calendar } = ground
  const { act } = seeding
  const { slug, name, question } = demo
  const { commission } = await act(`commission:${slug}`, recordNeed, {
    slug,
    name,
    question,
    owners: demo.owners.map((owner) => bodies.get(owner)!),
    fromSource: false,
    body: null,
    seatPlan: demo.seats && { politicians: demo.seats[0], citizens: demo.seats[1], note: null, profiles: demo.profiles },
    planned: demo.planned,
    sources: [],
  })
  const clerk = memberNamed(people, demo.clerk).person
  await act(`commission:${slug}:clerk`, assignCommissionClerk, { commission, person: clerk, from: calendar.ordinary[0]! })

  let version = 1
  let appointedAt = 0
  for (const [at, { to, k }] of demo.steps.entries()) {
    const key = `commission:${slug}:${at}`
    if (to === 'formulating' && demo.steps.findIndex((step) => step.to === to) === at) {
      const persons = demo.drafters.map((drafter) => memberNamed(people, drafter).person)
      const named = await act(`${key}:drafters`, nameDrafters, { version, commission, persons, from: (await ground.meetings.council(k)).on })
      version = named.version
    }
    if (to === 'appointed') appointedAt = k
    const minutes = await minutesOf(ground, demo, to, k, appointedAt)
    const entered = await act(key, recordFromMinutes, { version, commission, state: to, ...minutes })
    version = entered.version
    if (to === 'formulating' && demo.text && demo.steps.findIndex((step) => step.to === to) === at) {
      await seedText(ground, commission, demo, demo.text)
    }
    if (to === 'appointed') await seedMembers(ground, demo, minutes.on)
  }
  if (!demo.opened) return
  const drafter = memberNamed(people, demo.drafters[0]).actor
  await act(`commission:${slug}:opened`, setDraftOpenness, { version, commission, openness: 'suggestions' }, drafter)
}

async function minutesOf(ground: Ground, demo: Demo, to: CommissionState, k: number, appointedAt: number): Promise<Minutes> {
  const { meetings, bodies } = ground
  const owner = demo.owners[0]!
  const from = (held: Held, body: string, words: string): Minutes => ({ ...held, body, source: words })
  const council = async (words: string) => from(await meetings.council(k), bodies.get('kommunalbestyrelsen')!, words)
  const joint = async (words: string) => from(await meetings.joint(k), bodies.get(owner)!, words)
  const standing = async (words: string) => from(await meetings.standing(k, owner), bodies.get(owner)!, words)
  const comesBack = demo.steps.some((step) => step.to === 'at-joint-meeting' && step.k < k)
  switch (to) {
    case 'identified':
      return standing('Referat, behov for udvikling')
    case 'formulating':
      return comesBack ? joint('Referat, udkastet sendes tilbage') : council('Referat, valg af to formulatorer')
    case 'at-joint-meeting':
      return joint(`Referat, drøftelse af udkast til kommissorium`)
    case 'established':
      return council('Referat, kommissoriet vedtaget og udvalget nedsat')
    case 'recruiting':
      return { on: addDays((await meetings.council(k)).on, 1), meeting: null, body: null, source: 'Opslag på kommunens hjemmeside' }
    case 'appointed':
      return council('Referat, udpegning under ét')
    case 'working': {
      const body = await bodyOf(ground, demo.slug)
      return from(await meetings.first(appointedAt, { ...demo, body }), body, 'Referat, første møde')
    }
    case 'result-at-joint-meeting':
      return joint('Referat, drøftelse af resultatet')
    case 'adopted':
      return council('Referat, vedtaget')
    case 'handed-over':
      return standing('Referat, udvalget finder, at resultatet ikke kræver Kommunalbestyrelsens stillingtagen')
    case 'dissolved':
      return { on: (await meetings.council(k)).on, meeting: null, body: null, source: 'Referat' }
  }
}

async function bodyOf({ seeding }: Ground, slug: string): Promise<string> {
  const { rows } = await seeding.town.database.pool.query('select id from committees.body where slug = $1', [slug])
  return rows[0].id as string
}

async function seedText({ seeding, people, calendar }: Ground, commission: string, demo: Demo, text: DemoText): Promise<void> {
  const writers: Record<string, SectionWriter> = {}
  for (const [section, name] of Object.entries(text.writers)) {
    const { person, mandate } = memberNamed(people, name)
    writers[section] = { person, mandate }
  }
  if (demo.opened) {
    // Who writes from outside does so under an invitation to this one text.
    const { person } = memberNamed(people, invitedWriter)
    const { mandate } = await seeding.act(`commission:${demo.slug}:invited`, grantMandate, {
      person,
      kind: 'invited',
      body: null,
      commission,
      from: calendar.ordinary.findLast((date) => date < calendar.today)!,
      to: null,
    })
    for (const [section, name] of Object.entries(text.writers)) {
      if (name === invitedWriter) writers[section] = { person, mandate: mandate as SectionWriter['mandate'] }
    }
  }
  const { sections } = text
  await seeding.act(`commission:${demo.slug}:text`, beginText, { commission, title: demo.name, sections, writers, versionName: null })
}

async function seedMembers(ground: Ground, demo: Demo, on: LocalDate): Promise<void> {
  const { seeding, people } = ground
  const body = await bodyOf(ground, demo.slug)
  const seats: { number: number; mandate: string }[] = []
  const seat = async (slug: string, kind: 'council-member' | 'citizen-member', person: string): Promise<void> => {
    const key = `commission:${demo.slug}:member:${slug}`
    const { mandate } = await seeding.act(key, grantMandate, { person, kind, body, commission: null, from: on, to: null })
    seats.push({ number: seats.length + 1, mandate })
  }
  for (const name of demo.politicians) await seat(name, 'council-member', memberNamed(people, name).person)
  for (const slug of demo.citizens) await seat(slug, 'citizen-member', people.get(slug)!.person)
  await seeding.act(`commission:${demo.slug}:seats`, fillSeats, { body, from: on, seats })
  const [chair, viceChair] = demo.politicians.map((name) => memberNamed(people, name).person)
  await seeding.act(`commission:${demo.slug}:chair`, assignOffice, { body, person: chair!, office: 'chair', from: on })
  await seeding.act(`commission:${demo.slug}:vice-chair`, assignOffice, { body, person: viceChair!, office: 'vice-chair', from: on })
}
