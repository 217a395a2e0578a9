// The bench: no GraphQL. One prepared statement per question, by its operation's name; PostgreSQL writes the JSON.
// It is the ceiling that any server on this database stands below.
import Fastify from 'fastify'
import pg from 'pg'
import { districts } from '@faellesrum/schema/municipality'
import { shownName } from './words.js'

const districtValues = districts.map(({ slug, name }) => `('${slug}', '${name}')`).join(', ')
const word = (column: string) => `upper(replace(${column}, '-', '_'))`
const statements: Record<string, string> = {
  Q1: `select json_build_object('body', (select json_build_object('slug', slug, 'name', name, 'kind', ${word('kind')},
    'purpose', purpose, 'from', from_day) from committees.body where slug = 'opgaveudvalg-17'))::text as j`,
  Q2: `select json_build_object('bodies', json_build_object('nodes', coalesce(json_agg(json_build_object('slug', b.slug, 'name', b.name,
      'kind', ${word('b.kind')}, 'from', b.from_day,
      'chair', (select json_build_object('name', ${shownName}) from committees.office o join people.person p on p.id = o.person_id
        where o.body_id = b.id and o.kind = 'chair' and o.to_day is null limit 1),
      'memberships', json_build_object('nodes', (select json_agg(json_build_object('kind', ${word('m.kind')}, 'from', m.from_day,
        'person', json_build_object('name', m.name, 'group', case when m.group_name is null then null else json_build_object('name', m.group_name) end))
        order by m.id) from (select m.id, m.kind, m.from_day, ${shownName} as name, g.name as group_name from people.mandate m
          join people.person p on p.id = m.person_id left join people.electoral_group g on g.id = p.group_id
          where m.body_id = b.id and m.to_day is null order by m.id limit 20) m)))
      order by b.name, b.id), '[]')))::text as j
    from (select * from committees.body where kind = 'task-committee' order by name, id limit 20) b`,
  Q3: `select json_build_object('body', (select json_build_object('name', k.name, 'owned', json_build_object('nodes',
      (select json_agg(json_build_object('name', s.name, 'owned', json_build_object('nodes',
        coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name, 'commission',
          (select json_build_object('slug', c.slug, 'name', c.name, 'state', ${word('c.state')}, 'question', c.question)
            from commissions.commission c where c.body_id = t.id)) order by t.name, t.id)
          from committees.ownership o join committees.body t on t.id = o.body_id where o.owner_id = s.id), '[]'))) order by s.name, s.id)
        from committees.ownership o join committees.body s on s.id = o.body_id where o.owner_id = k.id)))
      from committees.body k where k.slug = 'kommunalbestyrelsen'))::text as j`,
  Q4: `select json_build_object(
      'groups', (select json_agg(json_build_object('label', g.name, 'count', c.count) order by c.count desc, g.slug)
        from (select p.group_id, count(*)::int as count from people.mandate m join people.person p on p.id = m.person_id
          where m.to_day is null and m.body_id is not null group by 1) c join people.electoral_group g on g.id = c.group_id),
      'districts', (select json_agg(json_build_object('label', d.name, 'count', c.count) order by c.count desc, c.district)
        from (select r.district, count(distinct m.person_id)::int as count from people.mandate m join committees.residence r on r.person_id = m.person_id
          where m.kind = 'citizen-member' and m.to_day is null and m.body_id is not null group by 1 having count(distinct m.person_id) >= 5) c
        join (values ${districtValues}) d(slug, name) on d.slug = c.district))::text as j`,
  Q5: `select json_build_object('bodies', json_build_object(
      'totalCount', (select count(*)::int from committees.body where kind = 'task-committee' and lower(name) like '%opgaveudvalg 1%'),
      'pageInfo', json_build_object('hasNextPage', count(*) > 25),
      'edges', json_agg(json_build_object('node', json_build_object('slug', slug, 'name', name, 'from', from_day)) order by name, id)
        filter (where place <= 25)))::text as j
    from (select slug, name, from_day, id, row_number() over (order by name, id) as place from committees.body
      where kind = 'task-committee' and lower(name) like '%opgaveudvalg 1%' order by name, id limit 26) b`,
}

export async function barePeer(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  const app = Fastify()
  app.post('/graphql', async (request, reply) => {
    const name = (request.body as { operationName: string }).operationName
    const { rows } = await pool.query({ name, text: statements[name]! })
    void reply.type('application/json')
    return `{"data":${rows[0].j}}`
  })
  return app
}
