// Committees: where bodies, seats and offices lie. All of it is public; what is public of persons is people's affair.
import { judgeOpen } from '@faellesrum/schema/committees'
import { no, refusal, type Verdict } from '@faellesrum/schema/kernel'
import { mandateKinds } from '@faellesrum/schema/people'
import {
  type Args,
  column,
  computed,
  connection,
  everyone,
  type Extension,
  extension,
  holds,
  idColumn,
  many,
  one,
  type Ordering,
  raw,
  type Reading,
  reading,
  type Row,
  sql,
  type Sql,
  type Visit,
  whatViewerCan,
} from '../platform/index.js'
import { bodyHistory } from './history-texts.js'
import { historyLine, historyReading } from './history.js'
import { sourceReading, sourcesLine } from './sources.js'

/** CO14, in SQL; a property in the tests holds it against `statusOn`. */
export const statusColumn = ({ today }: Visit): Sql =>
  sql`case when t.to_day is null and t.closed_because is not null then 'closed'
           when t.from_day > ${today}::date then 'planned'
           when t.to_day < ${today}::date then 'closed' else 'active' end`

export const bodyName: Ordering = { by: raw('t.name'), type: 'text' }

const column_ = (name: string) => column(raw(`t.${name}`), everyone)

/** The day that a body is looked at: today, or its last day when it is over. */
const lookedAt = (visit: Visit): Sql => sql`least(${visit.today}::date, coalesce(t.to_day, 'infinity'))`
const heldThen = (alias: string, day: Sql): Sql =>
  sql`${day} between ${raw(alias)}.from_day and coalesce(${raw(alias)}.to_day, 'infinity')`

const holderOf = (...kinds: readonly string[]) =>
  one(
    'Person',
    (visit) =>
      sql`(select o.person_id from committees.office o where o.body_id = t.id and o.kind = any(${kinds})
            and ${heldThen('o', lookedAt(visit))} order by o.from_day desc limit 1)`,
    everyone,
  )

const kindRank = raw(`array_position(array[${mandateKinds.map((kind) => `'${kind}'`).join(', ')}], t.kind)`)

function membersOn(args: Args, visit: Visit): Sql {
  const on = (args['on'] as string | null | undefined) ?? null
  const day = on === null ? sql`least(${visit.today}::date, coalesce(b.to_day, 'infinity'))` : sql`${on}::date`
  const kinds = (args['kinds'] as string[] | null | undefined) ?? null
  return kinds === null ? heldThen('t', day) : sql`${heldThen('t', day)} and t.kind = any(${kinds})`
}

/** What the viewer may do with a body; the acts are of people, and ask the same rule. */
function mayGrantIn({ viewer }: Visit, row: Row): Verdict<null> {
  if (viewer === null) return no(refusal('NOT_SIGNED_IN', { body: row['$name'] }))
  if (!holds(viewer, 'administration'))
    return no(refusal('NOT_ALLOWED', { body: row['$name'], wants: 'administration' }))
  return judgeOpen({ name: row['$name'], closed: row['$status'] === 'closed' })
}
const standing = { name: raw('t.name'), status: statusColumn }
const whatCan = (row: Row, visit: Visit) => {
  const verdict = mayGrantIn(visit, row)
  return whatViewerCan({ grantMandate: verdict, invitePerson: verdict }, visit)
}

