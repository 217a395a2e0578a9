// Committees: members held on a day, counted. One statement: counted by key first, named afterwards. A district says
// something of somebody's home, so it counts citizens, leaves out fewer than five, and changes once in a quarter.
import type { BodyKind } from '@faellesrum/schema/committees'
import { type MandateKind, mandateKinds } from '@faellesrum/schema/people'
import { districts } from '@faellesrum/schema/municipality'
import { mandateLabels } from '../people/index.js'
import { badInput, type Visit } from '../platform/index.js'

export const memberCountKeys = ['group', 'district', 'mandate', 'body-kind'] as const
export type MemberCountKey = (typeof memberCountKeys)[number]
export type KeyCount = Readonly<{ key: string; label: string; count: number }>

const fewest = 5

const members: readonly MandateKind[] = mandateKinds.filter(
  (kind) => kind === 'council-member' || kind === 'citizen-member',
)

type Counting = Readonly<{
  key: string
  join?: string
  /** Joined to what is counted already, as `g`: its slug and name stand for the key. */
  named?: string
  what: string
  of: readonly MandateKind[]
  on: string
  atLeast: number
}>
const seats = { what: '*', of: members, on: '$2::date', atLeast: 1 }
const joinBody = 'join committees.body b on b.id = m.body_id'

const countingBy: Readonly<Record<MemberCountKey, Counting>> = {
  group: {
    ...seats,
    key: 'p.group_id',
    join: 'join people.person p on p.id = m.person_id',
    named: 'people.electoral_group',
  },
  district: {
    key: 'r.district',
    join: 'join committees.residence r on r.person_id = m.person_id',
    what: 'distinct m.person_id',
    of: ['citizen-member'],
    // Counted from one day to the next, the difference would be where one newcomer lives.
    on: "date_trunc('quarter', $2::date)::date",
    atLeast: fewest,
  },
  mandate: { ...seats, key: 'm.kind' },
  'body-kind': { ...seats, key: 'b.kind', join: joinBody },
}

const bodyKindLabels: Readonly<Record<BodyKind, Readonly<Record<'da' | 'en', string>>>> = {
  council: { da: 'Kommunalbestyrelsen', en: 'the council' },
  'finance-committee': { da: 'Økonomiudvalget', en: 'the finance committee' },
  'standing-committee': { da: 'stående udvalg', en: 'standing committees' },
  'task-committee': { da: 'opgaveudvalg', en: 'task committees' },
  'working-group': { da: 'arbejdsgrupper', en: 'working groups' },
}

export async function countMembers(
  visit: Visit,
  by: MemberCountKey,
  on: string | null,
  kinds: readonly BodyKind[] | null,
): Promise<KeyCount[]> {
  const { key, join = '', named, what, of, on: counted, atLeast } = countingBy[by]
  if (by === 'district' && (on !== null || kinds !== null))
    throw badInput('districts are counted in all bodies on the first day of a quarter: leave out `on` and `kinds`')
  const { town, today } = visit
  const inKinds = kinds === null ? '' : `${join === joinBody ? '' : joinBody} and b.kind = any($4)`
  const rows = await town.database.read(
    `select ${named ? 'g.slug as key, g.name as label' : 'c.key, null as label'}, c.count from (
       select ${key} as key, count(${what})::int as count from people.mandate m ${join} ${inKinds}
        where m.body_id is not null and m.kind = any($1)
          and ${counted} between m.from_day and coalesce(m.to_day, 'infinity')
        group by 1 having count(${what}) >= $3) c
       ${named ? `join ${named} g on g.id = c.key` : ''}
      order by c.count desc, key`,
    [of, on ?? today, atLeast, ...(kinds === null ? [] : [kinds])],
  )
  return rows.map((row) => ({
    key: row['key'],
    label: row['label'] ?? labelOf(by, row['key'], visit),
    count: row['count'],
  }))
}

function labelOf(by: MemberCountKey, key: string, { language }: Visit): string {
  if (by === 'mandate') return mandateLabels[key as MandateKind][language]
  if (by === 'body-kind') return bodyKindLabels[key as BodyKind][language]
  return districts.find(({ slug }) => slug === key)?.name ?? key
}
