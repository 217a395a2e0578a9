// People: whoever looks at a body is told who comes and who goes, and when it meets.
import { day } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordMeeting } from '../meetings/index.js'
import { aBody } from '../testing/bodies.js'
import { aTown, type TestTown } from '../testing/town.js'
import { acceptInvitation } from './accept-invitation.js'
import { endMandate, grantMandate, welcomeResident } from './index.js'
import { invitationToken } from './invitation-link.js'
import { invitePerson } from './invite-person.js'

const today = day('2026-11-23')
let town: TestTown
let body: string
const heard: (string | null)[] = []
beforeAll(async () => {
  town = await aTown()
  body = await aBody(town, { slug: 'kommunalbestyrelsen', kind: 'council', name: 'Kommunalbestyrelsen' })
  town.town.bus.listen('body', (id) => heard.push(id))
})
afterAll(() => town.close())

/** What was told of an act: all that comes before a word of our own, since notices come in the order of their commits. */
async function told<Result>(
  act: Promise<{ ok: boolean; value?: Result }>,
): Promise<{ of: typeof heard; value: Result }> {
  heard.length = 0
  const { ok, value } = await act
  expect(ok).toBe(true)
  await town.town.database.pool.query('select pg_notify($1, $2)', ['faellesrum_event', '{"kind":"body","id":"end"}'])
  await expect.poll(() => heard.at(-1)).toBe('end')
  return { of: [...new Set(heard.slice(0, -1))], value: value! }
}

describe('a body is changed', () => {
  it('by a mandate that is granted, and one that ends', async () => {
    const person = await town.person('Oda Lindskov')
    const grant = { person, kind: 'council-member', body, commission: null, from: today, to: null } as const
    const granted = await told(town.act(grantMandate, grant))
    expect(granted.of).toEqual([body])
    const { mandate } = granted.value
    expect((await told(town.act(endMandate, { mandate, on: today, because: 'prøve' }))).of).toEqual([body])
  })

  it('by an invitation, and by whoever takes it under the own name', async () => {
    const invited = { name: 'En Ny', kind: 'expert', body, commission: null, from: today, to: null } as const
    const { of, value } = await told(town.act(invitePerson, invited))
    expect(of).toEqual([body])
    const known = await town.person('Tobias Engholt', 'administration')
    const who = { kind: 'person', ...(await town.viewer(known))! } as const
    const token = invitationToken(town.town, value.invitation)
    expect((await told(town.act(acceptInvitation, { token }, who))).of).toEqual([body])
  })

  it('by a meeting', async () => {
    const startsAt = '2026-11-30T17:00:00Z'
    const meeting = { kind: 'ordinary-council', title: 'Møde', startsAt, place: null, bodies: [body] } as const
    expect((await told(town.act(recordMeeting, meeting))).of).toEqual([body])
  })

  it('not by somebody who only signs in', async () => {
    expect((await told(town.act(welcomeResident, { issuer: 'i', subject: 's', name: 'N' }))).of).toEqual([])
  })
})