export const committeesReadings: readonly Reading[] = [
  historyReading,
  sourceReading,
  reading('Office', {
    from: 'committees.office',
    lines: {
      kind: column_('kind'),
      from: column_('from_day'),
      to: column_('to_day'),
      person: one('Person', raw('t.person_id'), everyone),
    },
  }),
  reading('Seat', {
    from: 'committees.seat',
    lines: {
      number: column_('number'),
      kind: column_('kind'),
      profile: column_('profile'),
      from: column_('from_day'),
      to: column_('to_day'),
      holder: one(
        'Mandate',
        (visit) =>
          sql`(select g.mandate_id from committees.seating g join committees.body b on b.id = t.body_id
                where g.seat_id = t.id
                  and ${heldThen('g', sql`least(${visit.today}::date, coalesce(b.to_day, 'infinity'))`)}
                order by g.from_day desc limit 1)`,
        everyone,
      ),
    },
  }),
  reading('Body', {
    from: 'committees.body',
    lines: {
      id: idColumn('Body', everyone),
      slug: column_('slug'),
      kind: column_('kind'),
      status: column(statusColumn, everyone),
      name: column_('name'),
      purpose: column_('purpose'),
      remit: column_('remit'),
      competence: column_('competence'),
      from: column_('from_day'),
      to: column_('to_day'),
      periodNote: column_('period_note'),
      closedBecause: column_('closed_because'),
      ownersNote: column_('owners_note'),
      owners: many(
        'Body',
        {
          match: raw('o.body_id'),
          join: raw('join committees.ownership o on o.owner_id = t.id'),
          order: [{ by: raw('o.position'), type: 'int' }],
        },
        everyone,
      ),
      owned: connection(
        'Body',
        {
          match: raw('o.owner_id'),
          join: raw('join committees.ownership o on o.body_id = t.id'),
          where: (args, visit) => bodiesWhere({ kinds: args['kinds'], status: args['status'] }, visit),
          order: [bodyName],
        },
        everyone,
      ),
      memberships: connection(
        'Mandate',
        {
          match: raw('t.body_id'),
          join: raw('join committees.body b on b.id = t.body_id'),
          where: membersOn,
          // By kind and then by birth of the mandate: an order by name would tell names in its cursors.
          order: [{ by: kindRank, type: 'int' }],
        },
        everyone,
      ),
      chair: holderOf('chair', 'mayor'),
      viceChair: holderOf('vice-chair'),
      clerks: many(
        'Person',
        {
          match: raw('o.body_id'),
          join: raw(
            "join committees.office o on o.person_id = t.id and o.kind = 'clerk' join committees.body b on b.id = o.body_id",
          ),
          where: (_args, visit) => heldThen('o', sql`least(${visit.today}::date, coalesce(b.to_day, 'infinity'))`),
          order: [{ by: raw('o.from_day'), type: 'date' }],
        },
        everyone,
      ),
      seats: many('Seat', { match: raw('t.body_id'), order: [{ by: raw('t.number'), type: 'int' }] }, everyone),
      history: historyLine('Body', bodyHistory),
      sources: sourcesLine('committees.source', 'body_id'),
      viewerCan: computed(standing, (rows, visit) => rows.map((row) => whatCan(row, visit).can), everyone),
      viewerCannot: computed(standing, (rows, visit) => rows.map((row) => whatCan(row, visit).cannot), everyone),
    },
  }),
]

export type BodiesWanted = Readonly<{
  kinds?: readonly string[] | null
  status?: string | null
  owner?: string | null
  search?: string | null
  mine?: boolean | null
}>

/** Bodies that fit; every part that is not given fits all. */
export function bodiesWhere({ kinds, status, owner, search, mine }: BodiesWanted, visit: Visit): Sql {
  const parts = [raw('true')]
  if (kinds) parts.push(sql`t.kind = any(${kinds})`)
  if (status) parts.push(sql`${statusColumn(visit)} = ${status}`)
  if (owner)
    parts.push(sql`exists (select from committees.ownership w where w.body_id = t.id and w.owner_id = ${owner})`)
  if (search) parts.push(sql`position(${search.trim().toLowerCase()} in t.search) > 0`)
  if (mine) parts.push(sql`t.id = any(${(visit.viewer?.mandates ?? []).flatMap((held) => held.body ?? [])}::uuid[])`)
  return parts.reduce((all, part) => sql`${all} and ${part}`)
}

export const committeesExtensions: readonly Extension[] = [
  extension('Mandate', {
    body: one('Body', raw('t.body_id'), everyone),
    offices: many(
      'Office',
      {
        by: raw('t.id'),
        match: raw('m.id'),
        join: raw('join people.mandate m on m.person_id = t.person_id and m.body_id = t.body_id'),
        order: [{ by: raw('t.from_day'), type: 'date' }],
      },
      everyone,
    ),
  }),
]
