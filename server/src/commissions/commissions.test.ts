// Commissions: in the demonstration town, through real GraphQL: who may do what in which state, and what is on record
// after.
import { type CommissionState, commissionStates, isBeforeAdoption } from '@faellesrum/schema/commissions'
import { day, type PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedTown } from '../seed/index.js'
import { aTown, type TestTown } from '../testing/town.js'

let town: TestTown
const people = new Map<string, PersonId>()

beforeAll(async () => {
  town = await aTown()
  await seedTown(town.town, { today: day('2026-11-23') })
  const { rows } = await town.town.database.pool.query('select slug, id from people.person where slug is not null')
  for (const row of rows) people.set(row.slug, row.id)
})
afterAll(() => town.close())

const as = (slug: string | null): PersonId | null => (slug === null ? null : people.get(slug)!)
const ask = async (query: string, who: string | null, variables: Record<string, unknown> = {}) => {
  const answer = await town.run(query, { as: as(who), variables })
  expect(answer.errors).toEqual([])
  return answer.data
}
const known = async (slug: string) =>
  (
    await ask(
      'query ($slug: String!) { commission(slug: $slug) { id version state owners { id slug } body { id } } }',
      'birk-ellemose',
      { slug },
    )
  ).commission

/** The meeting of a body of some kind on some day, as the calendar has it. */
async function meetingOf(body: string, kind: string, after: string): Promise<{ id: string; on: string }> {
  const { data } = await town.run(
    'query ($id: ID!) { node(id: $id) { ... on Body { meetings(first: 60) { nodes { id kind startsAt } } } } }',
    {
      variables: { id: body },
      as: as('birk-ellemose'),
    },
  )
  const found = data.node.meetings.nodes
    .reverse()
    .find((node: any) => node.kind === kind && node.startsAt.slice(0, 10) > after)
  return { id: found.id, on: found.startsAt.slice(0, 10) }
}

const record = `mutation ($input: RecordFromMinutesInput!) { recordFromMinutes(input: $input) {
  ... on CommissionResult { commission { state version body { slug seats { number kind } clerks { name } } draft { versionName viewerAccess } } }
  ... on Refusal { code facts } } }`
const open = `mutation ($input: SetDraftOpennessInput!) { setDraftOpenness(input: $input) {
  ... on CommissionResult { commission { version openness opened { openness by { name } } } } ... on Refusal { code } } }`
const invite = `mutation ($input: InviteWriterInput!) { inviteWriter(input: $input) {
  ... on CommissionResult { commission { version invitations { person { name } } } } ... on Refusal { code } } }`
let keys = 0
const key = () => `test-${++keys}`

describe('who may do what', () => {
  const who = [
    'oda-lindskov',
    'magna-dyrehus',
    'birk-ellemose',
    'merete-solvang',
    'alva-noerreby',
    'ebbe-kragelundby',
    null,
  ] as const
  const states = Object.entries({
    'vand-i-gaden': 'identified',
    'lokal-mad': 'formulating',
    'kultur-i-kvarteret': 'at-joint-meeting',
    'hjaelp-til-det-digitale': 'established',
    'en-ung-politik-naeste-kapitel': 'working',
    'lys-og-moerke-i-byen': 'handed-over',
    'mit-campus': 'dissolved',
  } satisfies Record<string, CommissionState>)
  const drafts: Readonly<Record<string, readonly string[]>> = {
    'oda-lindskov': ['lokal-mad', 'en-ung-politik-naeste-kapitel'],
    'magna-dyrehus': ['hjaelp-til-det-digitale'],
  }

  it.each(states)('KO13 %s, which is %s: the table of roles and acts', async (slug, state) => {
    for (const person of who) {
      const { commission } = await ask(
        'query ($slug: String!) { commission(slug: $slug) { viewerCan viewerCannot { act refusal { code message } } } }',
        person,
        { slug },
      )
      const drafter = drafts[person ?? '']?.includes(slug) === true
      const staff = person === 'birk-ellemose'
      const expected = [
        ...(staff && state !== 'dissolved' ? ['recordFromMinutes'] : []),
        ...(drafter && isBeforeAdoption(state) ? ['setDraftOpenness', 'inviteWriter'] : []),
      ]
      expect(commission.viewerCan, `${person} ${slug}`).toEqual(expected)
      for (const { act, refusal } of commission.viewerCannot) {
        const role = act === 'recordFromMinutes' ? staff : drafter
        const code = person === null ? 'NOT_SIGNED_IN' : role ? 'WRONG_STATE' : 'NOT_ALLOWED'
        expect(refusal.code, `${person} ${slug} ${act}`).toBe(code)
        expect(refusal.message.length).toBeGreaterThan(10)
      }
    }
  })

  it('KO13 the acts themselves answer what the table says', async () => {
    const { id, version } = await known('lokal-mad')
    for (const person of who) {
      const codes = await Promise.all([
        ask(record, person, {
          input: { key: key(), version, commission: id, state: 'AT_JOINT_MEETING', on: '2026-11-23', source: 'x' },
        }),
        ask(open, person, { input: { key: key(), version, commission: id, openness: 'CLOSED' } }),
        ask(invite, person, {
          input: {
            key: key(),
            version: version - 1,
            commission: id,
            person: `person_${as('ebbe-kragelundby')}`,
            from: '2026-11-23',
          },
        }),
      ])
      const found = codes.map((data) => (Object.values(data)[0] as { code: string }).code)
      const no = person === null ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED'
      expect(found, String(person)).toEqual([
        person === 'birk-ellemose' ? 'EVIDENCE_MISSING' : no,
        person === 'oda-lindskov' ? 'ALREADY_SO' : no,
        person === 'oda-lindskov' ? 'CHANGED_MEANWHILE' : no,
      ])
    }
  })
})

