// Commissions: what entering a state from minutes does to the body and the text: one is set up or closed, once, and only
// where the commission is not one of the past that has its body already.
import { createHash } from 'node:crypto'
import type { CommissionState } from '@faellesrum/schema/commissions'
import { beginDraft, canonicalize, type DraftJson, type DraftNode } from '@faellesrum/schema/drafts'
import { day, type LocalDate, type PersonId } from '@faellesrum/schema/kernel'
import type { MeetingKind } from '@faellesrum/schema/meetings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignOffice, fillSeats } from '../committees/index.js'
import { recordMeeting } from '../meetings/index.js'
import { grantMandate } from '../people/index.js'
import { aBody } from '../testing/bodies.js'
import { aTown, type TestTown } from '../testing/town.js'
import { beginText, recordFromMinutes, recordNeed } from './index.js'

let town: TestTown
let kb: string, skole: string, kultur: string
let oda: PersonId, alva: PersonId

beforeAll(async () => {
  town = await aTown()
  kb = await aBody(town, { slug: 'kommunalbestyrelsen', kind: 'council', name: 'Kommunalbestyrelsen' })
  skole = await aBody(town, { slug: 'skole', kind: 'standing-committee', name: 'Skoleudvalget', owners: [kb] })
  kultur = await aBody(town, { slug: 'kultur', kind: 'standing-committee', name: 'Kulturudvalget', owners: [kb] })
  oda = await town.person('Oda Lindskov', { kind: 'council-member', body: kb })
  alva = await town.person('Alva Nørreby')
})
afterAll(() => town.close())

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'yes' : verdict.refusal!.code)

/** A task committee that stands, with a politician who chairs it and a citizen, both in their seats. */
async function aCommittee(slug: string): Promise<string> {
  const body = await aBody(town, {
    slug,
    kind: 'task-committee',
    name: slug,
    owners: [skole],
    seats: [
      { number: 1, kind: 'council-member', profile: null },
      { number: 2, kind: 'citizen-member', profile: null },
    ],
  })
  const seats: { number: number; mandate: string }[] = []
  for (const [person, kind] of [
    [oda, 'council-member'],
    [alva, 'citizen-member'],
  ] as const) {
    const days = { from: day('2026-01-01'), to: null }
    const made = await town.act(grantMandate, { person, kind, body, commission: null, ...days })
    seats.push({ number: seats.length + 1, mandate: (made as { value: { mandate: string } }).value.mandate })
  }
  expect(codeOf(await town.act(fillSeats, { body, from: day('2026-02-01'), seats }))).toBe('yes')
  const office = { body, person: oda, office: 'chair' as const, from: day('2026-02-01') }
  expect(codeOf(await town.act(assignOffice, office))).toBe('yes')
  return body
}

/** A commission of the past. */
async function ofThePast(
  slug: string,
  body: string | null,
  seatPlan: [number, number] | null = null,
  owners = [skole],
): Promise<string> {
  const made = await town.act(recordNeed, {
    slug,
    name: slug,
    question: null,
    owners,
    fromSource: true,
    body,
    seatPlan: seatPlan && { politicians: seatPlan[0], citizens: seatPlan[1], note: null, profiles: [] },
    planned: [],
    sources: [],
  })
  return (made as { value: { commission: string } }).value.commission
}

const withText = (commission: string) =>
  town.act(beginText, { commission, title: 'Tekst', sections: {}, writers: {}, versionName: null })

const versions = new Map<string, number>()
async function enter(
  commission: string,
  state: CommissionState,
  on: LocalDate,
  said: { body?: string; meeting?: string } = {},
): Promise<string> {
  const version = versions.get(commission) ?? 1
  const input = { commission, version, state, on, body: said.body ?? null, meeting: said.meeting ?? null }
  const verdict = await town.act(recordFromMinutes, { ...input, source: 'Referat, punkt 3' })
  if (verdict.ok) versions.set(commission, verdict.value.version)
  return codeOf(verdict)
}

const theCouncilMeets = (on: LocalDate): Promise<string> => aMeeting('ordinary-council', kb, on)

async function aMeeting(kind: MeetingKind, body: string, on: LocalDate): Promise<string> {
  const input = { kind, title: 'Møde', startsAt: `${on}T17:00:00Z`, place: null, bodies: [body] }
  return ((await town.act(recordMeeting, input)) as { value: { meeting: string } }).value.meeting
}

const seen = async (slug: string) =>
  (await town.run('query ($slug: String!) { commission(slug: $slug) { state body { slug seats { number } } } }', {
    variables: { slug },
  })).data.commission

