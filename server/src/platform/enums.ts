// Platform: a GraphQL enum out of the one list that `schema` has: `council-member` inside, COUNCIL_MEMBER on the wire.
import { registerEnumType } from 'type-graphql'

type Upper<Text extends string> = Text extends `${infer A}-${infer B}` ? `${Uppercase<A>}_${Upper<B>}` : Uppercase<Text>
export type EnumOf<List extends readonly string[]> = { readonly [Each in List[number] as Upper<Each>]: Each }

export const wireName = (value: string): string => value.toUpperCase().replaceAll('-', '_')

/** Registers the enum and answers the object that `@Field(() => …)` wants. Every value has its description. */
export function graphqlEnum<const List extends readonly string[]>(
  name: string,
  list: List,
  description: string,
  values: { readonly [Each in List[number]]: string },
): EnumOf<List> {
  const entries = list.map((value) => [wireName(value), value])
  const object = Object.fromEntries(entries) as EnumOf<List>
  registerEnumType(object as object, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      list.map((value) => [wireName(value), { description: values[value as List[number]] }]),
    ),
  })
  return object
}
