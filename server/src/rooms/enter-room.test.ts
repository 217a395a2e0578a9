// Rooms: who gets a pass, for which mandate, and what is in it.
import { type MandateId, no, refusal, yes } from '@faellesrum/schema/kernel'
import type { RoomName } from '@faellesrum/schema/rooms'
import { importJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../people/index.js'
import type { RoomGuard, Slice, Viewer } from '../platform/index.js'
import { aTown, type TestTown } from '../testing/town.js'
import { best, enterRoom } from './enter-room.js'
import { rooms } from './index.js'

const known = 'draft/01900000-0000-7000-8000-000000000001' as RoomName
const shape = 3

/** A room where the administration writes, residents read, and others do not know that it is. */
const guard: RoomGuard = async (_, viewer, { name }) => {
  const rights = (viewer?.mandates ?? [])
    .filter(({ kind }) => kind === 'administration' || kind === 'resident')
    .map((mandate) => ({ mandate, access: mandate.kind === 'administration' ? ('write' as const) : ('read' as const) }))
  return name === known && rights.length > 0 ? yes({ rights, shape }) : no(refusal('NOT_FOUND'))
}
const rooming: Slice = { name: 'rooming', rooms: { draft: guard } }

let town: TestTown
let both: Viewer, stranger: Viewer
beforeAll(async () => {
  town = await aTown({ slices: [people, rooms, rooming] })
  both = (await town.viewer(await town.person('Yasmin Pihlkjær', 'resident', 'administration')))!
  stranger = (await town.viewer(await town.person('Merete Solvang', 'facilitator')))!
})
afterAll(() => town.close())
const enter = (viewer: Viewer | null, more: { room?: string; as?: string; shape?: number } = {}) =>
  enterRoom(town.town, viewer, { room: known, as: null, shape: null, ...more } as Parameters<typeof enterRoom>[2])

describe('a pass', () => {
  it('is for the mandate that gives most, holds ids and no name, and is signed so that the public key tells', async () => {
    const verdict = await enter(both)
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    const { publicKey } = town.town.passes
    expect(publicKey).not.toHaveProperty('d')
    const { payload, protectedHeader } = await jwtVerify(verdict.value.token, await importJWK(publicKey, 'EdDSA'), {
      currentDate: new Date(town.clock.now()),
    })
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: publicKey.kid })
    const administration = both.mandates.find(({ kind }) => kind === 'administration')!
    expect(payload).toEqual({
      v: 'pass:v1',
      aud: 'faellesrum-collab',
      room: known,
      sub: both.person,
      mandate: administration.id,
      mandateKind: 'administration',
      access: 'write',
      shape,
      session: both.session,
      iat: town.clock.now() / 1000,
      exp: town.clock.now() / 1000 + 120,
    })
    expect(verdict.value).toMatchObject({
      access: 'write',
      url: `ws://localhost:4000/collab/${known}`,
      expiresAt: '2026-11-23T11:02:00.000Z',
    })
  })

  it('may be asked for under another own mandate, and under nobody else’s', async () => {
    const resident = both.mandates.find(({ kind }) => kind === 'resident')!
    expect(await enter(both, { as: resident.id })).toMatchObject({ ok: true, value: { access: 'read' } })
    expect(await enter(both, { as: stranger.mandates[0]!.id })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_ALLOWED' },
    })
  })

  it('is not for a page that is older than the document', async () => {
    expect(await enter(both, { shape: shape - 1 })).toMatchObject({ ok: false, refusal: { code: 'WRONG_SHAPE' } })
    expect(await enter(both, { shape })).toMatchObject({ ok: true })
  })

  it('is refused alike for a private room, an unknown one, and a kind that has no rooms', async () => {
    const refused = [
      await enter(stranger),
      await enter(both, { room: known.replace('0001', '0002') }),
      await enter(both, { room: known.replace('draft', 'cellar') }),
    ]
    expect(new Set(refused.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(no(refusal('NOT_FOUND')))]),
    )
    expect(await enter(null)).toMatchObject({ ok: false, refusal: { code: 'NOT_SIGNED_IN' } })
  })

  it.each([
    'draft',
    'draft/',
    'draft/../x',
    'Draft/01900000-0000-7000-8000-000000000001',
    `${known}/`,
    `${known}%00`,
    'x'.repeat(10_000),
  ])('is not asked for with %s for a name', async (room) => {
    const answer = await town.run('mutation($room: RoomName!) { enterRoom(room: $room) { __typename } }', {
      variables: { room },
    })
    expect(answer.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
  })
})

describe('the best right', () => {
  it('is the first of those that give most', () => {
    const right = (id: string, access: 'read' | 'write' | 'suggest') => ({
      mandate: { ...both.mandates[0]!, id: id as MandateId },
      access,
    })
    expect(best([])).toBeNull()
    expect(best([right('a', 'read'), right('b', 'suggest'), right('c', 'suggest')])?.mandate.id).toBe('b')
  })
})
