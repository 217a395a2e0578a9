// Drafts: who a piece of text is credited to.
import type { MandateId, PersonId } from '../kernel/index.js'

/** Text that nobody vouches for stands apart, by name, and is left out of every sum (AT13). */
export const unvouchedSources = ['template', 'import'] as const
export type UnvouchedSource = (typeof unvouchedSources)[number]

/** A person under one mandate (a guest has only the mandate), or the name of a source that nobody vouches for. */
export type Author =
  | Readonly<{ person: PersonId | null; mandate: MandateId; source?: never }>
  | Readonly<{ source: UnvouchedSource; person?: never; mandate?: never }>

export const template: Author = { source: 'template' }

/** Equal for equal authors; for maps and sets. */
export const authorKey = (author: Author): string =>
  author.source !== undefined ? `~${author.source}` : `${author.person ?? ''}/${author.mandate}`
