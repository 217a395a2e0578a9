// Drafts: where they lie and who may know of them. A draft that its owner does not show is as if it did not exist.
import { commissionSections, countWords, draftShape, renderHtml } from '@faellesrum/schema/drafts'
import type { MandateKind } from '@faellesrum/schema/people'
import { RoomName } from '@faellesrum/schema/rooms'
import { shownName } from '../people/index.js'
import {
  anyOf,
  carriedAll,
  carriedKey,
  column,
  computed,
  everyone,
  idColumn,
  one,
  raw,
  type Reading,
  reading,
  refusalValue,
  type Row,
  sql,
  statement,
  values,
  type Visit,
} from '../platform/index.js'
import { authorshipFor, type ShownAuthorship } from './authorship.js'
import type { DraftOwner, DraftRights } from './owner.js'
import { rightsOf, textOf } from './texts-of-visit.js'

const id = { id: raw('t.id') }

export function draftsReadings(owners: readonly DraftOwner[]): readonly Reading[] {
  const withRights = <Value>(pick: (row: Row, visit: Visit, rights: DraftRights) => Value) =>
    computed(
      id,
      async (rows, visit) => {
        const found = await rightsOf(owners, visit, rows)
        return Promise.all(
          rows.map((row) => {
            const rights = found.get(row['$id'])
            return rights ? pick(row, visit, rights) : null
          }),
        )
      },
      everyone,
    )

  return [
    ...authorReadings,
    values('RoomMandate', {
      ...carriedAll(['access'], everyone),
      mandate: one('Mandate', carriedKey('mandateId'), everyone),
    }),
    values('DraftSection', carriedAll(['key', 'number', 'title', 'guide'], everyone)),
    reading('Draft', {
      from: 'drafts.draft',
      rows: (visit) => anyOf(owners.map((owner) => owner.rows(visit))),
      lines: {
        id: idColumn('Draft', everyone),
        room: column(raw('t.room'), everyone),
        shape: column(raw(`${draftShape}`), everyone),
        versionName: column(raw('t.version_name'), everyone),
        sections: computed({}, (rows, visit) => rows.map(() => sections(visit)), everyone),
        html: computed(
          id,
          (rows, visit) =>
            Promise.all(
              rows.map(async (row) => {
                const text = await textOf(visit, row['$id'])
                return text && renderHtml(text, { lang: 'da', headingShift: 1 })
              }),
            ),
          everyone,
        ),
        words: computed(
          id,
          (rows, visit) =>
            Promise.all(
              rows.map(async (row) => {
                const text = await textOf(visit, row['$id'])
                return text && countWords(text)
              }),
            ),
          everyone,
        ),
        updatedAt: computed(
          id,
          (rows, visit) => Promise.all(rows.map((row) => lastWritten(visit, row['$id']))),
          everyone,
        ),
        viewerAccess: withRights((_row, _visit, { access }) => access),
        viewerAccessReason: withRights((_row, visit, { reason }) => reason && refusalValue(reason, visit)),
        viewerMandates: computed(
          id,
          async (rows, visit) => {
            const found = await rightsOf(owners, visit, rows)
            return rows.map((row) =>
              (found.get(row['$id'])?.rights ?? []).map(({ mandate, access }) => ({ mandateId: mandate.id, access })),
            )
          },
          everyone,
        ),
        authorship: withRights((row, visit, { inside }) => authorship(visit, row['$id'], inside)),
      },
    }),
  ]
}

const authorReadings: readonly Reading[] = [
  values('RunAuthor', {
    ...carriedAll(['mandateKind', 'label'], everyone),
    person: one('Person', carriedKey('personId'), everyone),
  }),
  values('AuthorShare', {
    ...carriedAll(['mandateKind', 'label', 'characters', 'share'], everyone),
    person: one('Person', carriedKey('personId'), everyone),
  }),
  values('AuthoredRun', {
    ...carriedAll(['block', 'from', 'to'], everyone),
    author: computed({}, (rows) => rows.map((row) => row['writer']), everyone),
    copiedBy: computed({}, (rows) => rows.map((row) => row['copier']), everyone),
  }),
  values('Authorship', {
    ...carriedAll(['seq', 'rule', 'people', 'characters'], everyone),
    runs: computed({}, (rows) => rows.map((row) => row['runList']), everyone),
    shares: computed({}, (rows) => rows.map((row) => row['shareList']), everyone),
  }),
]

const sections = ({ language }: Visit) =>
  commissionSections.map(({ key, title, guide }, index) => ({
    key,
    number: index + 1,
    title: title[language],
    guide: guide[language],
  }))

async function lastWritten({ town }: Visit, draft: string): Promise<string | null> {
  const room = RoomName.print('draft', draft)
  const head = await town.records.head(room)
  if (head === null) return null
  let last: string | null = null
  for await (const row of town.records.log(room, head.nextSeq - 2)) last = row.receivedAt
  return last
}

async function authorship(
  visit: Visit,
  draft: string,
  inside: boolean,
): Promise<(ShownAuthorship & { seq: number; rule: string }) | null> {
  const { town, language } = visit
  const found = await town.records.attribution(RoomName.print('draft', draft))
  const text = await textOf(visit, draft)
  if (found === null || text === null) return null
  const mandates = [...new Set(found.runs.flatMap(({ mandate, copiedBy }) => [mandate, copiedBy?.mandate ?? null]))]
  const persons = [...new Set(found.runs.flatMap(({ person, copiedBy }) => [person, copiedBy?.person ?? null]))]
  const kinds = await town.database.read('select id, kind from people.mandate where id = any($1::uuid[])', [mandates])
  const kindOf = new Map(kinds.map((row) => [row['id'] as string, row['kind'] as MandateKind]))
  const named = inside ? await namesOf(visit, persons) : new Map<string, string>()
  const reader = {
    inside,
    language,
    kindOf: (mandate: string) => kindOf.get(mandate) ?? ('resident' as const),
    nameOf: (person: string) => named.get(person) ?? null,
  }
  return { seq: found.seq, rule: found.version, ...authorshipFor(reader, text, found.runs) }
}

/** The names as this viewer may know them; people's own rule. */
async function namesOf(visit: Visit, persons: readonly (string | null)[]): Promise<Map<string, string>> {
  const { text, values: parameters } = statement(
    sql`select t.id, ${shownName(visit)} as name from people.person t where t.id = any(${persons}::uuid[])`,
  )
  const rows = await visit.town.database.read(text, parameters)
  return new Map(rows.map((row) => [row['id'] as string, row['name'] as string]))
}
