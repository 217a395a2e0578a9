// Seed: the meetings, made when something first points at one of them, or when they are planned.
import { addDays, type LocalDate } from '@faellesrum/schema/kernel'
import { convenings, firstTaskMeeting, isWorkingDay, type MeetingKind, momentOf, nextWorkingDay, type TaskCalendar } from '@faellesrum/schema/meetings'
import { bodiesOfTheSource } from '@faellesrum/schema/municipality'
import { recordMeeting } from '../meetings/index.js'
import type { Bodies } from './seed-bodies.js'
import type { Seeding } from './seeding.js'

export type Held = Readonly<{ meeting: string; on: LocalDate }>
export type Meetings = Readonly<{
  council(k: number): Promise<Held>
  joint(k: number): Promise<Held>
  /** An owner committee's own meeting in the week before ordinary meeting k. */
  standing(k: number, owner: string): Promise<Held>
  /** The first meeting of a task committee whose members were appointed at ordinary meeting k. */
  first(k: number, committee: { slug: string; name: string; body: string }): Promise<Held>
}>

const earliest = -12
const chamber = 'Rådssalen, Gentofte Rådhus'

export function meetingsOf(seeding: Seeding, bodies: Bodies, { ordinary }: TaskCalendar): Meetings {
  const made = new Map<string, Promise<Held>>()
  const once = (kind: MeetingKind, title: string, on: LocalDate, convened: readonly string[], place: string): Promise<Held> => {
    const key = `meeting:${kind}:${title}:${on}`
    const startsAt = momentOf(on, convenings[kind].at, seeding.town.zone)
    const record = async (): Promise<Held> => {
      const { meeting } = await seeding.act(key, recordMeeting, { kind, title, startsAt, place, bodies: convened })
      return { meeting, on }
    }
    const known = made.get(key) ?? record()
    made.set(key, known)
    return known
  }
  const dayOf = (k: number): LocalDate => ordinary[k - earliest]!
  const committees = bodiesOfTheSource.filter(({ kind }) => kind !== 'council')
  return {
    council: (k) => once('ordinary-council', 'Kommunalbestyrelsen', dayOf(k), [bodies.get('kommunalbestyrelsen')!], chamber),
    joint: (k) => once('joint', 'Fællesmøde', dayOf(k), committees.map(({ slug }) => bodies.get(slug)!), chamber),
    standing(k, owner) {
      const wednesday = addDays(dayOf(k), -5)
      const on = isWorkingDay(wednesday) ? wednesday : nextWorkingDay(wednesday)
      const { name } = committees.find(({ slug }) => slug === owner)!
      return once('standing', name, on, [bodies.get(owner)!], 'Gentofte Rådhus')
    },
    first: (k, { name, body }) =>
      once('task-committee', `${name}: første møde`, firstTaskMeeting(dayOf(k)), [body], 'Gentofte Rådhus'),
  }
}
