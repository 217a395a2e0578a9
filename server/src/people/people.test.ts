// People: mandates are given and ended by acts, through real GraphQL; names are known to whom they may be known.
import { addDays, day, newId, type PersonId } from '@faellesrum/schema/kernel'
import fc from 'fast-check'
import { isHeldOn, type MandateKind, mandateKinds, type NameConsent, nameConsents, publicName } from '@faellesrum/schema/people'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type TestTown } from '../testing/town.js'
import { recordNameConsent } from './record-name-consent.js'
import { people } from './index.js'

let town: TestTown
let yasmin: PersonId, oda: PersonId, alva: PersonId, freja: PersonId, ebbe: PersonId, benjamin: PersonId, camp: string
const unknown = '01900000-0000-7000-8000-00000000c0de'

beforeAll(async () => {
  town = await aTown({ slices: [people] })
  camp = await town.place('ungecamp')
  yasmin = await town.person('Yasmin Pihlkjær', 'administration')
  oda = await town.person('Oda Lindskov', { kind: 'council-member', body: camp })
  alva = await town.person('Alva Nørreby', { kind: 'citizen-member', body: camp })
  freja = await town.person('Freja Mai Sundgaard', { kind: 'citizen-member', body: camp })
  benjamin = await town.person('Benjamin Ostermark', { kind: 'citizen-member', body: camp })
  ebbe = await town.person('Ebbe Kragelundby', 'resident')
  await town.act(recordNameConsent, { person: freja, shows: 'full-name', age: 21, byGuardian: false })
  await town.act(recordNameConsent, { person: benjamin, shows: 'first-name', age: 16, byGuardian: false })
})
afterAll(() => town.close())

const grant = `mutation($input: GrantMandateInput!) { grantMandate(input: $input) {
  ... on MandateResult { mandate { id kind from to person { name } } }
  ... on Refusal { code message facts } } }`
const end = `mutation($input: EndMandateInput!) { endMandate(input: $input) {
  __typename ... on MandateResult { mandate { id to endedBecause } } ... on Refusal { code facts } } }`

describe('the day a mandate is held', () => {
  it('PE1: is the same in the rule and in the database', async () => {
    const anyDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays(day('2026-01-01'), days))
    const span = fc.tuple(anyDay, fc.option(fc.nat(6)), fc.boolean(), anyDay)
    const spans = fc.array(span, { minLength: 60, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(spans, async (each) => {
        const asked = each.map(([from, days, ended, on]) => {
          const to = days === null ? null : addDays(from, days)
          return { from, to, endedBecause: ended && to !== null ? 'prøve' : null, on }
        })
        const { rows } = await town.town.database.pool.query(
          `select people.gives_rights(row(gen_random_uuid(), 'expert', null, null, null, x."from", x."to", x."endedBecause", false)::people.mandate, x."on") as held
             from json_to_recordset($1) as x("from" date, "to" date, "endedBecause" text, "on" date)`,
          [JSON.stringify(asked)],
        )
        expect(rows.map(({ held }) => held)).toEqual(asked.map((span) => isHeldOn(span, span.on)))
      }),
      { numRuns: 5 },
    )
  })
})

