// Committees: what a body takes is judged alike where a mandate is granted, where somebody is invited, and where the page
// says what one may do.
import { day, type PersonId } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody } from '../testing/bodies.js'
import { aTown, type TestTown } from '../testing/town.js'
import { closeBody } from './close-body.js'

let town: TestTown
let yasmin: PersonId, council: string, over: string
beforeAll(async () => {
  town = await aTown()
  yasmin = await town.person('Yasmin Pihlkjær', 'administration')
  council = await aBody(town, { slug: 'kb', kind: 'council', name: 'KB' })
  const skole = await aBody(town, { slug: 'skole', kind: 'standing-committee', name: 'Skole', owners: [council] })
  over = await aBody(town, { slug: 'over', kind: 'task-committee', name: 'Over', owners: [skole] })
  await town.act(closeBody, { body: over, to: day('2026-06-30'), because: 'Opgaven er løst' })
})
afterAll(() => town.close())

let keys = 0
async function codes(place: { body?: string; commission?: string }, kind: string, from: string): Promise<string[]> {
  const person = await town.person(`Nogen ${++keys}`)
  const said = { key: `k${keys}`, kind, from, ...place }
  const granted = await town.run(
    'mutation ($input: GrantMandateInput!) { grantMandate(input: $input) { ... on Refusal { code } } }',
    { as: yasmin, variables: { input: { ...said, person: `person_${person}` } } },
  )
  const invited = await town.run(
    'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ... on Refusal { code } } }',
    { as: yasmin, variables: { input: { ...said, key: `${said.key} i`, name: 'En Ny' } } },
  )
  return [granted.data.grantMandate.code ?? 'done', invited.data.invitePerson.code ?? 'done']
}

describe('a mandate in a body', () => {
  it.each([
    ['CO15 a citizen member of the council', 'kb', 'CITIZEN_MEMBER', '2026-11-23', 'WRONG_KIND'],
    ['CO15 a council member of the council', 'kb', 'COUNCIL_MEMBER', '2026-11-23', 'done'],
    ['CO15 an expert in the council', 'kb', 'EXPERT', '2026-11-23', 'done'],
    ['CO13 a citizen member of a closed body', 'over', 'CITIZEN_MEMBER', '2026-11-23', 'WRONG_STATE'],
    ['CO13 the same, of the time when it was open', 'over', 'CITIZEN_MEMBER', '2026-03-01', 'done'],
  ])('%s', async (_, slug, kind, from, wanted) => {
    const body = `body_${slug === 'kb' ? council : over}`
    expect(await codes({ body }, kind, from)).toEqual([wanted, wanted])
  })

  it('PE3 a council member of a commission', async () => {
    const commission = 'commission_01900000-0000-7000-8000-00000000c0de'
    expect(await codes({ commission }, 'COUNCIL_MEMBER', '2026-11-23')).toEqual(['WRONG_KIND', 'WRONG_KIND'])
  })

  it('CO13 is what the page says one may do', async () => {
    const { data } = await town.run('{ body(slug: "over") { viewerCan viewerCannot { act refusal { code } } } }', {
      as: yasmin,
    })
    expect(data.body.viewerCan).toEqual([])
    expect(data.body.viewerCannot).toContainEqual({ act: 'grantMandate', refusal: { code: 'WRONG_STATE' } })
  })
})