const stateOfRoom = async (commission: string) => {
  const { rows } = await town.town.database.pool.query(
    `select r.state, d.version_name as version from commissions.commission c join drafts.draft d on d.id = c.draft_id
       join collab.room r on r.name = d.room where c.id = $1`,
    [commission],
  )
  return rows[0]
}

describe('a dissolved commission', () => {
  it('KO14 closes its body, ends the mandates, offices and seatings there, and shows their holders out', async () => {
    const body = await aCommittee('oploeses')
    const commission = await ofThePast('opgaven-er-loest', body)
    expect(await enter(commission, 'handed-over', day('2026-06-01'))).toBe('yes')
    const pool = town.town.database.pool
    const before = (await pool.query('select coalesce(max(id), 0) as id from rooms.notice')).rows[0].id
    expect(await enter(commission, 'dissolved', day('2026-11-20'))).toBe('yes')

    const { data } = await town.run(`{ body(slug: "oploeses") { status to closedBecause chair { name }
      memberships { nodes { kind to } } seats { holder { kind } } } }`)
    expect(data.body).toEqual({
      status: 'CLOSED',
      to: '2026-11-20',
      closedBecause: 'Opgaveudvalget er opløst (Referat, punkt 3)',
      // As they were on its last day.
      chair: { name: 'Oda Lindskov' },
      memberships: {
        nodes: [
          { kind: 'COUNCIL_MEMBER', to: '2026-11-20' },
          { kind: 'CITIZEN_MEMBER', to: '2026-11-20' },
        ],
      },
      seats: [{ holder: { kind: 'COUNCIL_MEMBER' } }, { holder: { kind: 'CITIZEN_MEMBER' } }],
    })
    for (const person of [oda, alva])
      expect((await town.viewer(person))!.mandates.filter((held) => held.body === body)).toEqual([])
    expect((await town.viewer(oda))!.mandates.map((held) => held.body)).toEqual([kb])
    const open = await pool.query(
      `select 'office' from committees.office where body_id = $1 and to_day is null
        union all select 'seating' from committees.seating g join committees.seat s on s.id = g.seat_id
        where s.body_id = $1 and g.to_day is null`,
      [body],
    )
    expect(open.rows).toEqual([])
    const { rows } = await pool.query(
      "select notice->>'kind' as kind, notice->>'person' as person from rooms.notice where id > $1 order by 2",
      [before],
    )
    expect(rows).toEqual([oda, alva].sort().map((person) => ({ kind: 'ended', person })))
    const again = { body, person: oda, office: 'vice-chair' as const, from: day('2026-11-23') }
    expect(codeOf(await town.act(assignOffice, again))).toBe('WRONG_STATE')
  })

  it('KO14 is not dissolved before its body began, and a body that is closed already stays as it was', async () => {
    const late = await aBody(town, {
      slug: 'sent',
      kind: 'task-committee',
      name: 'Sent',
      owners: [skole],
      from: day('2026-10-01'),
    })
    const commission = await ofThePast('sent-begyndt', late)
    expect(await enter(commission, 'dissolved', day('2026-09-30'))).toBe('DATES_REVERSED')
    const closed = await aBody(town, {
      slug: 'lukket',
      kind: 'task-committee',
      name: 'Lukket',
      owners: [skole],
      from: null,
      closedBecause: 'Står så i kilden',
    })
    expect(await enter(await ofThePast('laengst-lukket', closed), 'dissolved', day('2026-09-30'))).toBe('yes')
    const { data } = await town.run('{ body(slug: "lukket") { to closedBecause } }')
    expect(data.body).toEqual({ to: null, closedBecause: 'Står så i kilden' })
  })
})

describe('a commission of the past', () => {
  it.each([
    ['without a seat plan', null],
    ['with one', [5, 10] as [number, number]],
  ])('KO8 enters `established` first, %s, and keeps the body that is on record', async (name, plan) => {
    const slug = `nedsat-${name.replaceAll(' ', '-')}`
    const commission = await ofThePast(slug, await aCommittee(slug), plan)
    expect(await enter(commission, 'established', day('2026-06-01'))).toBe('yes')
    expect(await seen(slug)).toEqual({ state: 'ESTABLISHED', body: { slug, seats: [{ number: 1 }, { number: 2 }] } })
  })

  it('KO8 has no body where none is on record', async () => {
    const commission = await ofThePast('uden-udvalg', null, [5, 10])
    expect(await enter(commission, 'established', day('2026-06-01'))).toBe('yes')
    expect(await seen('uden-udvalg')).toEqual({ state: 'ESTABLISHED', body: null })
  })

  it('KO7 established along the edge later keeps its body too, and its text is sealed', async () => {
    const commission = await ofThePast('senere-nedsat', await aCommittee('senere'), [1, 1])
    expect(codeOf(await withText(commission))).toBe('yes')
    expect(await enter(commission, 'at-joint-meeting', day('2026-06-01'))).toBe('yes')
    expect(await stateOfRoom(commission)).toEqual({ state: 'open', version: null })
    const meeting = await theCouncilMeets(day('2026-06-29'))
    expect(await enter(commission, 'established', day('2026-06-29'), { body: kb, meeting })).toBe('yes')
    expect((await seen('senere-nedsat')).body).toEqual({ slug: 'senere', seats: [{ number: 1 }, { number: 2 }] })
    expect(await stateOfRoom(commission)).toEqual({ state: 'sealed', version: '1.0' })
  })

  it('KO12 whose first state is after adoption has a sealed text', async () => {
    const commission = await ofThePast('med-tekst', await aCommittee('med-tekst'))
    expect(codeOf(await withText(commission))).toBe('yes')
    expect(await enter(commission, 'working', day('2026-06-01'))).toBe('yes')
    expect(await stateOfRoom(commission)).toEqual({ state: 'sealed', version: '1.0' })
  })
})