describe('a mandate', () => {
  it('is granted by the administration, and a repeat with the same key answers the first result', async () => {
    const input = { key: 'g1', person: `person_${ebbe}`, kind: 'EXPERT', body: `body_${camp}`, from: '2026-11-01' }
    const first = await town.run(grant, { as: yasmin, variables: { input } })
    expect(first.errors).toEqual([])
    expect(first.data.grantMandate.mandate).toMatchObject({
      kind: 'EXPERT',
      from: '2026-11-01',
      to: null,
      person: { name: 'Ebbe Kragelundby' },
    })
    const second = await town.run(grant, { as: yasmin, variables: { input } })
    expect(second.data).toEqual(first.data)
    const other = await town.run(grant, { as: yasmin, variables: { input: { ...input, kind: 'INVITED' } } })
    expect(other.data.grantMandate).toMatchObject({ code: 'KEY_REUSED' })
  })

  it('is not granted by others, and the refusal says what it takes in the language asked for', async () => {
    const input = { key: 'g2', person: `person_${ebbe}`, kind: 'ADMINISTRATION', from: '2026-11-01' }
    const nobody = await town.run(grant, { variables: { input } })
    expect(nobody.data.grantMandate.code).toBe('NOT_SIGNED_IN')
    const resident = await town.run(grant, { as: ebbe, variables: { input }, language: 'en' })
    expect(resident.data.grantMandate).toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('administration'),
    })
  })

  it('PE2, PE3, PE5: keeps the rules of schema/src/people', async () => {
    const ask = async (input: object) =>
      (
        await town.run(grant, {
          as: yasmin,
          variables: { input: { key: JSON.stringify(input), person: `person_${alva}`, ...input } },
        })
      ).data.grantMandate.code
    expect(await ask({ kind: 'INVITED', body: `body_${camp}`, from: '2026-11-02', to: '2026-11-01' })).toBe(
      'DATES_REVERSED',
    )
    expect(await ask({ kind: 'INVITED', from: '2026-11-02' })).toBe('WRONG_KIND')
    expect(await ask({ kind: 'CITIZEN_MEMBER', body: `body_${camp}`, from: '2026-11-02' })).toBe('ALREADY_SO')
  })

  it('ends once, with a reason and a notice to the rooms', async () => {
    const given = await town.run(grant, {
      as: yasmin,
      variables: {
        input: { key: 'e0', person: `person_${ebbe}`, kind: 'INVITED', body: `body_${camp}`, from: '2026-11-01' },
      },
    })
    const mandate = given.data.grantMandate.mandate.id
    const ended = await town.run(end, {
      as: yasmin,
      variables: { input: { key: 'e1', mandate, on: '2026-11-23', because: 'flyttet' } },
    })
    expect(ended.data.endMandate.mandate).toEqual({ id: mandate, to: '2026-11-23', endedBecause: 'flyttet' })
    const again = await town.run(end, {
      as: yasmin,
      variables: { input: { key: 'e2', mandate, on: '2026-11-23', because: 'igen' } },
    })
    expect(again.data.endMandate).toMatchObject({ __typename: 'Refusal', code: 'ALREADY_SO' })
    const { rows } = await town.town.database.pool.query('select notice from rooms.notice')
    expect(rows).toEqual([{ notice: expect.objectContaining({ kind: 'ended', mandate: mandate.split('_')[1] }) }])
  })

  it('of an unknown person is refused, and a foreign id is bad input', async () => {
    const input = { key: 'u1', person: `person_${unknown}`, kind: 'RESIDENT', from: '2026-11-01' }
    expect((await town.run(grant, { as: yasmin, variables: { input } })).data.grantMandate.code).toBe('NOT_FOUND')
    const nowhere = { key: 'u3', person: `person_${alva}`, kind: 'EXPERT', body: `body_${unknown}`, from: '2026-11-01' }
    expect((await town.run(grant, { as: yasmin, variables: { input: nowhere } })).data.grantMandate.code).toBe(
      'NOT_FOUND',
    )
    const foreign = await town.run(grant, {
      as: yasmin,
      variables: { input: { ...input, key: 'u2', person: `mandate_${unknown}` } },
    })
    expect(foreign.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
  })
})

