// Seed: running commissions, each brought to its state step by step from minutes, as the calendar says.
import { type CommissionState, type SeatPlan } from '@faellesrum/schema/commissions'
import type { FilledSections } from '@faellesrum/schema/drafts'
import { addDays, type LocalDate, type MandateId } from '@faellesrum/schema/kernel'
import { ordinaryMeetingFrom } from '@faellesrum/schema/meetings'
import {
  assignCommissionClerk,
  beginText,
  inviteWriter,
  nameDrafters,
  recordFromMinutes,
  recordNeed,
  setDraftOpenness,
} from '../commissions/index.js'
import { fillSeats, recordGuardianYes } from '../committees/index.js'
import { seedChairs } from './seed-bodies.js'
import { grant } from './seed-people.js'
import type { SeedMeetings } from './seed-meetings.js'
import type { Seeding } from './seeding.js'
import { guardianOfIsak, invitedWriter, youth } from './town/persons.js'
import type { DemoCommission, Step } from './town/task-committees.js'
import { youthPolicy } from './town/task-committees.js'
import { texts, youthPolicyText, youthProfiles } from './town/texts.js'

type Word = Readonly<{ body: string | null; meeting: string | null; source: string }>

export class SeedCommission {
  #version = 1
  #id = ''
  #body: string | null = null

  constructor(
    private readonly seeding: Seeding,
    private readonly meetings: SeedMeetings,
    private readonly demo: DemoCommission,
    /** Names of citizens, as the seed knows them. */
    private readonly citizens: readonly string[],
  ) {}

  async tell(): Promise<void> {
    const { demo, seeding } = this
    const need = await seeding.act(
      recordNeed,
      { on: this.#day(demo.steps[0]!) },
      {
        slug: demo.slug,
        name: demo.name,
        question: demo.question,
        owners: demo.owners.map((slug) => seeding.body(slug)),
        fromSource: false,
        body: null,
        seatPlan: this.#plan(),
        planned: demo === youthPolicy ? plannedOf(seeding) : [],
        sources: [],
      },
    )
    this.#id = need.commission
    for (const [index, step] of demo.steps.entries()) {
      const again = demo.steps.findIndex(({ to }) => to === step.to) < index
      if (step.to === 'formulating' && !again) await this.#nameDrafters(step)
      await this.#enter(step, again)
      if (step.to === 'identified') await this.#assignClerk(step)
      if (step.to === 'formulating' && !again) await this.#beginText(step)
      if (step.to === 'appointed') await this.#appoint(step)
    }
  }

  /** Day of a step: that of its council meeting, but for what follows it. */
  #day({ to, k }: Step): LocalDate {
    const meeting = ordinaryMeetingFrom(this.seeding.calendar.today, k)
    if (this.demo !== youthPolicy) return meeting
    if (to === 'recruiting') return addDays(meeting, 1)
    return to === 'working' ? this.seeding.calendar.firstMeeting : meeting
  }

