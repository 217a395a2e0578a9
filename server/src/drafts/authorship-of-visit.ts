// Drafts: who wrote what of many texts, as one viewer may know it; two statements for all of them.
import type { DraftNode } from '@faellesrum/schema/drafts'
import type { MandateKind } from '@faellesrum/schema/people'
import { shownName } from '../people/index.js'
import { type Row, sql, statement, type Visit } from '../platform/index.js'
import { authorshipFor, type ShownAuthorship } from './authorship.js'
import type { DraftRights } from './owner.js'
import type { Attributed } from './texts.js'
import { roomOf, textsIn } from './texts-of-visit.js'

export type TextAuthorship = ShownAuthorship & Readonly<{ seq: number; rule: string }>

type Told = Attributed & Readonly<{ inside: boolean; json: DraftNode }>

/** In the order of the rows; null where the text is not for this viewer, or not there. */
export async function authorshipsOf(
  visit: Visit,
  rows: readonly Row[],
  rights: ReadonlyMap<string, DraftRights>,
): Promise<(TextAuthorship | null)[]> {
  const texts = await textsIn(visit, rows)
  const told = new Map<Row, Told>()
  for (const row of rows) {
    const [right, text] = [rights.get(row['$id']), texts.get(roomOf(row))]
    if (right && text) told.set(row, { inside: right.inside, json: text.json, ...(await text.attributed()) })
  }
  const all = [...told.values()]
  const [kinds, names] = await Promise.all([
    kindsOf(visit, all.flatMap(({ runs }) => runs.flatMap((run) => [run.mandate, run.copiedBy?.mandate ?? null]))),
    namesOf(
      visit,
      all.flatMap(({ inside, runs }) =>
        inside ? runs.flatMap((run) => [run.person, run.copiedBy?.person ?? null]) : [],
      ),
    ),
  ])
  return rows.map((row) => {
    const each = told.get(row)
    if (!each) return null
    const reader = {
      inside: each.inside,
      language: visit.language,
      kindOf: (mandate: string) => kinds.get(mandate) ?? ('resident' as const),
      nameOf: (person: string) => names.get(person) ?? null,
    }
    return { seq: each.seq, rule: each.version, ...authorshipFor(reader, each.json, each.runs) }
  })
}

async function kindsOf({ town }: Visit, mandates: readonly (string | null)[]): Promise<Map<string, MandateKind>> {
  const rows = await town.database.read('select id, kind from people.mandate where id = any($1::uuid[])', [
    [...new Set(mandates)],
  ])
  return new Map(rows.map((row) => [row['id'] as string, row['kind'] as MandateKind]))
}

/** The names as this viewer may know them; people's own rule. */
async function namesOf(visit: Visit, persons: readonly (string | null)[]): Promise<Map<string, string>> {
  if (persons.length === 0) return new Map()
  const { text, values } = statement(
    sql`select t.id, ${shownName(visit)} as name from people.person t
         where t.id = any(${[...new Set(persons)]}::uuid[])`,
  )
  const rows = await visit.town.database.read(text, values)
  return new Map(rows.map((row) => [row['id'] as string, row['name'] as string]))
}
