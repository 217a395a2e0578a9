// The bench: Mercurius with graphql-jit and batching loaders written by hand over plain rows, the fastest peer we know.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import pg from 'pg'
import { sdl } from './sdl.js'
import { districtName, enumOf, shownName, wordOf } from './words.js'

type Batch = readonly { obj: any; params: any }[]

const bodyColumns = 'b.id, b.slug, b.name, b.kind, b.purpose, b.from_day::text as "from"'
const withKind = (row: any) => ({ ...row, kind: enumOf(row.kind) })

/** Rows per parent, at most `first` of each, by one statement for the batch. */
const perParent = (rows: readonly any[], parents: Batch): any[][] => {
  const found = new Map<string, any[]>()
  for (const row of rows) {
    const list = found.get(row.parent)
    if (list) list.push(row)
    else found.set(row.parent, [row])
  }
  return parents.map(({ obj, params }) => (found.get(obj.id) ?? []).slice(0, params.first))
}

export async function mercuriusPeer(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  const rows = async (name: string, text: string, values: unknown[]) => (await pool.query({ name, text, values })).rows
  const ids = (batch: Batch) => batch.map(({ obj }) => obj.id)
  const app = Fastify()
  await app.register(mercurius as any, {
    schema: sdl,
    jit: 1,
    resolvers: {
      Query: {
        body: async (_: unknown, { slug }: any) => {
          const [row] = await rows('body', `select ${bodyColumns} from committees.body b where slug = $1`, [slug])
          return row && withKind(row)
        },
        bodies: async (_: unknown, { filter, first }: any) => {
          const kinds = filter?.kinds?.map(wordOf) ?? null
          const search = filter?.search ? `%${filter.search.toLowerCase()}%` : null
          const where = 'where ($1::text[] is null or b.kind = any($1)) and ($2::text is null or lower(b.name) like $2)'
          const [page, [count]] = await Promise.all([
            rows('bodies', `select ${bodyColumns} from committees.body b ${where} order by b.name, b.id limit $3`, [kinds, search, first + 1]),
            rows('bodies-count', `select count(*)::int as n from committees.body b ${where}`, [kinds, search]),
          ])
          const nodes = page.slice(0, first).map(withKind)
          return { nodes, edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: page.length > first }, totalCount: count.n }
        },
        memberCounts: async (_: unknown, { by }: any) => {
          const text =
            by === 'GROUP'
              ? `select g.slug as key, g.name as label, c.count from (select p.group_id, count(*)::int as count from people.mandate m
                 join people.person p on p.id = m.person_id where m.to_day is null and m.body_id is not null group by 1) c
                 join people.electoral_group g on g.id = c.group_id order by c.count desc, key`
              : `select r.district as key, count(distinct m.person_id)::int as count from people.mandate m
                 join committees.residence r on r.person_id = m.person_id
                 where m.kind = 'citizen-member' and m.to_day is null and m.body_id is not null
                 group by 1 having count(distinct m.person_id) >= 5 order by count desc, key`
          return (await rows(`counts-${by}`, text, [])).map((row) => (by === 'GROUP' ? row : { ...row, label: districtName(row.key) }))
        },
      },
    },
    loaders: {
      Body: {
        async chair(batch: Batch) {
          const found = await rows(
            'chairs',
            `select o.body_id as parent, p.id, ${shownName} as name from committees.office o join people.person p on p.id = o.person_id
             where o.kind = 'chair' and o.to_day is null and o.body_id = any($1)`,
            [ids(batch)],
          )
          return batch.map(({ obj }) => found.find((row) => row.parent === obj.id) ?? null)
        },
        async memberships(batch: Batch) {
          const found = await rows(
            'memberships',
            `select m.body_id as parent, m.kind, m.from_day::text as "from", ${shownName} as name, g.name as group_name
             from people.mandate m join people.person p on p.id = m.person_id left join people.electoral_group g on g.id = p.group_id
             where m.body_id = any($1) and m.to_day is null order by m.id`,
            [ids(batch)],
          )
          return perParent(found, batch).map((list) => ({
            nodes: list.map((row) => ({
              kind: enumOf(row.kind),
              from: row.from,
              person: { name: row.name, group: row.group_name === null ? null : { name: row.group_name } },
            })),
          }))
        },
        async owned(batch: Batch) {
          const found = await rows(
            'owned',
            `select o.owner_id as parent, ${bodyColumns} from committees.ownership o join committees.body b on b.id = o.body_id
             where o.owner_id = any($1) order by b.name, b.id`,
            [ids(batch)],
          )
          return perParent(found, batch).map((list) => ({ nodes: list.map(withKind) }))
        },
        async commission(batch: Batch) {
          const found = await rows(
            'commissions',
            `select c.body_id as parent, c.slug, c.name, c.state, c.question from commissions.commission c where c.body_id = any($1)`,
            [ids(batch)],
          )
          const byBody = new Map(found.map((row) => [row.parent, { ...row, state: enumOf(row.state) }]))
          return batch.map(({ obj }) => byBody.get(obj.id) ?? null)
        },
      },
    },
  })
  return app
}
