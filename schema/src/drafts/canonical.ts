// Drafts: the one spelling of a piece of data, so that its hash can be recomputed by anybody, in any program.
import canonicalizeJson from 'canonicalize'

/**
 * RFC 8785 canonical JSON, every string in Unicode NFC (letters composed: æ, ø, å have one spelling however they were
 * typed). A lone half of a surrogate pair becomes U+FFFD, since UTF-8 cannot carry it. Throws for what is no JSON
 * (NaN, infinity, undefined at the top) and for an object of which two keys become one.
 */
export function canonicalize(data: unknown): string {
  const text = canonicalizeJson(composed(data))
  if (text === undefined) throw new TypeError('canonicalize: there is nothing to write')
  return text
}

function composed(data: unknown): unknown {
  if (typeof data === 'string') return data.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC')
  if (Array.isArray(data)) return data.map(composed)
  if (typeof data !== 'object' || data === null) return data
  const entries = Object.entries(data).map(([key, value]) => [composed(key) as string, composed(value)] as const)
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new TypeError('canonicalize: two keys are one')
  return Object.fromEntries(entries)
}