describe('a closed draft', () => {
  const query = `query ($slug: String!) { commission(slug: $slug) { room draft { id html words viewerAccess viewerAccessReason { code } } } }`
  const enter =
    'mutation ($room: RoomName!) { enterRoom(room: $room) { ... on RoomPass { access } ... on Refusal { code message } } }'

  it('KO11 is as if it did not exist to all who have no reason to see it', async () => {
    const { commission } = await ask(query, 'oda-lindskov', { slug: 'lokal-mad' })
    expect(commission.draft).toMatchObject({ viewerAccess: 'WRITE', viewerAccessReason: null })
    expect(commission.draft.html).toContain('fra mark til tallerken')
    const unknown = 'draft/01900000-0000-7000-8000-000000000000'
    for (const person of [null, 'ebbe-kragelundby', 'solvej-granhoej-bek', 'alva-noerreby', 'merete-solvang']) {
      const seen = (await ask(query, person, { slug: 'lokal-mad' })).commission
      expect(seen, String(person)).toEqual({ room: null, draft: null })
      const node = await ask('query ($id: ID!) { node(id: $id) { id } }', person, { id: commission.draft.id })
      expect(node.node, String(person)).toBeNull()
      const room = (await ask(enter, person, { room: commission.room })).enterRoom
      expect(room, String(person)).toEqual((await ask(enter, person, { room: unknown })).enterRoom)
      const search = await ask('{ commissions(filter: { search: "tallerken" }) { totalCount } }', person)
      expect(search.commissions.totalCount).toBe(0)
    }
  })

  it('KO10 may be read live by the council, and says why not more', async () => {
    const { commission } = await ask(query, 'magna-dyrehus', { slug: 'lokal-mad' })
    expect(commission.draft).toMatchObject({ viewerAccess: 'SUGGEST', viewerAccessReason: { code: 'NOT_ALLOWED' } })
    expect((await ask(enter, 'magna-dyrehus', { room: commission.room })).enterRoom).toEqual({ access: 'SUGGEST' })
    expect((await ask(enter, 'birk-ellemose', { room: commission.room })).enterRoom).toEqual({ access: 'WRITE' })
  })
})

describe('what SQL shows and what the rule says', () => {
  it('KO10–KO12 agree for every person, text and openness', async () => {
    const { draftsOfCommissions } = await import('./drafts-of-commissions.js')
    const { rows: commissions } = await town.town.database.pool.query(
      'select draft_id as draft from commissions.commission where draft_id is not null',
    )
    const drafts = commissions.map((row) => row.draft as string)
    const list = '{ commissions(first: 60) { nodes { draft { id viewerAccess viewerMandates { access } } } } }'
    for (const person of [null, ...people.keys()]) {
      const viewer = await town.viewer(as(person))
      const rights = await draftsOfCommissions.rights(town.town, viewer, drafts)
      const { commissions: seen } = await ask(list, person)
      const shown = seen.nodes.flatMap((node: any) =>
        node.draft === null ? [] : [[node.draft.id.slice('draft_'.length), node.draft.viewerAccess.toLowerCase()]],
      )
      expect(shown.sort(), String(person)).toEqual([...rights].map(([draft, right]) => [draft, right.access]).sort())
    }
  }, 60_000)
})

