// People: where it lies and who may know it. What is public of names is SPEC PE6–PE9 of schema/src/people.
import { type MandateKind, mandateKinds } from '@faellesrum/schema/people'
import {
  carriedAll,
  carriedKey,
  column,
  computed,
  everyone,
  type Extension,
  extension,
  holders,
  holds,
  idColumn,
  many,
  one,
  raw,
  type Reading,
  reading,
  rowsWhere,
  sql,
  type Sql,
  values,
  type Visit,
} from '../platform/index.js'
import { mandateLabels } from './mandate-labels.js'

/** PE6, PE7: how the person stands in public, as `people.shown_as` keeps it. */
const nameIsPublic = raw("t.shown_as = 'full-name'")

const always = raw('true')

/** PE9. Decided by the roles where they are enough, else by a mandate in the same place, held by both today. */
function knowsFully(visit: Visit): Sql {
  const { viewer, today } = visit
  if (viewer === null) return raw('false')
  if (holds(viewer, 'administration', 'council-member')) return always
  return sql`t.id = ${viewer.person} or exists (
    select from people.mandate mine join people.mandate theirs
      on theirs.body_id = mine.body_id or theirs.commission_id = mine.commission_id
     where mine.person_id = ${viewer.person} and theirs.person_id = t.id
       and people.gives_rights(mine, ${today}::date) and people.gives_rights(theirs, ${today}::date))`
}

/** The name as this viewer may know it; never null. */
export function shownName(visit: Visit): Sql {
  const label = (kind: MandateKind): string => mandateLabels[kind][visit.language]
  const known = knowsFully(visit)
  if (known === always) return raw('t.name')
  return sql`case when ${nameIsPublic} or ${known} then t.name else case t.shown_as
    when 'first-name' then split_part(t.name, ' ', 1) when 'citizen-member' then ${label('citizen-member')}
    when 'invited' then ${label('invited')} else ${label('resident')} end end`
}

/** True where the viewer may know the whole name. */
export const knowsName = (visit: Visit): Sql => sql`${nameIsPublic} or ${knowsFully(visit)}`

const whoKnowsTheName = rowsWhere('whoever may know the name', knowsName)

const heldOn = (day: string): Sql => sql`people.gives_rights(t, ${day}::date)`

/** The kind that is shown first of those held today, in the order of `mandateKinds`. */
const firstKind = (visit: Visit): Sql => sql`(select m.kind from people.mandate m
  where m.person_id = t.id and people.gives_rights(m, ${visit.today}::date)
  order by array_position(${mandateKinds}::text[], m.kind) limit 1)`

const demoGroup = raw('(select g.name from people.electoral_group g where g.id = t.group_id)')

export const peopleReadings: readonly Reading[] = [
  reading('ElectoralGroup', {
    from: 'people.electoral_group',
    lines: { slug: column(raw('t.slug'), everyone), name: column(raw('t.name'), everyone) },
  }),
  reading('Person', {
    from: 'people.person',
    lines: {
      id: idColumn('Person', everyone),
      slug: column(raw('t.slug'), whoKnowsTheName),
      name: column(shownName, everyone),
      nameIsPublic: column(nameIsPublic, everyone),
      group: one('ElectoralGroup', raw('t.group_id'), everyone),
    },
  }),
  reading('Mandate', {
    from: 'people.mandate',
    lines: {
      id: idColumn('Mandate', everyone),
      kind: column(raw('t.kind'), everyone),
      person: one('Person', raw('t.person_id'), everyone),
      from: column(raw('t.from_day'), everyone),
      to: column(raw('t.to_day'), everyone),
      endedBecause: column(raw('t.ended_because'), holders('administration', 'council-member')),
      group: one(
        'ElectoralGroup',
        raw(
          "case when t.kind = 'council-member' then (select p.group_id from people.person p where p.id = t.person_id) end",
        ),
        everyone,
      ),
    },
  }),
  // Demo only, where everybody is made up and the list is the sign-in page.
  reading('DemoPerson', {
    from: 'people.person',
    rows: (visit) => (visit.town.demo ? sql`t.slug is not null and ${firstKind(visit)} is not null` : raw('false')),
    lines: {
      slug: column(raw('t.slug'), everyone),
      name: column(raw('t.name'), everyone),
      kind: column(firstKind, everyone),
      group: column(demoGroup, everyone),
      label: computed(
        { kind: firstKind, group: demoGroup },
        (rows, { language }) =>
          rows.map(({ $kind, $group }) =>
            [mandateLabels[$kind as MandateKind][language], $group].filter(Boolean).join(' · '),
          ),
        everyone,
      ),
    },
  }),
  // Whoever has the token of the link may know whom it invites.
  reading('Invitation', {
    from: 'people.invitation',
    lines: {
      name: column(
        raw(
          `(select p.name from people.mandate m join people.person p on p.id = m.person_id where m.id = t.mandate_id)`,
        ),
        everyone,
      ),
      kind: column(raw('(select m.kind from people.mandate m where m.id = t.mandate_id)'), everyone),
      expiresAt: column(raw('t.expires_at'), everyone),
      spent: column(
        (visit) => sql`(t.spent_at is not null or t.expires_at < to_timestamp(${visit.now / 1000}))`,
        everyone,
      ),
    },
  }),
  values('Viewer', {
    person: one('Person', carriedKey('personId'), everyone),
    mandates: many(
      'Mandate',
      {
        by: carriedKey('personId'),
        match: raw('t.person_id'),
        where: (_, { today }) => sql`people.gives_rights(t, ${today}::date)`,
        order: [{ by: raw('t.from_day'), type: 'date' }],
      },
      everyone,
    ),
    awaits: computed(
      {},
      async (viewers, visit) => {
        const awaiting = await Promise.all(visit.town.slices.map((slice) => slice.awaits?.(visit) ?? []))
        return viewers.map(() => awaiting.flat())
      },
      everyone,
    ),
  }),
  values('Awaiting', carriedAll(['act', 'sentence'], everyone)),
  values('MandateResult', { mandate: one('Mandate', carriedKey('mandate'), everyone) }),
  values('InvitationResult', {
    ...carriedAll(['invitationUrl', 'expiresAt'], everyone),
    mandate: one('Mandate', carriedKey('mandateId'), everyone),
  }),
  values('ViewerResult', {
    viewer: computed({}, (results) => results.map(({ personId }) => ({ personId })), everyone),
  }),
]

export const peopleExtensions: readonly Extension[] = [
  extension('Person', {
    mandates: many(
      'Mandate',
      {
        match: raw('t.person_id'),
        where: (args, visit) =>
          args['on'] === null ? raw('true') : heldOn((args['on'] as string | undefined) ?? visit.today),
        order: [{ by: raw('t.from_day'), type: 'date' }],
      },
      everyone,
    ),
  }),
]
