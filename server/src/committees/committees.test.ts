// Committees: bodies come and go by acts, through a real database, and are read through real GraphQL.
import { statusOn } from '@faellesrum/schema/committees'
import { addDays, day, type LocalDate, type PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantMandate } from '../people/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { aBody, emptyBody } from '../testing/bodies.js'
import { assignOffice, closeBody, fillSeats, recordBody } from './index.js'

let town: TestTown
let kb: string, skole: string, kultur: string, task: string
let agnete: PersonId, oda: PersonId, alva: PersonId, yasmin: PersonId

const seats = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ number: at + 1, kind: 'council-member' as const, profile: null }))

beforeAll(async () => {
  town = await aTown()
  yasmin = await town.person('Yasmin Pihlkjær', 'administration')
  kb = await aBody(town, { slug: 'kommunalbestyrelsen', kind: 'council', name: 'Kommunalbestyrelsen', seats: seats(19) })
  skole = await aBody(town, { slug: 'skole', kind: 'standing-committee', name: 'Skoleudvalget', owners: [kb] })
  kultur = await aBody(town, { slug: 'kultur', kind: 'standing-committee', name: 'Kulturudvalget', owners: [kb] })
  task = await aBody(town, {
    slug: 'ung',
    kind: 'task-committee',
    name: 'Ung politik',
    owners: [kultur, skole],
    seats: [
      { number: 1, kind: 'council-member', profile: null },
      { number: 2, kind: 'citizen-member', profile: '13-15 år' },
    ],
  })
  agnete = await town.person('Agnete Rosenlind', { kind: 'council-member', body: kb })
  oda = await town.person('Oda Lindskov', { kind: 'council-member', body: kb }, { kind: 'council-member', body: task })
  alva = await town.person('Alva Nørreby', { kind: 'citizen-member', body: task })
})
afterAll(() => town.close())

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'yes' : verdict.refusal!.code)
const mandateOf = async (person: PersonId, body: string): Promise<string> =>
  (await town.viewer(person))!.mandates.find((held) => held.body === body)!.id