describe('an opened draft', () => {
  const slug = 'kultur-i-kvarteret'
  const query = `{ commission(slug: "${slug}") { openness opened { openness by { name } } invitations { person { name } }
    draft { html viewerAccess viewerAccessReason { code } viewerMandates { access mandate { kind } }
      authorship { rule people characters runs { author { person { name } label } } shares { label share person { name } } } } } }`

  it('KO11 may be read by all, KO10 and suggested to by all who are signed in', async () => {
    const nobody = (await ask(query, null)).commission
    expect(nobody).toMatchObject({
      openness: 'SUGGESTIONS',
      opened: [{ openness: 'SUGGESTIONS', by: { name: 'Elna Brinkholt' } }],
    })
    expect(nobody.draft).toMatchObject({
      viewerAccess: 'READ',
      viewerAccessReason: { code: 'NOT_SIGNED_IN' },
      viewerMandates: [],
    })
    expect(nobody.draft.html).toContain('Kaffevogn på syv pladser')
    expect((await ask(query, 'ebbe-kragelundby')).commission.draft).toMatchObject({ viewerAccess: 'SUGGEST' })
    const solvej = (await ask(query, 'solvej-granhoej-bek')).commission.draft
    expect(solvej).toMatchObject({ viewerAccess: 'WRITE', viewerAccessReason: null })
    expect(solvej.viewerMandates[0]).toEqual({ access: 'WRITE', mandate: { kind: 'INVITED' } })
    expect(nobody.invitations).toEqual([{ person: { name: 'Inviteret' } }])
  })

  it('tells who wrote what by name inside, and nothing of fewer than five outside', async () => {
    const inside = (await ask(query, 'elna-brinkholt')).commission.draft.authorship
    expect(inside.rule).toBe('attribution:v1')
    expect(inside.shares.map((share: any) => share.person.name).sort()).toEqual([
      'Birk Ellemose',
      'Elna Brinkholt',
      'Silas Bøgelund',
      'Solvej Granhøj-Bek',
    ])
    expect(inside.shares.reduce((sum: number, { share }: any) => sum + share, 0)).toBeCloseTo(1)
    expect(inside.runs.some((run: any) => run.author.person?.name === 'Solvej Granhøj-Bek')).toBe(true)
    const outside = (await ask(query, null)).commission.draft.authorship
    expect(outside).toEqual({ rule: 'attribution:v1', people: 0, characters: null, runs: [], shares: [] })
  })

  it('is closed by a drafter again: one notice for the room, whoever has signed in or will, names those who stay', async () => {
    const pool = town.town.database.pool
    const { id, version } = await known(slug)
    const { room } = (await ask(`{ commission(slug: "${slug}") { room } }`, 'elna-brinkholt')).commission
    const before = (await pool.query('select coalesce(max(id), 0) as id from rooms.notice')).rows[0].id
    const closed = await ask(open, 'elna-brinkholt', {
      input: { key: key(), version, commission: id, openness: 'CLOSED' },
    })
    expect(closed.setDraftOpenness.commission.opened.map((each: any) => each.openness)).toEqual([
      'SUGGESTIONS',
      'CLOSED',
    ])
    const { rows } = await pool.query('select notice from rooms.notice where id > $1', [before])
    expect(rows).toEqual([{ notice: { kind: 'closed', room, keeping: expect.any(Array) } }])
    const { keeping } = rows[0].notice
    const stays = [...people].filter(([, person]) => keeping.includes(person)).map(([each]) => each)
    expect(stays.length).toBe(keeping.length)
    for (const person of people.keys())
      expect(stays.includes(person), person).toBe((await ask(query, person)).commission.draft !== null)
    expect((await ask(query, 'ebbe-kragelundby')).commission.draft).toBeNull()
    const again = await ask(open, 'silas-boegelund', {
      input: { key: key(), version: version + 1, commission: id, openness: 'SUGGESTIONS' },
    })
    expect(again.setDraftOpenness.commission.openness).toBe('SUGGESTIONS')
    expect((await ask(query, 'ebbe-kragelundby')).commission.draft.viewerAccess).toBe('SUGGEST')
  })

  it('an invitation lets exactly that person write, from its day on, once', async () => {
    const { id, version } = await known('lokal-mad')
    const input = { version, commission: id, person: `person_${as('ebbe-kragelundby')}`, from: '2026-11-24' }
    const made = await ask(invite, 'halfdan-riisager-bro', { input: { key: key(), ...input } })
    expect(made.inviteWriter.commission.version).toBe(version + 1)
    const access = async () =>
      (await ask('{ commission(slug: "lokal-mad") { draft { viewerAccess } } }', 'ebbe-kragelundby')).commission.draft
        ?.viewerAccess ?? null
    expect(await access()).toBeNull()
    town.clock.advance(24 * 3_600_000)
    expect(await access()).toBe('WRITE')
    town.clock.advance(-24 * 3_600_000)
    const twice = await ask(invite, 'halfdan-riisager-bro', { input: { key: key(), ...input, version: version + 1 } })
    expect(twice.inviteWriter.code).toBe('ALREADY_SO')
  })
})

