// The bench: how the database's words become GraphQL's.
import { districts } from '@faellesrum/schema/municipality'

export const enumOf = (word: string): string => word.toUpperCase().replaceAll('-', '_')
/** Names as the public may know them: every server keeps the same rule, or the work would not be the same. */
export const shownName = `case p.shown_as when 'full-name' then p.name when 'first-name' then split_part(p.name, ' ', 1)
  when 'citizen-member' then 'Borgermedlem' when 'invited' then 'Inviteret' else 'Indbygger' end`
export const wordOf = (value: string): string => value.toLowerCase().replaceAll('_', '-')

const names = new Map(districts.map(({ slug, name }) => [slug, name]))
export const districtName = (slug: string): string => names.get(slug) ?? slug
