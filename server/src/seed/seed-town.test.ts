// Seed: the demonstration town as the public and its people see it, on the day of the worked example and on others.
import { day, type LocalDate, type PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyTrail } from '../platform/audit.js'
import { aTown, type TestTown } from '../testing/town.js'
import { seedTown } from './index.js'

const today = day('2027-04-26')
let town: TestTown
const personOf = async (slug: string): Promise<PersonId> =>
  (await town.town.database.pool.query('select id from people.person where slug = $1', [slug])).rows[0].id

beforeAll(async () => {
  town = await aTown()
  town.clock.set(Date.parse('2027-04-26T10:00:00Z'))
  await seedTown(town.town, { today })
})
afterAll(() => town.close())

describe('the town', () => {
  it('is laid in once, and its trail holds together', async () => {
    expect(await seedTown(town.town, { today })).toBe(0)
    expect(await verifyTrail(town.town.database.pool)).toBeNull()
  })

  it('has a council of 19 in seven lists, a finance committee of 9, seven standing committees', async () => {
    const { data, errors } = await town.run(`{
      council: body(slug: "kommunalbestyrelsen") { chair { name } seats { holder { person { name group { slug } } } } }
      finance: body(slug: "oekonomiudvalget") { chair { name } memberships(first: 20) { totalCount } }
      standing: bodies(filter: { kinds: [STANDING_COMMITTEE] }) { totalCount nodes { name chair { name } } }
    }`)
    expect(errors).toEqual([])
    const groups = new Map<string, number>()
    for (const { holder } of data.council.seats) {
      groups.set(holder.person.group.slug, (groups.get(holder.person.group.slug) ?? 0) + 1)
    }
    expect([...groups].sort()).toEqual([10, 3, 2, 1, 1, 1, 1].map((seats, at) => [`liste-${at + 1}`, seats]))
    expect(data.council.chair.name).toBe('Agnete Rosenlind')
    expect(data.finance).toEqual({ chair: { name: 'Agnete Rosenlind' }, memberships: { totalCount: 9 } })
    expect(data.standing.totalCount).toBe(7)
  })

  it('has one committee in each of the ten states, with as many entries as it took', async () => {
    const as = await personOf('oda-lindskov')
    const { data } = await town.run(
      '{ commissions(first: 60) { nodes { slug state sources { title } stages { reachedOn times } } } }',
      { as },
    )
    const running = data.commissions.nodes.filter((node: any) => node.sources.length === 0)
    expect(Object.fromEntries(running.map((node: any) => [node.slug, node.state]))).toEqual({
      'vand-i-gaden': 'IDENTIFIED',
      'lokal-mad': 'FORMULATING',
      'kultur-i-kvarteret': 'AT_JOINT_MEETING',
      'hjaelp-til-det-digitale': 'ESTABLISHED',
      'naboskab-i-bydelen': 'RECRUITING',
      'frivillige-haender': 'APPOINTED',
      'en-ung-politik-naeste-kapitel': 'WORKING',
      'groenne-veje': 'WORKING',
      'aeldre-i-faellesskab': 'RESULT_AT_JOINT_MEETING',
      'liv-i-biblioteket': 'ADOPTED',
      'lys-og-moerke-i-byen': 'HANDED_OVER',
    })
    const stages = (slug: string) => running.find((node: any) => node.slug === slug).stages
    const reached = stages('en-ung-politik-naeste-kapitel').map((stage: any) => stage.reachedOn)
    expect(reached.slice(1, 7)).toEqual([
      '2026-09-28',
      '2026-11-30',
      '2027-01-25',
      '2027-01-26',
      '2027-02-22',
      '2027-03-10',
    ])
    expect(
      stages('kultur-i-kvarteret')
        .slice(0, 4)
        .map((stage: any) => stage.times),
    ).toEqual([1, 2, 2, 0])
    expect(stages('lys-og-moerke-i-byen').map((stage: any) => stage.times)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 1])
  })

  it('keeps both slides of task committees, with their disagreement, without owners', async () => {
    const query = `{ bodies(first: 40, filter: { kinds: [TASK_COMMITTEE], status: CLOSED }) { totalCount nodes {
      name from periodNote ownersNote owners { id } sources { place note } } }
      mit: body(slug: "mit-campus") { commission { state stages { state evidence { source { title } } } } } }`
    const { data } = await town.run(query, { as: await personOf('oda-lindskov') })
    expect(data.bodies.totalCount).toBe(27)
    for (const node of data.bodies.nodes) {
      expect(node.owners).toEqual([])
      expect(node.ownersNote).toContain('ukendt')
      expect(node.from).toBeNull()
    }
    const health = data.bodies.nodes.find((node: any) => node.name === 'Ny sundhedspolitik')
    expect(health.sources[1].note).toContain('siger kilden ikke')
    expect(data.mit.commission.state).toBe('DISSOLVED')
    expect(data.mit.commission.stages.at(-1).evidence[0].source.title).toContain('ikke på listen over 25')
  })

  it('shows every number, rule and sentence of the presentation with its source', async () => {
    const { data, errors } = await town.run(
      `{ municipality { name question demo figures { label value source { title } } districts { slug } administrativeAreas { slug bodies { name } }
        rules { key validFrom } old: rules(on: "2016-01-01") { key } statutes { paragraphs { anchor } } evaluationFigures { percent group } leftOut { what } } }`,
      { language: 'en', as: await personOf('oda-lindskov') },
    )
    expect(errors).toEqual([])
    const { municipality } = data
    expect(municipality.question).toBe('Hvad vil vi med vores kommune?')
    expect(municipality.figures[0]).toMatchObject({ label: 'residents', value: '75,800' })
    expect([
      municipality.districts.length,
      municipality.administrativeAreas.length,
      municipality.evaluationFigures.length,
    ]).toEqual([7, 10, 5])
    expect(municipality.administrativeAreas.every((area: any) => area.bodies.length > 0)).toBe(true)
    expect(municipality.rules.length - municipality.old.length).toBe(4)
  })
})

