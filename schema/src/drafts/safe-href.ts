// Drafts: which addresses a link in a text may have.

// No white space and no control characters: browsers skip them, so "java\nscript:" would be read as a scheme.
// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\ufeff\\]/
const allowed = /^(https:\/\/[^/?#]|mailto:[^?]|tel:[+\d])/i
const longest = 2000

/** The address if a reader may follow it (https, mailto, tel), else null. Nothing is repaired or guessed. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > longest || hidden.test(href)) return null
  return allowed.test(href) ? href : null
}