describe('a state from minutes', () => {
  it('KO2, KO7 goes from draft to task committee: seats, clerks, a sealed text', async () => {
    const slug = 'kultur-i-kvarteret'
    const { id, version, owners } = await known(slug)
    const council = (await ask('{ body(slug: "kommunalbestyrelsen") { id } }', null)).body.id
    const meeting = await meetingOf(council, 'ORDINARY_COUNCIL', '2026-11-01')
    const input = {
      version,
      commission: id,
      state: 'ESTABLISHED',
      on: meeting.on,
      body: council,
      meeting: meeting.id,
      source: 'Referat, punkt 7',
    }
    const early = await ask(record, 'birk-ellemose', { input: { ...input, key: key() } })
    expect(early.recordFromMinutes.code).toBe('IN_THE_FUTURE')
    town.clock.set(Date.parse(`${meeting.on}T21:00:00Z`))
    const wrongBody = await ask(record, 'birk-ellemose', { input: { ...input, key: key(), body: owners[0].id } })
    expect(wrongBody.recordFromMinutes.code).toBe('EVIDENCE_MISSING')
    const wrongDay = await ask(record, 'birk-ellemose', { input: { ...input, key: key(), on: '2026-11-29' } })
    expect(wrongDay.recordFromMinutes.code).toBe('EVIDENCE_MISSING')
    const stale = await ask(record, 'birk-ellemose', { input: { ...input, key: key(), version: version - 1 } })
    expect(stale.recordFromMinutes).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { version, who: 'Silas Bøgelund' },
    })

    const sent = { ...input, key: key() }
    const done = (await ask(record, 'birk-ellemose', { input: sent })).recordFromMinutes
    expect(done.commission).toMatchObject({
      state: 'ESTABLISHED',
      version: version + 1,
      draft: { versionName: '1.0', viewerAccess: 'READ' },
    })
    expect(done.commission.body.seats.filter((seat: any) => seat.kind === 'COUNCIL_MEMBER').length).toBe(5)
    expect(done.commission.body.seats.length).toBe(15)
    expect(done.commission.body.clerks).toEqual([{ name: 'Birk Ellemose' }])
    expect((await ask(record, 'birk-ellemose', { input: sent })).recordFromMinutes).toEqual(done)

    const { commission } = await ask(
      `{ commission(slug: "${slug}") { room stages { state evidence { sentence on by { name } meeting { id } source { title } } } history { act by { name } byMandate } } }`,
      null,
    )
    expect(commission.stages[3].evidence).toEqual([
      {
        sentence: 'Kommissoriet er vedtaget, og opgaveudvalget er nedsat',
        on: meeting.on,
        by: { name: 'Birk Ellemose' },
        meeting: { id: meeting.id },
        source: { title: 'Referat, punkt 7' },
      },
    ])
    expect(commission.history[0]).toMatchObject({ by: { name: 'Birk Ellemose' }, byMandate: 'ADMINISTRATION' })
    expect((await town.town.records.head(commission.room))!.state).toBe('sealed')
  })

  it('KO6 past the council when both owners have said so', async () => {
    const slug = 'aeldre-i-faellesskab'
    const first = await known(slug)
    for (const [index, owner] of first.owners.entries()) {
      const { version } = await known(slug)
      const meeting = await meetingOf(owner.id, 'JOINT', '2026-11-01')
      town.clock.set(Date.parse(`${meeting.on}T21:30:00Z`))
      const done = await ask(record, 'yasmin-pihlkjaer', {
        input: {
          key: key(),
          version,
          commission: first.id,
          state: 'HANDED_OVER',
          on: meeting.on,
          body: owner.id,
          meeting: meeting.id,
          source: 'Referat',
        },
      })
      expect(done.recordFromMinutes.commission.state).toBe(index === 0 ? 'RESULT_AT_JOINT_MEETING' : 'HANDED_OVER')
    }
    const { commission } = await ask(
      `{ commission(slug: "${slug}") { stages { number times evidence { sentence } } } }`,
      null,
    )
    expect(commission.stages[9]).toMatchObject({ number: 10, times: 1 })
    expect(commission.stages[9].evidence.length).toBe(2)
  })

  it('KO1 no other state can be entered from where it stands', async () => {
    const { id, version, owners } = await known('vand-i-gaden')
    const meeting = await meetingOf(owners[0].id, 'JOINT', '2026-11-01')
    for (const state of commissionStates.filter((one) => one !== 'formulating')) {
      const input = {
        version,
        commission: id,
        on: meeting.on,
        body: owners[0].id,
        meeting: meeting.id,
        source: 'Referat',
        key: key(),
      }
      const wire = state.toUpperCase().replaceAll('-', '_')
      const { recordFromMinutes } = await ask(record, 'birk-ellemose', { input: { ...input, state: wire } })
      expect(recordFromMinutes.code, state).toBe('WRONG_STATE')
    }
  })
})