describe('the demo’s own test cases', () => {
  it('eleven citizens; two owner committees; names that are hard to write, and the same name twice', async () => {
    const { rows } = await town.town.database.pool.query(
      `select count(*)::int as n, count(distinct person_id)::int as persons from people.mandate m join committees.body b on b.id = m.body_id
        where b.slug = 'groenne-veje' and m.kind = 'citizen-member'`,
    )
    expect(rows[0]).toEqual({ n: 11, persons: 11 })
    const { data } = await town.run('{ body(slug: "aeldre-i-faellesskab") { owners { slug } } }')
    expect(data.body.owners.map((owner: any) => owner.slug)).toEqual([
      'aeldre-social-og-sundhed',
      'kultur-unge-og-fritid',
    ])
    const names = await town.town.database.pool.query(
      `select name, count(*)::int as n from people.person where name in ('Asta Ærøborg', 'Dagmar O''Brinck') group by name order by name`,
    )
    expect(names.rows).toEqual([
      { name: 'Asta Ærøborg', n: 2 },
      { name: "Dagmar O'Brinck", n: 1 },
    ])
  })

  it('a joint meeting moved because of Easter', async () => {
    const { data } = await town.run('{ body(slug: "skole") { meetings(first: 50) { nodes { kind startsAt } } } }')
    const joint = data.body.meetings.nodes
      .filter((node: any) => node.kind === 'JOINT')
      .map((node: any) => node.startsAt)
    expect(joint).toContain('2027-03-30T18:00:00Z')
    expect(joint.some((at: string) => at.startsWith('2027-03-29'))).toBe(false)
  })

  it('an applicant of 13 whose guardian said yes', async () => {
    const { rows } = await town.town.database.pool.query(
      `select p.name from committees.guardian_yes g join people.mandate m on m.id = g.mandate_id join people.person p on p.id = m.person_id order by 1`,
    )
    expect(rows.map((row) => row.name)).toEqual(['Alva Nørreby', 'Isak Bremerholt'])
  })

  it('citizens stand as "borgermedlem" unless they said yes, and by first name under 18; inside by name', async () => {
    const names = async (as: PersonId | null): Promise<string[]> => {
      const { data } = await town.run(
        '{ body(slug: "en-ung-politik-naeste-kapitel") { memberships(kinds: [CITIZEN_MEMBER]) { nodes { person { name slug } } } } }',
        { as },
      )
      return data.body.memberships.nodes.map((node: any) => node.person.name)
    }
    const shown = ['Benjamin', 'Carmen', 'Freja Mai Sundgaard', 'Gustav Tinghøj', 'Johanne Kildevang']
    const outside = await names(null)
    expect(outside.filter((name) => name !== 'Borgermedlem').sort()).toEqual(shown)
    expect(outside.length).toBe(10)
    expect(await names(await personOf('ebbe-kragelundby'))).toEqual(outside)
    expect(await names(await personOf('alva-noerreby'))).toContain('Isak Bremerholt')
  })
})

describe('another day', () => {
  it('a seed that was cut off goes on where it stopped, for the day it was begun for', async () => {
    const other = await aTown()
    try {
      let left = 300
      const cut = {
        ...other.town.database,
        transaction: (work: never) =>
          left-- > 0 ? other.town.database.transaction(work) : Promise.reject(new Error('cut off')),
      }
      await expect(seedTown({ ...other.town, database: cut as never }, { today })).rejects.toThrow('cut off')
      await seedTown(other.town, { today: day('2028-01-01') })
      const keys = await other.town.database.pool.query(
        'select count(*)::int as n, count(distinct (actor, key))::int as keys from audit.entry',
      )
      const whole = await town.town.database.pool.query('select count(*)::int as n from audit.entry')
      expect(keys.rows[0]).toEqual({ n: whole.rows[0].n, keys: whole.rows[0].n })
    } finally {
      await other.close()
    }
  })

  // The first day that the calendar promises, and one in the last days of a term.
  it.each(['2026-09-01', '2029-12-31'])('the town of %s can be laid in', async (date) => {
    const other = await aTown()
    try {
      other.clock.set(Date.parse(`${date}T10:00:00Z`))
      expect(await seedTown(other.town, { today: date as LocalDate })).toBeGreaterThan(400)
      const { data } = await other.run(
        '{ commission(slug: "en-ung-politik-naeste-kapitel") { state draft { versionName html } } }',
      )
      expect(data.commission).toMatchObject({ state: 'WORKING', draft: { versionName: '1.0' } })
      expect(data.commission.draft.html).toContain('højst otte indsatser')
    } finally {
      await other.close()
    }
  })
})
