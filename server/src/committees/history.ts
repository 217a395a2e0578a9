// Committees: what was done to a thing, read from the audit trail and said in words. Other slices use it with their own
// words.
import { mandateKinds } from '@faellesrum/schema/people'
import type { Language } from '@faellesrum/schema/kernel'
import { Field, ObjectType } from 'type-graphql'
import { MandateKind, Person } from '../people/index.js'
import {
  carriedAll,
  carriedKey,
  type Computed,
  computed,
  DateTime,
  everyone,
  globalId,
  one,
  raw,
  type Reading,
  values,
} from '../platform/index.js'

@ObjectType({ description: 'Something that was done and is on record.' })
export class HistoryEntry {
  @Field(() => String, { description: 'The act.' })
  act!: string

  @Field(() => String, { description: 'What was done, in words.' })
  sentence!: string

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: string

  @Field(() => DateTime, { description: 'When it was put on record.' })
  recordedAt!: string

  @Field(() => Person, { nullable: true, description: 'Who did it; null for the program itself.' })
  by!: Person | null

  @Field(() => MandateKind, { nullable: true, description: 'The mandate it was done under.' })
  byMandate!: (typeof mandateKinds)[number] | null
}

export const historyReading: Reading = values('HistoryEntry', {
  ...carriedAll(['act', 'sentence', 'occurredAt', 'recordedAt', 'byMandate'], everyone),
  by: one('Person', carriedKey('personId'), everyone),
})

type Record_ = Readonly<{ [fact: string]: string | number | null }>
/** One sentence per act; an act without one is not shown. */
export type HistoryTexts = Readonly<Record<string, Readonly<Record<Language, (record: Record_) => string>>>>

/** More than anybody reads; the trail itself has all of them. */
const mostShown = 100

/** The `history` of a type, newest first, one statement for all rows. */
export const historyLine = (type: string, texts: HistoryTexts): Computed =>
  computed(
    { id: raw('t.id') },
    async (rows, { town, language }) => {
      const ids = rows.map((row) => globalId(type, row['$id']))
      const found = await town.database.read(
        `select e.act, e.record, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.person_id as "personId",
                m.kind as "byMandate", wanted.id as about
           from unnest($1::text[]) wanted(id)
           cross join lateral (select * from audit.entry e where e.about @> array[wanted.id] and e.act = any($2)
                                order by e.seq desc limit ${mostShown}) e
           left join people.mandate m on m.id = e.mandate_id
          order by e.seq desc`,
        [ids, Object.keys(texts)],
      )
      const entries = new Map<string, object[]>(ids.map((id) => [id, []]))
      for (const { about, record, ...entry } of found) {
        entries.get(about)!.push({ ...entry, sentence: texts[entry['act']]![language](record) })
      }
      return ids.map((id) => entries.get(id)!)
    },
    everyone,
  )
