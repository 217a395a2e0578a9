// Commissions: a councillor leaves. What rested on the mandate in the council ends with it, in this slice and in
// committees, although a seat on a task committee is still held.
import { day, type PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignOffice, fillSeats } from '../committees/index.js'
import { endMandate, grantMandate } from '../people/index.js'
import { seedTown } from '../seed/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { nameDrafters } from './name-drafters.js'

const today = day('2026-11-23')
let town: TestTown
let oda: PersonId, magna: PersonId, committee: string
const heard: string[] = []

beforeAll(async () => {
  town = await aTown()
  await seedTown(town.town, { today })
  oda = await personId('oda-lindskov')
  magna = await personId('magna-dyrehus')
  const [body] = await rows(
    `select o.body_id as id from committees.office o join committees.body b on b.id = o.body_id
      where o.person_id = $1 and o.kind = 'vice-chair' and b.kind = 'task-committee' and o.to_day is null`,
    [oda],
  )
  committee = body.id
  for (const kind of ['body', 'commission'] as const) town.town.bus.listen(kind, (id) => heard.push(`${kind} ${id}`))
  await end(await councilMandate(oda))
})
afterAll(() => town.close())

const rows = async (text: string, values: unknown[]): Promise<any[]> =>
  (await town.town.database.pool.query(text, values)).rows
const personId = async (slug: string): Promise<PersonId> =>
  (await rows('select id from people.person where slug = $1', [slug]))[0].id
const councilMandate = async (person: PersonId): Promise<string> => {
  const held = await rows(
    `select m.id from people.mandate m join committees.body b on b.id = m.body_id
      where m.person_id = $1 and b.kind = 'council' and people.gives_rights(m, $2)`,
    [person, today],
  )
  return held[0].id
}
const end = async (mandate: string): Promise<void> => {
  const ended = await town.act(endMandate, { mandate, on: today, because: 'Udtrådt' })
  expect(ended).toMatchObject({ ok: true })
}
const commissionOf = async (slug: string, as: PersonId | null) =>
  (
    await town.run(
      `query ($slug: String!) { commission(slug: $slug) {
         id version viewerCan drafters { name } draft { html }
         viewerCannot { act refusal { code } } body { id chair { name } viceChair { name } } } }`,
      { as, variables: { slug } },
    )
  ).data.commission

