// The kernel: identifiers. UUID v7, so that they sort by birth; time and chance are arguments.
import { v7 } from 'uuid'

declare const brand: unique symbol
/** A string that names one kind of thing only; `Id<'Person'>` cannot be passed where `Id<'Body'>` is asked for. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type PersonId = Id<'Person'>
export type MandateId = Id<'Mandate'>
export type BodyId = Id<'Body'>
export type CommissionId = Id<'Commission'>
export type DraftId = Id<'Draft'>

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID of any version; anything else never reaches the database. */
export const isId = (text: unknown): text is string => typeof text === 'string' && shape.test(text)

/** A new UUID v7 from milliseconds since 1970 and 16 random bytes. */
export function newId<Kind extends string>(msecs: number, random: Uint8Array): Id<Kind> {
  if (random.length < 16) throw new RangeError(`newId wants 16 random bytes, got ${random.length}`)
  return v7({ msecs, random }) as Id<Kind>
}
