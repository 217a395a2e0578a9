// Drafts: where they lie and who may know of them. A draft that its owner does not show is as if it did not exist.
import { commissionSections, draftShape } from '@faellesrum/schema/drafts'
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
  values,
  type Visit,
} from '../platform/index.js'
import { authorshipsOf } from './authorship-of-visit.js'
import type { DraftOwner, DraftRights } from './owner.js'
import type { Text } from './texts.js'
import { headsOf, rightsOf, roomOf, textsIn } from './texts-of-visit.js'

const id = { id: raw('t.id') }

const ofText = (pick: (text: Text) => unknown) =>
  computed(
    id,
    async (rows, visit) => {
      const texts = await textsIn(visit, rows)
      return rows.map((row) => {
        const text = texts.get(roomOf(row))
        return text === undefined ? null : pick(text)
      })
    },
    everyone,
  )

export function draftsReadings(owners: readonly DraftOwner[]): readonly Reading[] {
  const withRights = <Value>(pick: (row: Row, visit: Visit, rights: DraftRights) => Value) =>
    computed(
      id,
      async (rows, visit) => {
        const found = await rightsOf(owners, visit, rows)
        return rows.map((row) => {
          const rights = found.get(row['$id'])
          return rights ? pick(row, visit, rights) : null
        })
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
        html: ofText(({ html }) => html),
        words: ofText(({ words }) => words),
        updatedAt: computed(
          id,
          async (rows, visit) => {
            const heads = await headsOf(visit, rows)
            return rows.map((row) => heads.get(roomOf(row))?.writtenAt ?? null)
          },
          everyone,
        ),
        viewerAccess: withRights((_row, _visit, { access }) => access),
        viewerAccessReason: withRights((_row, visit, { reason }) => reason && refusalValue(reason, visit)),
        viewerMandates: withRights((_row, _visit, { rights }) =>
          rights.map(({ mandate, access }) => ({ mandateId: mandate.id, access })),
        ),
        authorship: computed(
          id,
          async (rows, visit) => authorshipsOf(visit, rows, await rightsOf(owners, visit, rows)),
          everyone,
        ),
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
