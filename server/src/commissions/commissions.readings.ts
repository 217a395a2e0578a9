// Commissions: where they lie. A commission is public once it has a state; its text is the affair of `drafts`.
import { edgesFrom } from '@faellesrum/schema/commissions'
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { historyLine, sourcesLine } from '../committees/index.js'
import {
  asActor,
  carriedAll,
  carriedKey,
  column,
  computed,
  connection,
  everyone,
  type Extension,
  extension,
  idColumn,
  many,
  one,
  type Ordering,
  raw,
  type Reading,
  reading,
  type Row,
  rowsWhere,
  sql,
  type Sql,
  values,
  type Visit,
  whatViewerCan,
} from '../platform/index.js'
import { commissionHistory } from './commission-texts.js'
import { commissionsPolicy, isBeingWritten, type Standing } from './commissions.policy.js'
import { mayKnow } from './drafts-of-commissions.js'
import { nextLine, stageReadings, stagesLine } from './stages.js'

const plain = (name: string) => column(raw(`t.${name}`), everyone)

const namedFor = (kind: 'drafter' | 'clerk') =>
  many(
    'Person',
    {
      match: raw('o.commission_id'),
      join: raw(`join commissions.office o on o.person_id = t.id and o.kind = '${kind}'`),
      where: (_args, { today }) => sql`commissions.stands(o, ${today}::date)`,
      order: [{ by: raw('o.id'), type: 'uuid' }],
    },
    everyone,
  )

const whoMayKnowTheText = rowsWhere(
  'whoever may know of the text',
  ({ viewer }) => sql`exists (select from commissions.commission c where c.id = t.id and ${mayKnow(viewer)})`,
)

const standing = {
  name: raw('t.name'),
  state: raw('t.state'),
  drafters: ({ today }: Visit) => sql`array(select o.person_id::text from commissions.office o
    where o.commission_id = t.id and o.kind = 'drafter' and commissions.stands(o, ${today}::date))`,
}

const both = (first: Verdict<null>, second: () => Verdict<null>): Verdict<null> => (first.ok ? second() : first)

/** The acts' own policy, and as much of their rule as can be said before anything is typed. */
function whatCan(row: Row, visit: Visit) {
  const who = asActor(visit.viewer)
  const facts: Standing = { name: row['$name'], state: row['$state'], drafters: row['$drafters'] }
  const goesOn = (): Verdict<null> =>
    facts.state !== null && edgesFrom(facts.state).length > 0
      ? yes(null)
      : no(refusal('WRONG_STATE', { commission: facts.name, state: facts.state }))
  return whatViewerCan(
    {
      recordFromMinutes: both(commissionsPolicy['record-from-minutes'](who, facts), goesOn),
      setDraftOpenness: both(commissionsPolicy['set-draft-openness'](who, facts), () => isBeingWritten(facts)),
      inviteWriter: both(commissionsPolicy['invite-writer'](who, facts), () => isBeingWritten(facts)),
    },
    visit,
  )
}

async function seatPlans(rows: readonly Row[], { town }: Visit): Promise<(object | null)[]> {
  const profiles = await town.database.read(
    `select commission_id as about, text, at_least as "atLeast" from commissions.profile
      where commission_id = any($1::uuid[]) order by position`,
    [rows.map((row) => row['$id'])],
  )
  return rows.map((row) =>
    row['$politicians'] === null
      ? null
      : {
          politicians: row['$politicians'],
          citizens: row['$citizens'],
          note: row['$note'],
          profiles: profiles.filter((profile) => profile['about'] === row['$id']),
        },
  )
}

async function openings(rows: readonly Row[], { town }: Visit): Promise<object[][]> {
  const found = await town.database.read(
    `select commission_id as about, openness, person_id as "personId", at from commissions.opening
      where commission_id = any($1::uuid[]) order by at, id`,
    [rows.map((row) => row['$id'])],
  )
  return rows.map((row) => found.filter((opening) => opening['about'] === row['$id']))
}

export const commissionName: Ordering = { by: raw('t.name'), type: 'text' }
const recorded = (): Sql => raw('t.state is not null')

