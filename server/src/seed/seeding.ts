// Seed: one run of it. Everything goes through the acts that people use, so that a rule that changes breaks the seed.
import type { LocalDate, MandateId, PersonId } from '@faellesrum/schema/kernel'
import { momentOf, type TaskCalendar } from '@faellesrum/schema/meetings'
import type { MandateKind } from '@faellesrum/schema/people'
import { type Act, type ActInput, type Actor, type Json, runAct, type Town } from '../platform/index.js'

type Known = {
  name: string
  mandates: {
    id: MandateId
    kind: MandateKind
    body: string | null
    commission: string | null
    from: LocalDate
    to: LocalDate | null
  }[]
}

/** One key per act and day: a seed that was cut off does again what it did, gets the first answers, and goes on. */
export const seedKey = (today: LocalDate, act: number): string => `seed ${today} ${act}`

const system: Actor = { kind: 'system', name: 'seed' }
const noSession = '00000000-0000-7000-8000-000000000000'

export class Seeding {
  readonly persons = new Map<string, PersonId>()
  readonly bodies = new Map<string, string>()
  readonly #known = new Map<PersonId, Known>()
  #acts = 0

  constructor(
    readonly town: Town,
    readonly calendar: TaskCalendar,
  ) {}

  get acts(): number {
    return this.#acts
  }

  /** The act at a local hour of a day; throws where it is refused, for a seed is not to be refused. */
  async act<Input extends ActInput, Facts, Decision, Result extends Json>(
    definition: Act<Input, Facts, Decision, Result>,
    at: { on: LocalDate; hour?: string },
    input: Omit<Input, 'key' | 'occurredAt'>,
  ): Promise<Result> {
    const occurredAt = momentOf(at.on, at.hour ?? '12:00', this.town.zone)
    return this.#run(this.town, system, definition, { ...input, occurredAt })
  }

  /** The same by a person, at that moment's clock: what drafters do, they do when they do it. */
  async actAs<Input extends ActInput, Facts, Decision, Result extends Json>(
    name: string,
    definition: Act<Input, Facts, Decision, Result>,
    at: { on: LocalDate; hour?: string },
    input: Omit<Input, 'key' | 'occurredAt'>,
  ): Promise<Result> {
    const now = Date.parse(momentOf(at.on, at.hour ?? '12:00', this.town.zone))
    return this.#run({ ...this.town, clock: { now: () => now } }, this.#actor(name, at.on), definition, input)
  }

  async #run<Input extends ActInput, Facts, Decision, Result extends Json>(
    town: Town,
    who: Actor,
    definition: Act<Input, Facts, Decision, Result>,
    input: object,
  ): Promise<Result> {
    const key = seedKey(this.calendar.today, ++this.#acts)
    const verdict = await runAct(town, who, definition, { ...input, key } as unknown as Input, 'seed')
    if (verdict.ok) return verdict.value
    throw new Error(
      `the seed's ${definition.name} was refused: ${JSON.stringify(verdict.refusal)} for ${JSON.stringify(input)}`,
    )
  }

  know(name: string, person: PersonId): void {
    this.persons.set(name, person)
    this.#known.set(person, { name, mandates: [] })
  }

  holds(person: PersonId, mandate: Known['mandates'][number]): void {
    this.#known.get(person)!.mandates.push(mandate)
  }

  person(name: string): PersonId {
    return need(this.persons.get(name), `somebody called ${name}`)
  }

  body(slug: string): string {
    return need(this.bodies.get(slug), `a body called ${slug}`)
  }

  /** The mandate that somebody held that day, of one of these kinds and, where it is said, in that place. */
  mandate(name: string, on: LocalDate, kinds: readonly MandateKind[], place: string | null = null): MandateId {
    const held = this.#held(this.person(name), on)
    const found = held.find(
      (each) => kinds.includes(each.kind) && (place === null || each.body === place || each.commission === place),
    )
    return need(found, `a mandate of ${name} on ${on}`).id
  }

  #held(person: PersonId, on: LocalDate) {
    return this.#known.get(person)!.mandates.filter((each) => each.from <= on && (each.to === null || on <= each.to))
  }

  #actor(name: string, on: LocalDate): Actor {
    const person = this.person(name)
    const council = this.bodies.get('kommunalbestyrelsen')
    const mandates = this.#held(person, on).map((held) => ({ ...held, inCouncil: held.body === council }))
    return { kind: 'person', person, name, session: noSession, mandates }
  }
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the seed knows no ${what}`)
  return value
}
