// The bench: how the database's words become GraphQL's.
import { districts } from '@faellesrum/schema/municipality'

export const enumOf = (word: string): string => word.toUpperCase().replaceAll('-', '_')
export const wordOf = (value: string): string => value.toLowerCase().replaceAll('_', '-')

const names = new Map(districts.map(({ slug, name }) => [slug, name]))
export const districtName = (slug: string): string => names.get(slug) ?? slug
