// Platform: what the slices forgot to say is found when the schema is built, not when somebody asks.
import { Field, ObjectType, Query, Resolver } from 'type-graphql'
import { describe, expect, it } from 'vitest'
import { everyone, holders, signedIn } from './policy.js'
import { column, computed, one, reading } from './reading.js'
import { buildTownSchema } from './schema.js'
import type { Slice } from './slice.js'
import { raw, type Sql } from './sql.js'

@ObjectType()
class Lamp {
  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  owner!: string | null

  @Field(() => Lamp)
  next!: Lamp
}

@Resolver()
class LampResolver {
  @Query(() => Lamp, { nullable: true })
  lamp(): unknown {
    return null
  }
}

const name = column(raw('t.name'), everyone)
const owner = column(raw('t.owner'), holders('administration'))
const next = one('Lamp', raw('t.next'), everyone)
const whole = { name, owner, next }
const lit = (state: Sql) => computed({ state }, () => [], everyone)
const slice = (lines: Record<string, any>, policies: Slice['policies'] = { 'Query.lamp': everyone }): Slice => ({
  name: 'lamps',
  resolvers: [LampResolver],
  readings: [reading('Lamp', { from: 'town.lamp', lines })],
  policies,
})

describe('a schema', () => {
  it('is built when everything is said', () => {
    expect(buildTownSchema([slice(whole)]).policies.get('Lamp.owner')).toBe('administration')
  })

  it.each([
    ['a field nobody describes', slice({ name, owner }), 'Lamp.next: no reading and no policy'],
    ['a root field without a policy', slice(whole, {}), 'Query.lamp: no reading and no policy'],
    ['a line for no field', slice({ ...whole, colour: name }), 'Lamp.colour is described and no field'],
    [
      'a forbidden field that cannot be empty',
      slice({ ...whole, name: column(raw('t.name'), signedIn) }),
      'Lamp.name: not for everyone',
    ],
    [
      'a relation to what nobody describes',
      slice({ ...whole, next: one('Lantern', raw('t.next'), everyone) }),
      'nobody describes how a Lantern is read',
    ],
    [
      'two computed fields that quarrel over a name',
      slice({ ...whole, name: lit(raw('t.on')), owner: lit(raw('t.since')) }),
      'Lamp: two computed fields need different things by the name state',
    ],
    [
      'a reading of no type',
      { ...slice(whole), readings: [...slice(whole).readings!, reading('Moon', { from: 'x', lines: {} })] },
      'Moon is described and no type',
    ],
    [
      'a type described twice',
      { ...slice(whole), readings: [...slice(whole).readings!, ...slice(whole).readings!] },
      'Lamp is described twice',
    ],
  ])('is not built with %s', (_, broken, said) => {
    expect(() => buildTownSchema([broken as Slice])).toThrow(said)
  })
})