describe('a name', () => {
  const names = async (as: PersonId | null): Promise<string[]> => {
    const answer = await town.run('{ people(first: 20) { nodes { name } totalCount } }', { as })
    expect(answer.errors).toEqual([])
    return answer.data.people.nodes.map((node: { name: string }) => node.name)
  }

  it('PE6, PE7: in public is that of politicians, administration and those who said yes', async () => {
    expect((await names(null)).sort()).toEqual(
      ['Yasmin Pihlkjær', 'Oda Lindskov', 'Borgermedlem', 'Freja Mai Sundgaard', 'Benjamin', 'Inviteret'].sort(),
    )
  })

  it('PE6, PE7: is kept by the database as the rule says it, for every kind of mandate and every yes', async () => {
    const { pool } = town.town.database
    const id = () => newId(0, randomBytes(16))
    const shownAs = async (kind: MandateKind | null, consent: NameConsent | null): Promise<string> => {
      const person = id()
      const begun = "'2026-01-01'"
      await pool.query("insert into people.person (id, name) values ($1, 'Ane Bo Skov')", [person])
      await pool.query(
        `insert into people.mandate (id, kind, person_id, from_day) select $1, $2, $3, ${begun} where $2::text is not null`,
        [id(), kind, person],
      )
      await pool.query(
        `insert into people.name_consent (id, person_id, shows, by_guardian, from_day)
         select $1, $2, $3, false, ${begun} where $3::text is not null`,
        [id(), person, consent],
      )
      const { rows } = await pool.query('select shown_as from people.person where id = $1', [person])
      for (const table of ['name_consent', 'mandate']) {
        await pool.query(`delete from people.${table} where person_id = $1`, [person])
      }
      await pool.query('delete from people.person where id = $1', [person])
      return rows[0].shown_as
    }
    for (const kind of [...mandateKinds, null]) {
      for (const consent of [null, ...nameConsents]) {
        const said = publicName({ name: 'Ane Bo Skov', kindsEver: kind === null ? [] : [kind], consent })
        const byKind = kind === 'citizen-member' ? kind : kind === 'invited' || kind === 'expert' ? 'invited' : 'resident'
        const expected = said === 'Ane Bo Skov' ? 'full-name' : said === 'Ane' ? 'first-name' : byKind
        expect(await shownAs(kind, consent), `${kind}, ${consent}`).toBe(expected)
      }
    }
  })

  it('PE9: is known whole to the person, the same body, council and administration', async () => {
    expect(await names(alva)).toContain('Alva Nørreby')
    expect(await names(freja)).toContain('Alva Nørreby')
    expect(await names(oda)).toContain('Alva Nørreby')
    expect(await names(yasmin)).toContain('Alva Nørreby')
    expect(await names(null)).not.toContain('Alva Nørreby')
  })

  it('that may not be known is not found by searching for it', async () => {
    const search = async (as: PersonId | null) =>
      (await town.run('{ people(search: "nørreby") { totalCount nodes { slug } } }', { as })).data.people
    expect(await search(null)).toEqual({ totalCount: 0, nodes: [] })
    expect(await search(oda)).toEqual({ totalCount: 1, nodes: [{ slug: 'alva-noerreby' }] })
  })

  it('PE8: of a child is not shown on the own word alone', async () => {
    const verdict = await town.act(recordNameConsent, { person: alva, shows: 'first-name', age: 14, byGuardian: false })
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'EVIDENCE_MISSING' } })
    const grown = await town.act(recordNameConsent, { person: alva, shows: 'full-name', age: 17, byGuardian: true })
    expect(grown).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED' } })
  })
})

describe('a list', () => {
  it('goes on after a cursor, in Danish order, without doubling or leaving out', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer: any = await town.run(
        'query($after: String) { people(first: 2, after: $after) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
        { as: yasmin, variables: { after } },
      )
      const page = answer.data.people
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
      seen.push(...page.edges.map((edge: any) => edge.node.name))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual([...seen].sort(new Intl.Collator('da').compare))
    expect(seen).toHaveLength(6)
  })

  it('takes as many statements for one row as for many', async () => {
    const query =
      'query($n: Int!) { people(first: $n) { nodes { name group { name } mandates { kind person { name } } } totalCount } }'
    const one = await town.run(query, { as: yasmin, variables: { n: 1 } })
    const many = await town.run(query, { as: yasmin, variables: { n: 100 } })
    expect(many.errors).toEqual([])
    expect(many.data.people.nodes.length).toBeGreaterThan(5)
    expect(many.statements).toBe(one.statements)
  })

  it('answers the compiled and the interpreted way alike', async () => {
    const query =
      '{ a: people(first: 1) { nodes { id ...M } } b: people(first: 3) { nodes { name x: mandates(on: "2020-01-01") { id } ...M } } } fragment M on Person { mandates { kind from } ... on Node { id } }'
    const runs = [await town.run(query), await town.run(query), await town.run(query)]
    expect(runs[0]!.errors).toEqual([])
    expect(runs[0]!.data.b.nodes[0].x).toEqual([])
    expect(runs[0]!.data.b.nodes[0].mandates).toHaveLength(1)
    expect(runs[1]!.data).toEqual(runs[0]!.data)
    expect(runs[2]!.data).toEqual(runs[0]!.data)
  })

  it.each(['x', 'YzE', ''])('refuses %j as a cursor', async (after) => {
    const answer = await town.run('query($after: String) { people(after: $after) { totalCount nodes { id } } }', {
      variables: { after },
    })
    expect(answer.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
  })
})

describe('node', () => {
  it('finds a person by id, and nothing by a made-up one', async () => {
    const query = 'query($id: ID!) { node(id: $id) { __typename id ... on Person { name } } }'
    const found = await town.run(query, { variables: { id: `person_${oda}` } })
    expect(found.data.node).toEqual({ __typename: 'Person', id: `person_${oda}`, name: 'Oda Lindskov' })
    for (const id of ['person_', 'x', `nobody_${oda}`, `person_${unknown}`, 'person_../../etc']) {
      expect((await town.run(query, { variables: { id } })).data).toEqual({ node: null })
    }
  })
})