describe('a councillor who has left, with a seat on a task committee still held', () => {
  it('KO13 opens no draft and invites nobody any more', async () => {
    const { id, version, viewerCan, drafters, viewerCannot } = await commissionOf('lokal-mad', oda)
    expect(viewerCan).toEqual([])
    expect(viewerCannot).toContainEqual({ act: 'setDraftOpenness', refusal: { code: 'NOT_ALLOWED' } })
    expect(drafters.map((each: { name: string }) => each.name)).not.toContain('Oda Lindskov')
    const open = await town.run(
      'mutation ($input: SetDraftOpennessInput!) { setDraftOpenness(input: $input) { ... on Refusal { code } } }',
      { as: oda, variables: { input: { key: 'former', commission: id, version, openness: 'CLOSED' } } },
    )
    expect(open.data.setDraftOpenness).toEqual({ code: 'NOT_ALLOWED' })
  })

  it('KO11 knows of no closed draft', async () => {
    await rows("update commissions.commission set openness = 'closed' where slug = 'lokal-mad'", [])
    expect((await commissionOf('lokal-mad', magna)).draft).not.toBeNull()
    expect((await commissionOf('lokal-mad', oda)).draft).toBeNull()
  })

  it('PE9 knows the full names of no more citizens than sit beside them', async () => {
    const nameOf = async (body: string, as: PersonId) => {
      const [{ id }] = await rows(
        `select m.person_id as id from people.mandate m join people.person p on p.id = m.person_id
          where m.body_id = $1 and m.kind = 'citizen-member' and p.shown_as = 'citizen-member' limit 1`,
        [body],
      )
      const { data } = await town.run('query ($id: ID!) { node(id: $id) { ... on Person { name } } }', {
        as,
        variables: { id: `person_${id}` },
      })
      return data.node.name
    }
    const [elsewhere] = await rows(
      `select b.id from committees.body b where b.kind = 'task-committee' and b.to_day is null
          and exists (select from people.mandate m join people.person p on p.id = m.person_id
                       where m.body_id = b.id and m.kind = 'citizen-member' and p.shown_as = 'citizen-member')
          and not exists (select from people.mandate m where m.body_id = b.id and m.person_id = $1)`,
      [oda],
    )
    expect(await nameOf(elsewhere.id, magna)).not.toBe('Borgermedlem')
    expect(await nameOf(elsewhere.id, oda)).toBe('Borgermedlem')
    expect(await nameOf(committee, oda)).not.toBe('Borgermedlem')
  })

  it('CO10 holds no office, and another takes the office the same day', async () => {
    const { data } = await town.run('query ($id: ID!) { node(id: $id) { ... on Body { viceChair { name } } } }', {
      variables: { id: `body_${committee}` },
    })
    expect(data.node.viceChair).toBeNull()
    const input = { body: committee, person: oda, office: 'vice-chair', from: today } as const
    expect(await town.act(assignOffice, input)).toMatchObject({ ok: false, refusal: { code: 'NOT_A_MEMBER' } })
    const other = await personOnSeat()
    expect(await town.act(assignOffice, { ...input, person: other })).toMatchObject({ ok: true })
  })

  it('KO5 is not named as a drafter', async () => {
    const identified = "select id, version from commissions.commission where state = 'identified' limit 1"
    const [commission] = await rows(identified, [])
    const named = await town.act(nameDrafters, {
      commission: commission.id,
      version: commission.version,
      persons: [oda, magna],
      from: today,
    })
    expect(named).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_OFFICE_THEN' } })
  })

  it('leaves the seat with the mandate of the seat, and another is seated the same day', async () => {
    const [seat] = await rows(
      `select s.number, m.id as mandate from committees.seating g join committees.seat s on s.id = g.seat_id
         join people.mandate m on m.id = g.mandate_id where s.body_id = $1 and m.person_id = $2`,
      [committee, oda],
    )
    await end(seat.mandate)
    const granted = await town.act(grantMandate, {
      person: await spareCouncillor(),
      kind: 'council-member',
      body: committee,
      commission: null,
      from: today,
      to: null,
    })
    const mandate = granted.ok ? granted.value.mandate : ''
    const input = { body: committee, from: today, seats: [{ number: seat.number, mandate }] }
    expect(await town.act(fillSeats, input)).toMatchObject({ ok: true })
    const { data } = await town.run(
      'query ($id: ID!) { node(id: $id) { ... on Body { seats { number holder { id } } } } }',
      { variables: { id: `body_${committee}` } },
    )
    const holder = data.node.seats.find((each: { number: number }) => each.number === seat.number).holder
    expect(holder.id).toBe(`mandate_${mandate}`)
  })

  it('is told to whoever listens to the places', async () => {
    await expect.poll(() => heard).toContain(`body ${committee}`)
    const [{ id }] = await rows("select id from commissions.commission where slug = 'lokal-mad'", [])
    expect(heard).toContain(`commission ${id}`)
  })
})

/** A council member on the same committee without an office there. */
async function personOnSeat(): Promise<PersonId> {
  const found = await rows(
    `select m.person_id as id from people.mandate m
      where m.body_id = $1 and m.kind = 'council-member' and people.gives_rights(m, $2) and m.person_id <> $3
        and not exists (select from committees.office o where o.body_id = $1 and o.person_id = m.person_id)`,
    [committee, today, oda],
  )
  return found[0].id
}

/** A council member who does not sit on it. */
async function spareCouncillor(): Promise<PersonId> {
  const found = await rows(
    `select m.person_id as id from people.mandate m join committees.body b on b.id = m.body_id and b.kind = 'council'
      where people.gives_rights(m, $2) and not exists
        (select from people.mandate s where s.person_id = m.person_id and s.body_id = $1)`,
    [committee, today],
  )
  return found[0].id
}
