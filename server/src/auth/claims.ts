// Auth: what a sign-in's claims give. Pure; a claim counts by its value, never by being there.
import type { MandateKind } from '@faellesrum/schema/people'
import type { OidcConfig } from '../platform/index.js'

export type Claims = Readonly<Record<string, unknown>>

/** The texts that a claim holds: a text, or a list of texts. Anything else (`false`, `true`, numbers, objects) is none. */
function textsOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim]
  return Array.isArray(claim) ? claim.filter((each): each is string => typeof each === 'string') : []
}

export function rolesOfClaims(claims: Claims, roles: OidcConfig['roles']): readonly MandateKind[] {
  if (roles === null) return []
  const held = textsOf(Object.hasOwn(claims, roles.claim) ? claims[roles.claim] : undefined)
  const kinds: MandateKind[] = []
  if (roles.administration !== null && held.includes(roles.administration)) kinds.push('administration')
  if (roles.facilitator !== null && held.includes(roles.facilitator)) kinds.push('facilitator')
  return kinds
}

/** One text, and one of those that are enough. */
export function isAssured(claims: Claims, assurance: OidcConfig['assurance']): boolean {
  if (assurance === null) return true
  const level = Object.hasOwn(claims, assurance.claim) ? claims[assurance.claim] : undefined
  return typeof level === 'string' && assurance.values.includes(level)
}
