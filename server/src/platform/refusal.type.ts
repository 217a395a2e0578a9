// Platform: an expected no, as GraphQL answers it: code, facts, and a sentence in the reader's language.
import { createUnionType, Field, ObjectType } from 'type-graphql'
import { type Refusal as RefusalValue, sentence, type Verdict } from '@faellesrum/schema/kernel'
import { JSONScalar } from './scalars.js'
import type { Class } from './slice.js'
import type { Visit } from './visit.js'

@ObjectType({ description: 'An expected no. Nothing was written, and it is nobody’s fault.' })
export class Refusal {
  @Field(() => String, { description: 'From a closed list, for programs: `NOT_ALLOWED`, `WRONG_STATE` …' })
  code!: string

  @Field(() => String, { description: 'A sentence for people, in the language of `Accept-Language`.' })
  message!: string

  @Field(() => JSONScalar, { description: 'What the refusal rests on: names, dates and numbers.' })
  facts!: unknown
}

@ObjectType({ description: 'An act that the viewer may not do on this object now, and why.' })
export class ViewerCannot {
  @Field(() => String, { description: 'The act: the name of its mutation.' })
  act!: string

  @Field(() => Refusal, { description: 'Why not.' })
  refusal!: Refusal
}

export const refusalValue = (refusal: RefusalValue, visit: Pick<Visit, 'language'>) => ({
  __typename: 'Refusal' as const,
  code: refusal.code,
  message: sentence(refusal, visit.language),
  facts: refusal.facts,
})

/** What a mutation's resolver answers: the refusal, or what `ok` makes of the result. */
export const answer = async <Result, Ok>(
  visit: Visit,
  verdict: Verdict<Result>,
  ok: (result: Result) => Promise<Ok> | Ok,
): Promise<Ok | ReturnType<typeof refusalValue>> =>
  verdict.ok ? ok(verdict.value) : refusalValue(verdict.refusal, visit)

/** `viewerCan` and `viewerCannot` from the acts' own questions, in the order given. */
export function whatViewerCan(
  verdicts: Readonly<Record<string, Verdict<unknown>>>,
  visit: Visit,
): { can: string[]; cannot: { act: string; refusal: ReturnType<typeof refusalValue> }[] } {
  const can: string[] = []
  const cannot: { act: string; refusal: ReturnType<typeof refusalValue> }[] = []
  for (const [act, verdict] of Object.entries(verdicts)) {
    if (verdict.ok) can.push(act)
    else cannot.push({ act, refusal: refusalValue(verdict.refusal, visit) })
  }
  return { can, cannot }
}

/** What a mutation answers: `result`, or a refusal. Values of it carry `__typename`. */
export const resultOrRefusal = (name: string, result: Class, description: string): object =>
  createUnionType({
    name,
    description,
    types: () => [result, Refusal] as never,
    resolveType: (value: { __typename: string }) => value.__typename,
  })