  #plan(): SeatPlan | null {
    const { seats } = this.demo
    if (seats === null) return null
    return {
      politicians: seats[0],
      citizens: seats[1],
      note: null,
      profiles: this.demo === youthPolicy ? youthProfiles : [],
    }
  }

  async #enter(step: Step, again: boolean): Promise<void> {
    const { seeding, demo } = this
    const on = this.#day(step)
    for (const { body, meeting, source } of await this.#words(step.to, on, again)) {
      const result = await seeding.actAs(
        demo.clerk,
        recordFromMinutes,
        { on, hour: '22:00' },
        {
          version: this.#version,
          commission: this.#id,
          state: step.to,
          on,
          body,
          meeting,
          source,
        },
      )
      this.#version = result.version
    }
    if (step.to === 'established') {
      const [row] = await seeding.town.database.read('select body_id from commissions.commission where id = $1', [
        this.#id,
      ])
      this.#body = row!['body_id'] as string
    }
  }

  /** Who said it, at which meeting; several for the edge past the council. */
  async #words(to: CommissionState, on: LocalDate, again: boolean): Promise<Word[]> {
    const { seeding, meetings, demo } = this
    const council = seeding.body('kommunalbestyrelsen')
    const owners = demo.owners.map((slug) => seeding.body(slug))
    const ofOwner = async (owner: string, source: string) => ({
      body: owner,
      meeting: await meetings.on('standing', on, owner),
      source,
    })
    const atJoint = async (source: string) => [{ body: owners[0]!, meeting: await meetings.on('joint', on), source }]
    const inCouncil = async (source: string) => [
      { body: council, meeting: await meetings.on('ordinary-council', on), source },
    ]
    switch (to) {
      case 'identified':
        return [await ofOwner(owners[0]!, 'Referat, punkt 4: behov')]
      case 'formulating':
        return again
          ? [await ofOwner(owners[0]!, 'Referat, punkt 2: udkastet sendt tilbage')]
          : inCouncil('Referat, punkt 9: formulatorer')
      case 'at-joint-meeting':
        return atJoint('Opsamling, punkt 2: udkast til kommissorium')
      case 'established':
        return inCouncil('Referat, punkt 7: kommissorium vedtaget')
      case 'recruiting':
        return [{ body: null, meeting: null, source: 'Opslag i lokalavisen og på kommunens hjemmeside' }]
      case 'appointed':
        return inCouncil('Referat, punkt 12: udpegning')
      case 'working':
        return [
          {
            body: this.#body,
            meeting: await meetings.on('task-committee', on, this.#body),
            source: 'Referat af første møde',
          },
        ]
      case 'result-at-joint-meeting':
        return atJoint('Opsamling, punkt 4: resultat')
      case 'adopted':
        return inCouncil('Referat, punkt 6: beslutning')
      case 'handed-over':
        return Promise.all(owners.map((owner) => ofOwner(owner, 'Referat, punkt 3: kræver ikke stillingtagen')))
      case 'dissolved':
        return [{ body: null, meeting: null, source: 'Notat' }]
    }
  }

  async #assignClerk(step: Step): Promise<void> {
    const from = this.#day(step)
    const person = this.seeding.person(this.demo.clerk)
    await this.seeding.act(assignCommissionClerk, { on: from }, { commission: this.#id, person, from })
  }

  async #nameDrafters(step: Step): Promise<void> {
    const from = this.#day(step)
    const { version } = await this.seeding.actAs(
      this.demo.clerk,
      nameDrafters,
      { on: from, hour: '21:30' },
      {
        version: this.#version,
        commission: this.#id,
        persons: this.demo.drafters.map((name) => this.seeding.person(name)),
        from,
      },
    )
    this.#version = version
  }

  async #beginText(step: Step): Promise<void> {
    const { seeding, demo } = this
    const on = addDays(this.#day(step), 1)
    if (demo.slug === 'kultur-i-kvarteret') await this.#open(on)
    const told = this.#text()
    const writerOf = (name: string) => ({
      person: seeding.person(name),
      mandate: seeding.mandate(name, on, ['invited', 'council-member', 'administration']) as MandateId,
    })
    const writers = Object.fromEntries(Object.entries(told.writers).map(([section, name]) => [section, writerOf(name)]))
    await seeding.act(
      beginText,
      { on, hour: '19:00' },
      {
        commission: this.#id,
        title: `Opgaveudvalg: ${demo.name}`,
        sections: told.sections,
        writers,
        versionName: '0.1',
      },
    )
  }

  #text(): { sections: FilledSections; writers: Readonly<Record<string, string>> } {
    if (this.demo !== youthPolicy) return texts[this.demo.slug]!
    const sections = youthPolicyText(this.seeding.calendar)
    const [first, second] = this.demo.drafters
    const clerks = new Set(['timetable', 'economy', 'secretariat', 'anchoring'])
    const writers = Object.keys(sections).map((key, at) => [
      key,
      clerks.has(key) ? this.demo.clerk : at % 2 === 0 ? first : second,
    ])
    return { sections, writers: Object.fromEntries(writers) as Record<string, string> }
  }

  /** The draft that all may suggest to, and that a citizen writes with. */
  async #open(on: LocalDate): Promise<void> {
    const { seeding, demo } = this
    const [drafter] = demo.drafters
    const person = seeding.person(invitedWriter)
    const invited = await seeding.actAs(
      drafter,
      inviteWriter,
      { on, hour: '09:00' },
      {
        version: this.#version,
        commission: this.#id,
        person,
        from: on,
        to: null,
      },
    )
    seeding.holds(person, {
      id: invited.mandate as MandateId,
      kind: 'invited',
      body: null,
      commission: this.#id,
      from: on,
      to: null,
    })
    const opened = await seeding.actAs(
      drafter,
      setDraftOpenness,
      { on, hour: '09:10' },
      {
        version: invited.version,
        commission: this.#id,
        openness: 'suggestions',
      },
    )
    this.#version = opened.version
  }

  /** Seats filled, chair and vice-chair chosen among the politicians. */
  async #appoint(step: Step): Promise<void> {
    const { seeding, demo } = this
    const from = this.#day(step)
    const body = this.#body!
    const at = { body, from }
    const mandates: string[] = []
    for (const name of demo.politicians) mandates.push(await grant(seeding, name, 'council-member', at))
    for (const name of this.citizens) mandates.push(await grant(seeding, name, 'citizen-member', at))
    await seeding.act(
      fillSeats,
      { on: from },
      { ...at, seats: mandates.map((mandate, index) => ({ number: index + 1, mandate })) },
    )
    const [chair, vice] = demo.politicians
    await seedChairs(
      seeding,
      body,
      [
        [chair!, 'chair'],
        [vice!, 'vice-chair'],
      ],
      from,
    )
    if (demo !== youthPolicy) return
    for (const { name } of youth.filter(({ guardian }) => guardian)) {
      const guardian = name === 'Isak Bremerholt' ? guardianOfIsak : 'Værge'
      await seeding.act(
        recordGuardianYes,
        { on: from },
        { mandate: seeding.mandate(name, from, ['citizen-member']), guardian, on: from },
      )
    }
    const { camp } = seeding.calendar
    await this.meetings.on('task-committee', camp.from, body, 'Ungecamp på rådhuset')
  }
}

const plannedOf = ({ calendar }: Seeding): { state: CommissionState; on: LocalDate }[] => [
  { state: 'result-at-joint-meeting', on: calendar.resultAtJointMeeting },
  { state: 'adopted', on: calendar.decided },
]