export const commissionsReadings: readonly Reading[] = [
  ...stageReadings,
  values('SeatPlan', carriedAll(['politicians', 'citizens', 'note', 'profiles'], everyone)),
  values('SeatProfile', carriedAll(['text', 'atLeast'], everyone)),
  values('Opening', {
    ...carriedAll(['openness', 'at'], everyone),
    by: one('Person', carriedKey('personId'), everyone),
  }),
  values('CommissionResult', { commission: one('Commission', carriedKey('commission'), everyone) }),
  reading('Commission', {
    from: 'commissions.commission',
    rows: recorded,
    lines: {
      id: idColumn('Commission', everyone),
      slug: plain('slug'),
      name: plain('name'),
      question: plain('question'),
      state: plain('state'),
      version: plain('version'),
      owners: many(
        'Body',
        {
          match: raw('w.commission_id'),
          join: raw('join commissions.ownership w on w.body_id = t.id'),
          order: [{ by: raw('w.position'), type: 'int' }],
        },
        everyone,
      ),
      body: one('Body', raw('t.body_id'), everyone),
      drafters: namedFor('drafter'),
      clerks: namedFor('clerk'),
      seatPlan: computed(
        { id: raw('t.id'), politicians: raw('t.politicians'), citizens: raw('t.citizens'), note: raw('t.seat_note') },
        seatPlans,
        everyone,
      ),
      stages: stagesLine,
      next: nextLine,
      room: column(raw("'draft/' || t.draft_id"), whoMayKnowTheText),
      draft: one('Draft', raw('t.draft_id'), everyone),
      openness: plain('openness'),
      opened: computed({ id: raw('t.id') }, openings, everyone),
      invitations: many(
        'Mandate',
        {
          match: raw('t.commission_id'),
          where: (_args, { today }) => sql`t.kind = 'invited' and people.gives_rights(t, ${today}::date)`,
          order: [{ by: raw('t.from_day'), type: 'date' }],
        },
        everyone,
      ),
      history: historyLine('Commission', commissionHistory),
      sources: sourcesLine('commissions.source', 'commission_id'),
      viewerCan: computed(standing, (rows, visit) => rows.map((row) => whatCan(row, visit).can), everyone),
      viewerCannot: computed(standing, (rows, visit) => rows.map((row) => whatCan(row, visit).cannot), everyone),
    },
  }),
]

export type CommissionsWanted = Readonly<{
  states?: readonly string[] | null
  owner?: string | null
  mine?: boolean | null
  search?: string | null
}>

export function commissionsWhere({ states, owner, mine, search }: CommissionsWanted, visit: Visit): Sql {
  const parts = [raw('true')]
  if (states) parts.push(sql`t.state = any(${states})`)
  if (owner)
    parts.push(sql`exists (select from commissions.ownership w where w.commission_id = t.id and w.body_id = ${owner})`)
  if (search) parts.push(sql`position(${search.trim().toLowerCase()} in t.search) > 0`)
  if (mine) parts.push(partIn(visit))
  return parts.reduce((all, part) => sql`${all} and ${part}`)
}

/** Drafter, clerk, invited, or a member of its committee. */
function partIn({ viewer, today }: Visit): Sql {
  const held = viewer?.mandates ?? []
  const bodies = held.flatMap((mandate) => mandate.body ?? [])
  const invited = held.flatMap((mandate) => mandate.commission ?? [])
  return sql`(t.body_id = any(${bodies}::uuid[]) or t.id = any(${invited}::uuid[]) or exists (
    select from commissions.office o where o.commission_id = t.id and o.person_id = ${viewer?.person ?? null}::uuid
       and commissions.stands(o, ${today}::date)))`
}

export const commissionsExtensions: readonly Extension[] = [
  extension('Body', {
    commission: one('Commission', raw('(select c.id from commissions.commission c where c.body_id = t.id)'), everyone),
    commissions: connection(
      'Commission',
      {
        match: raw('w.body_id'),
        join: raw('join commissions.ownership w on w.commission_id = t.id'),
        order: [commissionName],
      },
      everyone,
    ),
  }),
  extension('Mandate', { commission: one('Commission', raw('t.commission_id'), everyone) }),
]
