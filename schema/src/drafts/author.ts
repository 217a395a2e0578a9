// Drafts: who a piece of text is credited to.
import type { MandateId, PersonId } from '../kernel/index.js'

/** Text that nobody vouches for stands apart, by name, and is left out of every sum (AT13). */
export const unvouchedSources = ['template', 'import'] as const
export type UnvouchedSource = (typeof unvouchedSources)[number]

/** A person under one mandate (a guest has only that), or a source that nobody vouches for, and then both are null. */
export type Author = Readonly<{ person: PersonId | null; mandate: MandateId | null; source: UnvouchedSource | null }>

/** Equal for equal authors; for maps and sets. */
export const authorKey = ({ person, mandate, source }: Author): string => source ?? `${person ?? ''}/${mandate ?? ''}`

/** The same for one human under all mandates; a guest is the mandate. */
export const personKey = ({ person, mandate, source }: Author): string => person ?? source ?? `/${mandate}`
