// Platform: moments, days, room names and facts on the wire. Inside, all of them are text (or plain JSON).
import { GraphQLScalarType, Kind } from 'graphql'
import { parseLocalDate } from '@faellesrum/schema/kernel'
import { RoomName as RoomNames } from '@faellesrum/schema/rooms'
import { badInput } from './errors.js'

const textOf = (name: string, example: string, parse: (text: string) => string | null) => {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : null
    if (parsed === null) throw badInput(`a ${name} looks like ${example}`)
    return parsed
  }
  return {
    parseValue: read,
    parseLiteral: (node: { kind: string; value?: unknown }) => read(node.kind === Kind.STRING ? node.value : null),
  }
}

const momentShape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,6}))?(?:Z|\+00(?::?00)?)$/

/** One moment is printed one way, wherever it comes from; PostgreSQL's text is rearranged, no Date on the way. */
export function printMoment(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value)
  const match = momentShape.exec(text)
  if (!match) throw new TypeError(`no moment in UTC: ${text}`)
  const [, date, minutes, seconds = ':00', fraction = ''] = match
  const millis = fraction.padEnd(3, '0').slice(0, 3)
  return `${date}T${minutes}${seconds}${millis === '000' ? '' : `.${millis}`}Z`
}

const withZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  description: 'A moment in UTC, ISO 8601: `2027-01-25T17:00:00Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: printMoment,
  ...textOf('DateTime', '2027-01-25T17:00:00Z', (text) => {
    const at = withZone.test(text) ? Date.parse(text) : NaN
    return Number.isNaN(at) ? null : new Date(at).toISOString()
  }),
})

export const LocalDate = new GraphQLScalarType({
  name: 'LocalDate',
  description: 'A day in the municipality’s calendar, without hour or zone: `2027-01-25`.',
  serialize: String,
  ...textOf('LocalDate', '2027-01-25', parseLocalDate),
})

export const RoomName = new GraphQLScalarType({
  name: 'RoomName',
  description: 'The name of a room where people write together: `draft/` and an id. Taken from `Commission.room`.',
  serialize: String,
  ...textOf('RoomName', 'draft/0198c6f2-7a4e-7cc1-8f0e-2b7d5a9e4c11', (text) => RoomNames.parse(text)?.name ?? null),
})

export const JSONScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Names and plain values, such as the facts behind a refusal. Only ever answered, never asked for.',
  serialize: (value) => value,
  parseValue: () => {
    throw badInput('JSON is only answered')
  },
  parseLiteral: () => {
    throw badInput('JSON is only answered')
  },
})