describe('a body', () => {
  it('CO3 answers its owners in order, and its owners answer it', async () => {
    const { data, errors } = await town.run(`{
      body(slug: "ung") { kind status name owners { slug } ownersNote }
      skole: body(slug: "skole") { owned { totalCount nodes { slug } } closed: owned(status: CLOSED) { totalCount } }
    }`)
    expect(errors).toEqual([])
    expect(data.body).toEqual({
      kind: 'TASK_COMMITTEE',
      status: 'ACTIVE',
      name: 'Ung politik',
      owners: [{ slug: 'kultur' }, { slug: 'skole' }],
      ownersNote: null,
    })
    expect(data.skole).toEqual({ owned: { totalCount: 1, nodes: [{ slug: 'ung' }] }, closed: { totalCount: 0 } })
  })

  const past = { from: day('2010-01-01'), to: day('2013-12-31') }

  it.each<[string, Parameters<typeof aBody>[1]['kind'], () => Partial<Parameters<typeof aBody>[1]>, string]>([
    ['CO1 a council beside the one there is', 'council', () => ({}), 'ALREADY_SO'],
    ['CO1 a council that overlaps it by a day', 'council', () => ({ ...past, to: day('2026-01-01') }), 'ALREADY_SO'],
    ['CO1 a council under a council', 'council', () => ({ ...past, owners: [kb] }), 'WRONG_KIND'],
    ['CO2 a standing committee of nobody', 'standing-committee', () => ({}), 'OUT_OF_RANGE'],
    ['CO3 a task committee straight under the council', 'task-committee', () => ({ owners: [kb] }), 'WRONG_KIND'],
    ['CO4 a working group of two', 'working-group', () => ({ owners: [task, task] }), 'OUT_OF_RANGE'],
    ['CO7 a council of an even number', 'council', () => ({ ...past, seats: seats(18) }), 'OUT_OF_RANGE'],
    ['CO8 a finance committee of over half', 'finance-committee', () => ({ owners: [kb], seats: seats(11) }), 'OUT_OF_RANGE'],
  ])('%s is refused, and nothing is written', async (_title, kind, rest, code) => {
    await expect(aBody(town, { slug: 'wrong', kind, name: 'Wrong', ...rest() })).rejects.toThrow(code)
    expect((await town.run('{ body(slug: "wrong") { id } }')).data.body).toBeNull()
  })

  it('CO1, CO7, CO8 a council of the past and a finance committee of nine have their place', async () => {
    await aBody(town, { slug: 'forrige', kind: 'council', name: 'Den forrige', ...past, seats: seats(17) })
    await aBody(town, { slug: 'oekonomi', kind: 'finance-committee', name: 'Økonomi', owners: [kb], seats: seats(9) })
    expect((await town.run('{ body(slug: "forrige") { status } }')).data.body.status).toBe('CLOSED')
  })

  it('is found by its id, in lists, by kind, by name, by owner', async () => {
    const { data } = await town.run(
      `query ($owner: ID!) {
        tasks: bodies(filter: { kinds: [TASK_COMMITTEE] }) { nodes { slug } }
        named: bodies(filter: { search: "KULTUR" }) { nodes { slug } }
        owned: bodies(filter: { owner: $owner }) { totalCount }
        ordered: bodies(orderBy: NAME) { nodes { name } }
      }`,
      { variables: { owner: `body_${skole}` } },
    )
    expect(data.tasks.nodes).toEqual([{ slug: 'ung' }])
    expect(data.named.nodes).toEqual([{ slug: 'kultur' }])
    expect(data.owned.totalCount).toBe(1)
    const names = data.ordered.nodes.map((node: { name: string }) => node.name)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'da')))
    const node = await town.run('query ($id: ID!) { node(id: $id) { id ... on Body { slug } } }', {
      variables: { id: `body_${task}` },
    })
    expect(node.data.node).toEqual({ id: `body_${task}`, slug: 'ung' })
  })

  it('is recorded by the administration and by nobody else', async () => {
    const input = { ...emptyBody, slug: 'ny', kind: 'standing-committee' as const, name: 'Ny', owners: [kb] }
    const as = async (person: PersonId) => ({ kind: 'person' as const, ...(await town.viewer(person))! })
    expect(codeOf(await town.act(recordBody, input, await as(oda)))).toBe('NOT_ALLOWED')
    expect(codeOf(await town.act(recordBody, input, { kind: 'nobody' }))).toBe('NOT_SIGNED_IN')
    expect(codeOf(await town.act(recordBody, input, await as(yasmin)))).toBe('yes')
    expect(codeOf(await town.act(recordBody, input, await as(yasmin)))).toBe('ALREADY_SO')
  })

  it('CO14 has the status that the rule says, on every side of its days', async () => {
    const today = day('2026-11-23')
    const days: [LocalDate | null, LocalDate | null, string | null][] = [-1, 0, 1].flatMap((from) =>
      [null, -1, 0, 1]
        .filter((to) => to === null || to >= from)
        .flatMap((to) =>
          [null, 'løst'].map((because): [LocalDate | null, LocalDate | null, string | null] => [
            addDays(today, from),
            to === null ? null : addDays(today, to),
            because,
          ]),
        ),
    )
    for (const [index, [from, to, closedBecause]] of [
      ...days,
      [null, null, 'kilden'] as const,
      [null, null, null] as const,
    ].entries()) {
      const slug = `dage-${index}`
      await aBody(town, { slug, kind: 'standing-committee', name: slug, owners: [kb], from, to, closedBecause })
      const { data } = await town.run('query ($slug: String!) { body(slug: $slug) { status } }', {
        variables: { slug },
      })
      expect(data.body.status.toLowerCase(), JSON.stringify([from, to, closedBecause])).toBe(
        statusOn({ from, to, closedBecause }, today),
      )
    }
  })
})

