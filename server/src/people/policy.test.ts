// People: every act against every kind of mandate, through real GraphQL; and nobody by the back way of another's id.
import type { PersonId } from '@faellesrum/schema/kernel'
import { mandateKinds } from '@faellesrum/schema/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type TestTown } from '../testing/town.js'
import { people } from './index.js'

let town: TestTown
let place: string
const actors = new Map<string, PersonId | null>([['nobody', null]])
const kinds = mandateKinds.filter((kind) => kind !== 'guest')

beforeAll(async () => {
  town = await aTown({ slices: [people] })
  place = await town.place('stedet')
  const council = await town.place('kommunalbestyrelsen', 'council')
  for (const kind of kinds) {
    const townWide = kind === 'administration' || kind === 'facilitator' || kind === 'resident'
    const body = kind === 'council-member' ? council : place
    actors.set(kind, await town.person(`Nogen ${kind}`, townWide ? kind : { kind, body }))
  }
  actors.set('politician on a seat', await town.person('Nogen på en plads', { kind: 'council-member', body: place }))
})
afterAll(() => town.close())

let keys = 0
const code = async (mutation: string, type: string, input: object, as: PersonId | null): Promise<string> => {
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Refusal { code } } }`
  const answer = await town.run(query, { as, variables: { input: { key: `m${++keys}`, ...input } } })
  expect(answer.errors).toEqual([])
  return answer.data[mutation].code ?? 'done'
}

describe('who may change who somebody is', () => {
  it.each(['nobody', ...kinds])('%s', async (who) => {
    const as = actors.get(who)!
    const someone = await town.person(`Genstand ${who}`)
    const wanted = who === 'administration' ? 'done' : who === 'nobody' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED'
    const grant = { person: `person_${someone}`, kind: 'EXPERT', body: `body_${place}`, from: '2026-11-01' }
    expect(await code('grantMandate', 'GrantMandateInput', grant, as)).toBe(wanted)
    const mine = who === 'nobody' ? someone : as!
    const self = { person: `person_${mine}`, kind: 'FACILITATOR', from: '2026-11-01' }
    expect(await code('grantMandate', 'GrantMandateInput', self, as)).toBe(wanted)
    const invite = { name: 'En Ny', kind: 'INVITED', body: `body_${place}`, from: '2026-11-01' }
    expect(await code('invitePerson', 'InvitePersonInput', invite, as)).toBe(wanted)
    const { rows } = await town.town.database.pool.query('select id from people.mandate where person_id = $1 limit 1', [
      actors.get('expert'),
    ])
    const ended = await code(
      'endMandate',
      'EndMandateInput',
      { mandate: `mandate_${rows[0].id}`, on: '2026-12-31', because: 'prøve' },
      as,
    )
    expect(ended).toBe(wanted)
  })

  it('nobody dates an act but the administration', async () => {
    const input = {
      person: `person_${actors.get('resident')}`,
      kind: 'FACILITATOR',
      from: '2026-01-01',
      occurredAt: '2026-01-01T10:00:00Z',
    }
    expect(await code('grantMandate', 'GrantMandateInput', input, actors.get('council-member')!)).toBe('NOT_ALLOWED')
    expect(await code('grantMandate', 'GrantMandateInput', input, actors.get('administration')!)).toBe('done')
  })
})

describe('what only some may read', () => {
  it.each(['nobody', ...kinds, 'politician on a seat'])('PE10 why a mandate ended: %s', async (who) => {
    const { rows } = await town.town.database.pool.query(
      'select id from people.mandate where ended_because is not null limit 1',
    )
    const answer = await town.run('query($id: ID!) { node(id: $id) { ... on Mandate { to endedBecause } } }', {
      as: actors.get(who)!,
      variables: { id: `mandate_${rows[0].id}` },
    })
    const may = who === 'administration' || who === 'council-member'
    expect(answer.data.node).toEqual({ to: '2026-12-31', endedBecause: may ? 'prøve' : null })
  })
})
