// People: what the public may know of somebody's name. SPEC PE6–PE9.
import { no, refusal, type Verdict, yes } from '../kernel/index.js'
import type { MandateKind } from './mandate-kinds.js'

/** PE6: whoever holds or held one of these is public by name. */
export const publicKinds: readonly MandateKind[] = ['council-member', 'administration']

export const nameConsents = ['full-name', 'first-name'] as const
export type NameConsent = (typeof nameConsents)[number]

export const fullNameAge = 18
export const ownConsentAge = 15

/** PE8. `age` in whole years on the day of the yes. */
export function judgeNameConsent(shows: NameConsent, age: number, byGuardian: boolean): Verdict<null> {
  if (!Number.isInteger(age) || age < 0) return no(refusal('OUT_OF_RANGE', { age, atLeast: 0 }))
  if (shows === 'full-name' && age < fullNameAge) return no(refusal('NOT_ALLOWED', { age, wants: `${fullNameAge}` }))
  if (age < ownConsentAge && !byGuardian) return no(refusal('EVIDENCE_MISSING', { age, wants: 'guardian' }))
  return yes(null)
}

/** PE6–PE8: what stands in public; null where only the kind of mandate does. */
export function publicName(
  person: Readonly<{ name: string; kindsEver: readonly MandateKind[]; consent: NameConsent | null }>,
): string | null {
  if (person.kindsEver.some((kind) => publicKinds.includes(kind)) || person.consent === 'full-name') return person.name
  return person.consent === 'first-name' ? firstName(person.name) : null
}

/** Up to the first space: `Freja Mai Sundgaard` → `Freja`. */
export const firstName = (name: string): string => name.split(' ')[0]!

/** Demo persons and bodies in addresses: `Yasmin Pihlkjær` → `yasmin-pihlkjaer`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
