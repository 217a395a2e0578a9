// Seed: the calendar. Ordinary council meetings and the joint meetings that follow them; others as the record wants
// them.
import type { LocalDate } from '@faellesrum/schema/kernel'
import { convenings, type MeetingKind, momentOf } from '@faellesrum/schema/meetings'
import { bodiesOfTheSource } from '@faellesrum/schema/municipality'
import { recordMeeting } from '../meetings/index.js'
import type { Seeding } from './seeding.js'

const titles: Readonly<Record<MeetingKind, string>> = {
  'ordinary-council': 'Ordinært møde i Kommunalbestyrelsen',
  'extraordinary-council': 'Ekstraordinært møde i Kommunalbestyrelsen',
  joint: 'Fællesmøde',
  standing: 'Udvalgsmøde',
  'task-committee': 'Møde i opgaveudvalget',
}
const places: Readonly<Record<MeetingKind, string>> = {
  'ordinary-council': 'Rådssalen',
  'extraordinary-council': 'Rådssalen',
  joint: 'Rådssalen',
  standing: 'Rådhuset',
  'task-committee': 'Rådhuset',
}

const joining = bodiesOfTheSource.filter(({ kind }) => kind !== 'council').map(({ slug }) => slug)

/** A meeting of each kind, day and body is made once, by whoever asks for it first. */
export class SeedMeetings {
  readonly #meetings = new Map<string, string>()

  constructor(private readonly seeding: Seeding) {}

  async calendar(): Promise<void> {
    const { ordinary, joint } = this.seeding.calendar
    for (const date of ordinary) {
      await this.on('ordinary-council', date)
      if (joint.includes(date)) await this.on('joint', date)
    }
  }

  /** `body` is the id of the one body of a standing or task committee's meeting. */
  async on(
    kind: MeetingKind,
    date: LocalDate,
    body: string | null = null,
    title: string = titles[kind],
  ): Promise<string> {
    const key = `${kind} ${date} ${body ?? ''} ${title}`
    const known = this.#meetings.get(key)
    if (known !== undefined) return known
    const { seeding } = this
    const bodies =
      body !== null
        ? [body]
        : kind === 'joint'
          ? joining.map((slug) => seeding.body(slug))
          : [seeding.body('kommunalbestyrelsen')]
    const startsAt = momentOf(date, convenings[kind].at, seeding.town.zone)
    // The whole calendar is put on record at once, a year ahead.
    const { meeting } = await seeding.act(
      recordMeeting,
      { on: seeding.calendar.ordinary[0]! },
      {
        kind,
        title,
        startsAt,
        place: places[kind],
        bodies,
      },
    )
    this.#meetings.set(key, meeting)
    return meeting
  }
}
