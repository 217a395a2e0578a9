// Seed: doing acts one after the other, each under a key of its own, so that a seed that was cut off goes on where it was.
import type { MandateId, PersonId } from '@faellesrum/schema/kernel'
import { type Act, type ActInput, type Actor, type Json, runAct, type Town } from '../platform/index.js'

type Wanted<Input extends ActInput> = Omit<Input, 'key'>

/** A person of the town, with the mandate that they act and write under. */
export type Member = { person: PersonId; mandate: MandateId; actor: Actor }

export type Seeding = Readonly<{
  town: Town
  /** Does the act as the seed (or as `who`) and answers its result; a refusal ends the seed, for then a rule has changed. */
  act<Input extends ActInput, Facts, Decision, Result extends Json>(
    key: string,
    definition: Act<Input, Facts, Decision, Result>,
    input: Wanted<Input>,
    who?: Actor,
  ): Promise<Result>
}>

const seed: Actor = { kind: 'system', name: 'seed' }

export const seedingOf = (town: Town): Seeding => ({
  town,
  async act(key, definition, input, who = seed) {
    const verdict = await runAct(town, who, definition, { ...input, key: `seed:${key}` } as never, 'seed')
    if (verdict.ok) return verdict.value
    throw new Error(`the seed was refused ${definition.name} (${key}): ${JSON.stringify(verdict.refusal)}`)
  },
})