it('KO3, KO6 past the council is dated by the latest word, and nothing after it lies before', async () => {
  const commission = await ofThePast('uden-stilling', await aCommittee('uden-stilling'), null, [skole, kultur])
  expect(await enter(commission, 'result-at-joint-meeting', day('2026-06-01'))).toBe('yes')
  for (const [body, on] of [
    [kultur, day('2026-06-20')],
    [skole, day('2026-06-10')],
  ] as const) {
    const meeting = await aMeeting('standing', body, on)
    expect(await enter(commission, 'handed-over', on, { body, meeting })).toBe('yes')
  }
  const { data } = await town.run(
    '{ commission(slug: "uden-stilling") { state stages { state reachedOn evidence { on } } } }',
  )
  expect(data.commission.state).toBe('HANDED_OVER')
  expect(data.commission.stages[9]).toEqual({
    state: 'HANDED_OVER',
    reachedOn: '2026-06-20',
    evidence: [{ on: '2026-06-20' }, { on: '2026-06-10' }],
  })
  expect(await enter(commission, 'dissolved', day('2026-06-15'))).toBe('BEFORE_ITS_STATE')
  expect(await enter(commission, 'dissolved', day('2026-06-20'))).toBe('yes')
})

it('DR15 the trail tells of a sealed text its room, the head of its log and two hashes that anybody can compute', async () => {
  const commission = await ofThePast('forseglet', await aCommittee('forseglet'))
  expect(codeOf(await withText(commission))).toBe('yes')
  const pool = town.town.database.pool
  const [{ room }] = (
    await pool.query(
      'select d.room from drafts.draft d join commissions.commission c on c.draft_id = d.id where c.id = $1',
      [commission],
    )
  ).rows
  // What somebody wrote last, before the lock.
  const words: DraftNode = { type: 'text', text: 'Ål og fisk' }
  const paragraph: DraftNode = { type: 'paragraph', attrs: { id: 'b1' }, content: [words] }
  const late = beginDraft({ type: 'doc', content: [paragraph] } as DraftJson, 77, { otherwise: { source: 'import' } })
  await pool.query(
    `with seq as (update collab.room set next_seq = next_seq + 1 where name = $1 returning next_seq - 1 as seq)
     insert into collab.log (room, seq, epoch, person, mandate, updates, ends)
     select $1, seq, 1, 'server', 'server', $2, $3 from seq`,
    [room, Buffer.from(late.update), [late.update.length]],
  )
  expect(await enter(commission, 'working', day('2026-06-01'))).toBe('yes')

  const { rows } = await pool.query('select record from audit.entry order by seq desc limit 1')
  const { json } = (await town.town.records.read(room))!
  expect(JSON.stringify(json)).toContain('Ål og fisk')
  const stored = await pool.query(
    "select encode(sha256(string_agg(updates, ''::bytea order by seq)), 'hex') as hash from collab.log where room = $1",
    [room],
  )
  const text = createHash('sha256').update(canonicalize(json)).digest('hex')
  expect(rows[0].record).toMatchObject({
    state: 'working',
    sealed: { kind: 'frozen:v1', room, epoch: 1, seq: 2, text, bytes: stored.rows[0].hash },
  })
})

it('KO7 the address of the new body is free, or the refusal says so', async () => {
  const commission = await ofThePast('skole', null, [5, 10])
  expect(await enter(commission, 'at-joint-meeting', day('2026-06-01'))).toBe('yes')
  const meeting = await theCouncilMeets(day('2026-06-15'))
  expect(await enter(commission, 'established', day('2026-06-15'), { body: kb, meeting })).toBe('ALREADY_SO')
  expect((await seen('skole')).state).toBe('AT_JOINT_MEETING')
})