describe('how it is read', () => {
  it('takes as many statements for five commissions as for twelve', async () => {
    const page = (
      first: number,
    ) => `{ commissions(first: ${first}, filter: { states: [IDENTIFIED, FORMULATING, AT_JOINT_MEETING, ESTABLISHED,
      RECRUITING, APPOINTED, WORKING, ADOPTED, HANDED_OVER] }) { nodes { name state owners { name } drafters { name } clerks { name }
      seatPlan { citizens } stages { evidence { body { name } meeting { title } } } next { needs } opened { at } room
      draft { versionName viewerAccess } body { name } history { sentence } sources { title } viewerCan } } }`
    let taken = 0
    town.town.database.pool.on('acquire', () => taken++)
    const statementsOf = async (first: number) => {
      const before = taken
      await ask(page(first), 'oda-lindskov')
      return taken - before
    }
    expect(await statementsOf(12)).toBe(await statementsOf(5))
  })

  it('finds by state, owner, words, and what one has a part in', async () => {
    const { commissions } = await ask('{ commissions(filter: { search: "UNGELIV" }) { nodes { slug } } }', null)
    expect(commissions.nodes).toEqual([{ slug: 'en-ung-politik-naeste-kapitel' }])
    const mine = async (person: string) =>
      (await ask('{ commissions(filter: { mine: true }) { nodes { slug } } }', person)).commissions.nodes.map(
        (node: any) => node.slug,
      )
    expect(await mine('alva-noerreby')).toEqual(['en-ung-politik-naeste-kapitel'])
    expect(await mine('oda-lindskov')).toEqual(['en-ung-politik-naeste-kapitel', 'lokal-mad'])
    expect(await mine('magna-dyrehus')).toContain('groenne-veje')
    const owner = (await known('lokal-mad')).owners[0].id
    const owned = await ask(
      'query ($owner: ID!) { commissions(filter: { owner: $owner, states: [FORMULATING] }) { nodes { slug } } }',
      null,
      { owner },
    )
    expect(owned.commissions.nodes).toEqual([{ slug: 'lokal-mad' }])
  })

  it('tells what awaits, to those it awaits', async () => {
    const awaits = async (person: string) =>
      (await ask('{ viewer { awaits { sentence commission { slug } } writing { slug } } }', person)).viewer
    expect((await awaits('halfdan-riisager-bro')).awaits).toEqual([
      { sentence: 'Skriv videre på udkastet til »Lokal mad«', commission: { slug: 'lokal-mad' } },
    ])
    expect((await awaits('halfdan-riisager-bro')).writing).toEqual([{ slug: 'lokal-mad' }])
    expect((await awaits('magna-dyrehus')).awaits).toEqual([])
  })
})
