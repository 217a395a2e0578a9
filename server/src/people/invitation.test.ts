// People: an invitation ties whoever opens its link to the invited person, once.
import type { PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginSession, findViewer } from '../platform/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { followClaims, people, welcomeResident } from './index.js'

let town: TestTown
let yasmin: PersonId, camp: string
beforeAll(async () => {
  town = await aTown({ slices: [people] })
  camp = await town.place('ungecamp')
  yasmin = await town.person('Yasmin Pihlkjær', 'administration')
})
afterAll(() => town.close())

const invite = async (key: string, name = 'Solvej Granhøj-Bek') => {
  const input = { key, name, kind: 'INVITED', body: `body_${camp}`, from: '2026-11-01' }
  const answer = await town.run(
    'mutation($input: InvitePersonInput!) { invitePerson(input: $input) { ... on InvitationResult { invitationUrl expiresAt mandate { id person { name } } } ... on Refusal { code } } }',
    { as: yasmin, variables: { input } },
  )
  expect(answer.errors).toEqual([])
  return answer.data.invitePerson
}
const tokenIn = (url: string): string => url.split('/').at(-1)!
const accept = async (as: PersonId | null, token: string, key: string) => {
  const answer = await town.run(
    'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ... on ViewerResult { viewer { person { name } mandates { kind } } } ... on Refusal { code } } }',
    { as, variables: { input: { key, token } } },
  )
  expect(answer.errors).toEqual([])
  return answer.data.acceptInvitation
}
const newcomer = async (subject: string): Promise<PersonId> => {
  const verdict = await town.act(welcomeResident, { issuer: 'https://login.example.dk', subject, name: 'A. B.' })
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return verdict.value.person as PersonId
}

describe('an invitation', () => {
  it('answers the same link when it is sent twice, and tells whoever has the link what it is to', async () => {
    const first = await invite('i1')
    expect(first.mandate.person.name).toBe('Solvej Granhøj-Bek')
    expect(await invite('i1')).toEqual(first)
    const asked = await town.run('query($token: String!) { invitation(token: $token) { name kind spent expiresAt } }', {
      variables: { token: tokenIn(first.invitationUrl) },
    })
    expect(asked.data.invitation).toMatchObject({
      name: 'Solvej Granhøj-Bek',
      kind: 'INVITED',
      spent: false,
      expiresAt: first.expiresAt,
    })
    const wrong = await town.run('{ invitation(token: "AAAAAAAAAAAAAAAAAAAAAA") { name } }')
    expect(wrong).toMatchObject({ data: { invitation: null }, errors: [] })
  })

  it('makes a newcomer the invited person, and is spent then', async () => {
    const token = tokenIn((await invite('i2', 'Ny Person')).invitationUrl)
    expect((await accept(null, token, 'a0')).code).toBe('NOT_SIGNED_IN')
    const taken = await accept(await newcomer('s1'), token, 'a1')
    expect(taken.viewer).toEqual({ person: { name: 'Inviteret' }, mandates: [{ kind: 'INVITED' }] })
    expect((await accept(await newcomer('s2'), token, 'a2')).code).toBe('INVITATION_SPENT')
    expect(await newcomer('s1')).not.toBe(await newcomer('s2'))
  })

  it('gives the mandate to whoever was here before, under the own name, also where that is a resident only', async () => {
    const ebbe = await town.person('Ebbe Kragelundby', 'resident')
    const token = tokenIn((await invite('i7', 'Nora Tretten')).invitationUrl)
    expect((await accept(ebbe, token, 'a7')).viewer).toEqual({
      person: { name: 'Ebbe Kragelundby' },
      mandates: [{ kind: 'RESIDENT' }, { kind: 'INVITED' }],
    })
  })

  it('answers the first result when it is sent again from the session that it has changed, and no other', async () => {
    const token = tokenIn((await invite('i5', 'To Gange')).invitationUrl)
    const was = await newcomer('s7')
    const { token: session } = await beginSession(town.town, was, null)
    await accept(was, token, 'a5')
    const now = (await findViewer(town.town, session))!
    expect(now).toMatchObject({ name: 'To Gange', mandates: [{ kind: 'invited' }] })
    expect(await accept(now.person, token, 'a5')).toEqual({
      viewer: { person: { name: 'To Gange' }, mandates: [{ kind: 'INVITED' }] },
    })
    expect((await accept(now.person, token, 'another key')).code).toBe('INVITATION_SPENT')
    const other = tokenIn((await invite('i6', 'Anden')).invitationUrl)
    expect((await accept(now.person, other, 'a5')).code).toBe('KEY_REUSED')
    expect((await accept(await newcomer('s8'), token, 'a5')).code).toBe('INVITATION_SPENT')
  })

  it('gives the mandate to somebody who already is somebody', async () => {
    const token = tokenIn((await invite('i3', 'Tobias E.')).invitationUrl)
    const tobias = await town.person('Tobias Engholt', 'administration')
    const taken = await accept(tobias, token, 'a3')
    expect(taken.viewer.person.name).toBe('Tobias Engholt')
    expect(taken.viewer.mandates.map((mandate: { kind: string }) => mandate.kind).sort()).toEqual([
      'ADMINISTRATION',
      'INVITED',
    ])
  })

  it('expires', async () => {
    const token = tokenIn((await invite('i4', 'For Sent')).invitationUrl)
    const late = await newcomer('s4')
    town.clock.advance(15 * 24 * 3_600_000)
    expect((await accept(late, token, 'a4')).code).toBe('INVITATION_SPENT')
  })
})

describe('roles of a claim', () => {
  it('come and go with it, and leave alone what was granted by hand', async () => {
    const someone = await newcomer('s5')
    const kinds = async () => (await town.viewer(someone))!.mandates.map(({ kind }) => kind).sort()
    await town.act(followClaims, { person: someone, kinds: ['administration'] })
    expect(await kinds()).toEqual(['administration', 'resident'])
    await town.act(followClaims, { person: someone, kinds: [] })
    expect(await kinds()).toEqual(['resident'])
  })

  it('are not for people to give themselves', async () => {
    const someone = await newcomer('s6')
    const who = { kind: 'person' as const, ...(await town.viewer(someone))! }
    const verdict = await town.act(followClaims, { person: someone, kinds: ['administration'] }, who)
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED' } })
  })
})

describe('viewer', () => {
  it('is nobody without sign-in', async () => {
    expect((await town.run('{ viewer { person { name } } }')).data).toEqual({ viewer: null })
  })

  it('is who I am, under my own name, and the demo list is in Danish order', async () => {
    const mine = await town.run('{ viewer { person { name slug } mandates { kind } awaits { sentence } } }', {
      as: yasmin,
    })
    expect(mine.data.viewer).toEqual({
      person: { name: 'Yasmin Pihlkjær', slug: 'yasmin-pihlkjaer' },
      mandates: [{ kind: 'ADMINISTRATION' }],
      awaits: [],
    })
    const demo = await town.run('{ demoPersons { slug name label kind group } }')
    expect(demo.data.demoPersons.at(-1)).toEqual({
      slug: 'yasmin-pihlkjaer',
      name: 'Yasmin Pihlkjær',
      label: 'Forvaltning',
      kind: 'ADMINISTRATION',
      group: null,
    })
    expect(demo.data.demoPersons.map((each: { slug: string }) => each.slug)).toEqual([
      'ebbe-kragelundby',
      'tobias-engholt',
      'yasmin-pihlkjaer',
    ])
  })
})
