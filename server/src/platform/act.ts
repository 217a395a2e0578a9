// Platform: the only way to change the record. Transaction, facts, policy, rule, write, audit row and notices in that
// order and in one transaction; whoever listens is woken after the commit.
import { dayAt, type Id, type LocalDate, no, type Refusal, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { noticeChannel, type RoomNotice, type Tx } from '@faellesrum/schema/rooms'
import type { EntityManager } from 'typeorm'
import { appendEntry, type AuditEntry, hashOf, type Json } from './audit.js'
import { eventChannel, type TownEvent } from './bus.js'
import { isForeignKey, isTransient } from './database.js'
import { badInput } from './errors.js'
import { parseGlobalId } from './global-id.js'
import type { Town } from './town.js'
import type { Actor } from './viewer.js'

/** When and by whom, the same for the whole act. */
export type Moment = Readonly<{
  who: Actor
  /** The act's clock, or what minutes and seeds say; milliseconds since 1970. */
  occurredAt: number
  /** The day of `occurredAt` in the municipality. */
  day: LocalDate
  /** The day that it is now. */
  today: LocalDate
  town: Town
}>

export type ActInput = Readonly<{ key: string; version?: number; occurredAt?: string | null }>

/** What an act may do while it writes. */
export type Writing = Readonly<{
  /** Entities; every write goes through them. */
  manager: EntityManager
  /** The same transaction, plainly; for collab's records and for statements that no entity says well. */
  tx: Tx
  newId: <Kind extends string>() => Id<Kind>
  /** A row for collab, in this transaction: rights or state of a room have changed. */
  notice(notice: RoomNotice): Promise<void>
  /** Told to subscribers after the commit. */
  event(event: TownEvent): void
}>

export type Written<Result> = Readonly<{
  result: Result
  /** Global ids: the thing itself first. */
  about: readonly string[]
  /** What a history needs to say what happened; ids and plain facts, no names of persons. */
  record?: Json
  /** The mandate that the act was done under, where it matters which. */
  mandate?: string | null
}>

export type Act<Input extends ActInput, Facts, Decision, Result extends Json> = Readonly<{
  /** Verb first, as its file and, in camel case, its mutation: `grant-mandate`. */
  name: string
  /** Reads (and locks) what policy and rule need to know; a no here is NOT_FOUND. */
  facts(tx: Tx, input: Input, moment: Moment): Promise<Verdict<Facts>>
  /** May this actor? */
  policy(who: Actor, facts: Facts): Verdict<null>
  /** What is true? Pure; the rule of `schema/src/<slice>`. */
  rule(facts: Facts, input: Input, moment: Moment): Verdict<Decision>
  write(writing: Writing, decision: Decision, facts: Facts, input: Input, moment: Moment): Promise<Written<Result>>
  /** Things with a lifecycle: the version that the facts found, and the global id of the thing. */
  version?(facts: Facts): { id: string; version: number }
  /** For an act that changes who the actor is: the persons as whom the first call may have come, with this key. */
  formerPersons?(tx: Tx, who: Actor): Promise<readonly string[]>
  /** Who may say when it happened; otherwise the clock does. */
  mayDate?(who: Actor): boolean
}>
export type AnyAct = Act<any, any, any, any>

/** Gives the compiler the types; the value is what it was given. */
export const act = <Input extends ActInput, Facts, Decision, Result extends Json>(
  definition: Act<Input, Facts, Decision, Result>,
): Act<Input, Facts, Decision, Result> => definition

const attempts = 5

/**
 * Does the act once: a repeat with the same `key` by the same actor answers the first result. An expected no is a
 * value and leaves nothing behind; anything that throws has been rolled back.
 */
export async function runAct<Input extends ActInput, Facts, Decision, Result extends Json>(
  town: Town,
  who: Actor,
  definition: Act<Input, Facts, Decision, Result>,
  input: Input,
  requestId = 'none',
): Promise<Verdict<Result>> {
  if (who.kind === 'nobody') return no(refusal('NOT_SIGNED_IN', { act: definition.name }))
  if (input.key.length === 0 || input.key.length > 200) throw badInput('`key` has 1 to 200 characters')
  const moment = momentOf(town, who, definition, input)
  if (!moment.ok) return moment
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptAct(town, definition, input, moment.value, requestId)
    } catch (error) {
      // A body or commission that does not exist: its slice knows, the act that names it may not.
      if (isForeignKey(error)) return no(refusal('NOT_FOUND', { act: definition.name }))
      // Two acts met (deadlock, serialisation, or the same key at once): the other one is through now.
      if (attempt === attempts || !isTransient(error)) throw error
    }
  }
}