describe('offices and seats', () => {
  it('CO9, CO10, CO11 go to whom the rules allow', async () => {
    const ask = async (person: PersonId, body: string, office: 'mayor' | 'chair' | 'vice-chair' | 'clerk') =>
      codeOf(await town.act(assignOffice, { body, person, office, from: day('2026-02-01') }))
    expect(await ask(agnete, kb, 'mayor')).toBe('yes')
    expect(await ask(alva, task, 'chair')).toBe('NOT_A_MEMBER')
    expect(await ask(agnete, task, 'chair')).toBe('NOT_A_MEMBER')
    expect(await ask(oda, task, 'chair')).toBe('yes')
    expect(await ask(oda, task, 'vice-chair')).toBe('NOT_ALLOWED')
    expect(await ask(yasmin, task, 'clerk')).toBe('yes')
    const { data } = await town.run(
      '{ council: body(slug: "kommunalbestyrelsen") { chair { name } } body(slug: "ung") { chair { name } viceChair { name } clerks { name } } }',
    )
    expect(data.council.chair.name).toBe('Agnete Rosenlind')
    expect(data.body).toEqual({
      chair: { name: 'Oda Lindskov' },
      viceChair: null,
      clerks: [{ name: 'Yasmin Pihlkjær' }],
    })
  })

  it('CO10, CO11 are of one person also where another begins later: an office is given without an end', async () => {
    const later = await aBody(town, { slug: 'senere', kind: 'task-committee', name: 'Senere', owners: [skole] })
    const [first, second] = await Promise.all(
      ['Nanna Kvist', 'Otto Rask'].map((name) =>
        town.person(name, { kind: 'council-member', body: kb }, { kind: 'council-member', body: later }),
      ),
    )
    const ask = async (person: PersonId, office: 'chair' | 'vice-chair' | 'mayor', from: string, body = later) =>
      codeOf(await town.act(assignOffice, { body, person, office, from: day(from) }))
    expect(await ask(first!, 'chair', '2026-03-01')).toBe('yes')
    expect(await ask(second!, 'chair', '2026-02-01')).toBe('ALREADY_SO')
    expect(await ask(first!, 'vice-chair', '2026-02-01')).toBe('NOT_ALLOWED')
    expect(await ask(second!, 'vice-chair', '2026-02-01')).toBe('yes')
    expect(await ask(second!, 'mayor', '2026-01-15', kb)).toBe('ALREADY_SO')
  })

  it('are filled by mandates of their kind in that body, once', async () => {
    const fill = async (number: number, mandate: string) =>
      codeOf(await town.act(fillSeats, { body: task, from: day('2026-02-01'), seats: [{ number, mandate }] }))
    expect(await fill(1, await mandateOf(alva, task))).toBe('SEATS_DISAGREE')
    expect(await fill(1, await mandateOf(oda, kb))).toBe('SEATS_DISAGREE')
    expect(await fill(3, await mandateOf(oda, task))).toBe('NOT_FOUND')
    expect(await fill(1, await mandateOf(oda, task))).toBe('yes')
    expect(await fill(1, await mandateOf(oda, task))).toBe('ALREADY_SO')
    expect(await fill(2, await mandateOf(alva, task))).toBe('yes')
    const held = '{ body(slug: "ung") { seats { number kind profile holder { person { name } offices { kind } } } } }'
    expect((await town.run(held)).data.body.seats).toEqual([
      {
        number: 1,
        kind: 'COUNCIL_MEMBER',
        profile: null,
        holder: { person: { name: 'Oda Lindskov' }, offices: [{ kind: 'CHAIR' }] },
      },
      {
        number: 2,
        kind: 'CITIZEN_MEMBER',
        profile: '13-15 år',
        holder: { person: { name: 'Borgermedlem' }, offices: [] },
      },
    ])
  })

  it('shows members by kind, on a day, and never tells a private name by the order or a cursor', async () => {
    const members = `{ body(slug: "ung") {
      now: memberships { edges { cursor node { kind body { slug } } } } before: memberships(on: "2025-12-31") { totalCount }
      citizens: memberships(kinds: [CITIZEN_MEMBER]) { nodes { person { name } } } } }`
    const { data } = await town.run(members)
    expect(data.body.now.edges.map((edge: any) => edge.node.kind)).toEqual(['COUNCIL_MEMBER', 'CITIZEN_MEMBER'])
    for (const { cursor } of data.body.now.edges)
      expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/Alva|Oda/)
    expect(data.body.before.totalCount).toBe(0)
    expect(data.body.citizens.nodes).toEqual([{ person: { name: 'Borgermedlem' } }])
  })
})

