// Committees: what the public may count of members, and what it may not find out by counting twice.
import { day, type LocalDate } from '@faellesrum/schema/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantMandate } from '../people/index.js'
import { aBody } from '../testing/bodies.js'
import { aTown, type TestMandate, type TestTown } from '../testing/town.js'
import { recordResidence } from './index.js'

let town: TestTown
let kb: string, first: string, second: string

const settle = async (name: string, district: string, ...mandates: TestMandate[]) => {
  const person = await town.person(name, ...mandates)
  await town.act(recordResidence, { person, district })
  return person
}
const citizenOf = (body: string, from: LocalDate = day('2026-01-01')) => ({
  kind: 'citizen-member' as const,
  body,
  from,
})

beforeAll(async () => {
  town = await aTown()
  kb = await aBody(town, { slug: 'kommunalbestyrelsen', kind: 'council', name: 'Kommunalbestyrelsen' })
  const skole = await aBody(town, { slug: 'skole', kind: 'standing-committee', name: 'Skoleudvalget', owners: [kb] })
  first = await aBody(town, { slug: 'et', kind: 'task-committee', name: 'Et', owners: [skole] })
  second = await aBody(town, { slug: 'to', kind: 'task-committee', name: 'To', owners: [skole] })
  for (const name of ['Alva A', 'Bo B', 'Cilla C', 'Dan D', 'Ebbe E']) await settle(name, 'hellerup', citizenOf(first))
  // Four persons in five seats, and a politician beside them.
  for (const name of ['Fie F', 'Gry G', 'Hans H']) await settle(name, 'ordrup', citizenOf(first))
  await settle('Ida I', 'ordrup', citizenOf(first), citizenOf(second))
  await settle('Oda O', 'ordrup', { kind: 'council-member', body: kb })
})
afterAll(() => town.close())

const districts = async (args = ''): Promise<[string, number][]> => {
  const { data, errors } = await town.run(`{ memberCounts(by: DISTRICT${args}) { key count } }`)
  expect(errors).toEqual([])
  return data.memberCounts.map(({ key, count }: { key: string; count: number }) => [key, count])
}

describe('districts', () => {
  it('are of citizens: persons and not seats, and no politician fills a group up to five', async () => {
    expect(await districts()).toEqual([['hellerup', 5]])
  })

  it('are counted on the first day of a quarter, so that one more does not tell where that one lives', async () => {
    await settle('Jo J', 'hellerup', citizenOf(first, day('2026-11-02')))
    expect(await districts()).toEqual([['hellerup', 5]])
    const noon = town.clock.now()
    town.clock.set(Date.parse('2027-01-01T11:00:00Z'))
    expect(await districts()).toEqual([['hellerup', 6]])
    town.clock.set(noon)
  })

  it.each([', on: "2026-11-23"', ', kinds: [TASK_COMMITTEE]', ', on: "2026-11-23", kinds: [COUNCIL]'])(
    'take no day and no kinds, whose differences would be one person (%s)',
    async (args) => {
      const { errors } = await town.run(`{ memberCounts(by: DISTRICT${args}) { key count } }`)
      expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    },
  )
})

describe('seats', () => {
  it('are counted on a day and in kinds of body, for all of it is public', async () => {
    const count = async (args: string) =>
      (await town.run(`{ memberCounts(${args}) { key count } }`)).data.memberCounts.map((each: any) => [
        each.key,
        each.count,
      ])
    expect(await count('by: MANDATE, on: "2026-10-31"')).toEqual([
      ['citizen-member', 10],
      ['council-member', 1],
    ])
    expect(await count('by: BODY_KIND, kinds: [COUNCIL]')).toEqual([['council', 1]])
    await town.act(grantMandate, {
      person: await town.person('Kaj K'),
      commission: null,
      to: null,
      ...citizenOf(second, day('2026-11-23')),
    })
    expect((await count('by: MANDATE'))[0]).toEqual(['citizen-member', 12])
  })
})