/** Asks without doing: the refusal that the act would meet, for `viewerCan` and grey buttons. */
export function askAct<Input extends ActInput, Facts, Decision, Result extends Json>(
  definition: Act<Input, Facts, Decision, Result>,
  facts: Facts,
  input: Input,
  moment: Moment,
): Verdict<null> {
  const allowed = definition.policy(moment.who, facts)
  if (!allowed.ok) return allowed
  const ruled = definition.rule(facts, input, moment)
  return ruled.ok ? yes(null) : ruled
}

function momentOf(town: Town, who: Actor, definition: AnyAct, input: ActInput): Verdict<Moment> {
  const now = town.clock.now()
  const today = dayAt(now, town.zone)
  if (input.occurredAt === undefined || input.occurredAt === null) {
    return yes({ who, occurredAt: now, day: today, today, town })
  }
  const mayDate = who.kind === 'system' || definition.mayDate?.(who) === true
  if (!mayDate) return no(refusal('NOT_ALLOWED', { act: definition.name, wants: 'occurredAt' }))
  const occurredAt = Date.parse(input.occurredAt)
  if (Number.isNaN(occurredAt)) throw badInput('`occurredAt` is a moment such as 2027-01-25T17:00:00Z')
  const day = dayAt(occurredAt, town.zone)
  // The seed lays a town in as of a day that may be ahead of the clock; people put on record what has happened.
  if (occurredAt > now && who.kind !== 'system')
    return no(refusal('IN_THE_FUTURE', { act: definition.name, on: day }))
  return yes({ who, occurredAt, day, today, town })
}

async function attemptAct<Input extends ActInput, Facts, Decision, Result extends Json>(
  town: Town,
  definition: Act<Input, Facts, Decision, Result>,
  input: Input,
  moment: Moment,
  requestId: string,
): Promise<Verdict<Result>> {
  const { name } = definition
  const { who } = moment
  const actor = who.kind === 'system' ? `system:${who.name}` : `person:${(who as { person: string }).person}`
  const inputHash = hashOf({ act: name, input })
  return town.database.transaction(async ({ manager, tx }) => {
    const former = (await definition.formerPersons?.(tx, who)) ?? []
    const earlier = await tx.query(
      'select act, input_hash, result from audit.entry where actor = any($1::text[]) and key = $2',
      [[actor, ...former.map((person) => `person:${person}`)], input.key],
    )
    const first = earlier.rows[0]
    if (first) {
      if (first.input_hash === inputHash) return yes(first.result as Result)
      return no(refusal('KEY_REUSED', { act: name, key: input.key, earlier: first.act }))
    }
    const facts = await definition.facts(tx, input, moment)
    if (!facts.ok) return facts
    const allowed = definition.policy(who, facts.value)
    if (!allowed.ok) return allowed
    const known = definition.version?.(facts.value)
    if (known && known.version !== input.version) return no(await changedMeanwhile(tx, known.id, known.version))
    const ruled = definition.rule(facts.value, input, moment)
    if (!ruled.ok) return ruled

    const events: TownEvent[] = []
    const writing: Writing = {
      manager,
      tx,
      newId: () => town.database.newId(town),
      notice: async (notice) => {
        await tx.query('insert into rooms.notice (notice) values ($1)', [JSON.stringify(notice)])
        await tx.query('select pg_notify($1, $2)', [noticeChannel, ''])
      },
      event: (event) => void events.push(event),
    }
    const written = await definition.write(writing, ruled.value, facts.value, input, moment)
    for (const event of events) await tx.query('select pg_notify($1, $2)', [eventChannel, JSON.stringify(event)])
    const entry: AuditEntry = {
      act: name,
      actor,
      person: who.kind === 'person' ? who.person : null,
      mandate: written.mandate ?? null,
      key: input.key,
      inputHash,
      about: written.about,
      record: written.record ?? null,
      result: written.result,
      occurredAt: new Date(moment.occurredAt).toISOString(),
      requestId,
    }
    await appendEntry(tx, entry)
    return yes(written.result)
  })
}

/** Who, what and when, from the trail: so that the person sees whom to talk to. */
async function changedMeanwhile(tx: Tx, id: string, version: number): Promise<Refusal> {
  const { rows } = await tx.query(
    `select e.act, e.occurred_at, p.name from audit.entry e left join people.person p on p.id = e.person_id
      where e.about @> array[$1]::text[] order by e.seq desc limit 1`,
    [id],
  )
  const last = rows[0]
  return refusal('CHANGED_MEANWHILE', {
    version,
    what: last?.act ?? null,
    who: last?.name ?? null,
    when: last ? new Date(last.occurred_at).toISOString() : null,
    kind: parseGlobalId(id)?.prefix ?? null,
  })
}