describe('the end of a body', () => {
  it('CO13 has a reason, is on record in both languages, and leaves its last members to be seen', async () => {
    const over = await aBody(town, {
      slug: 'over',
      kind: 'task-committee',
      name: 'Over',
      owners: [skole],
      from: day('2026-01-01'),
    })
    await town.act(grantMandate, {
      person: oda,
      kind: 'council-member',
      body: over,
      commission: null,
      from: day('2026-01-01'),
      to: day('2026-06-30'),
    })
    expect(codeOf(await town.act(closeBody, { body: over, to: day('2026-06-30'), because: '' }))).toBe(
      'EVIDENCE_MISSING',
    )
    expect(codeOf(await town.act(closeBody, { body: over, to: day('2026-06-30'), because: 'Opgaven er løst' }))).toBe(
      'yes',
    )
    const query =
      '{ body(slug: "over") { status closedBecause memberships { totalCount } history { act sentence by { name } } } }'
    const danish = (await town.run(query)).data.body
    expect(danish).toMatchObject({ status: 'CLOSED', closedBecause: 'Opgaven er løst', memberships: { totalCount: 1 } })
    expect(danish.history.map((entry: any) => entry.sentence)).toEqual([
      'Lukket 30. juni 2026: Opgaven er løst',
      'Udvalget er indført',
    ])
    const english = (await town.run(query, { language: 'en' })).data.body
    expect(english.history[0].sentence).toBe('Closed 30 June 2026: Opgaven er løst')
  })
})

describe('what the viewer may do', () => {
  it('travels with the body, with the refusal for what they may not', async () => {
    const query = '{ body(slug: "ung") { viewerCan viewerCannot { act refusal { code message } } } }'
    const codes = async (as: PersonId | null) => {
      const { viewerCan, viewerCannot } = (await town.run(query, { as })).data.body
      return [viewerCan, viewerCannot.map((each: any) => each.refusal.code)]
    }
    expect(await codes(yasmin)).toEqual([['grantMandate', 'invitePerson'], []])
    expect(await codes(oda)).toEqual([[], ['NOT_ALLOWED', 'NOT_ALLOWED']])
    expect(await codes(null)).toEqual([[], ['NOT_SIGNED_IN', 'NOT_SIGNED_IN']])
  })
})

describe('how it is read', () => {
  it('takes as many statements for two bodies as for twenty', async () => {
    const page = (first: number) => `{ bodies(first: ${first}) { totalCount nodes {
      name chair { name } owners { name } clerks { name } seats { holder { person { name } } } sources { title }
      memberships(first: 1) { totalCount nodes { person { name group { name } } } } meetings(first: 1) { totalCount } history { sentence } } } }`
    // Every statement takes a connection of the pool for itself, those that the reader does not send too.
    let taken = 0
    town.town.database.pool.on('acquire', () => taken++)
    const statementsOf = async (first: number) => {
      const before = taken
      const { data, errors } = await town.run(page(first), { as: yasmin })
      expect(errors).toEqual([])
      expect(data.bodies.nodes.length).toBe(first)
      return taken - before
    }
    await statementsOf(2)
    expect(await statementsOf(20)).toBe(await statementsOf(2))
  })

  it('reads what rows point at in the statement of the rows, in their order, and nothing where nothing is', async () => {
    const seen = await town.run('{ bodies(first: 50) { nodes { name chair { name group { name } } } } }', { as: yasmin })
    expect(seen.errors).toEqual([])
    expect(seen.statements).toBe(1)
    const nodes: { name: string; chair: { name: string; group: unknown } | null }[] = seen.data.bodies.nodes
    const plain = await town.run('{ bodies(first: 50) { nodes { name } } }', { as: yasmin })
    expect(nodes.map(({ name }) => name)).toEqual(plain.data.bodies.nodes.map(({ name }: { name: string }) => name))
    expect(nodes.some(({ chair }) => chair === null)).toBe(true)
    for (const { name, chair } of nodes) {
      const alone = await town.run(`{ bodies(filter: { search: "${name}" }) { nodes { name chair { name group { name } } } } }`, {
        as: yasmin,
      })
      expect(alone.data.bodies.nodes.find((node: { name: string }) => node.name === name).chair).toEqual(chair)
    }
  })
})
