// Platform: relations to one are read in the statement of the rows that point there. Which columns they have in it, and
// how a row that was read becomes rows again.
import type { Follow } from './reader.js'
import type { Row } from './reading.js'
import type { Query } from './statements.js'

/** Rows that a relation to one leads to, as part of their parents' statement. */
export type Join = Readonly<{
  /** Where the parent keeps the row that was found, or null. */
  slot: string
  /** The parent's column that holds its key. */
  by: string
  query: Query
  follows: readonly Follow[]
}>

/** A join with its number in one statement, from 1; the rows that are joined to stand at 0. */
export type Place = Readonly<{ join: Join; number: number; parent: number }>

/** Parents before what hangs on them. */
export function placesOf(joins: readonly Join[]): readonly Place[] {
  const places: Place[] = []
  const add = (join: Join, parent: number): void => {
    const number = places.length + 1
    places.push({ join, number, parent })
    for (const inner of join.query.joins) add(inner, number)
  }
  for (const join of joins) add(join, 0)
  return places
}

/** The name of a joined row's column in the statement; whether there is one stands under the number alone. */
export const columnAt = (number: number, name: string): string => (number === 0 ? name : `${number}.${name}`)
export const foundAt = (number: number): string => `${number}`

/** Hangs what was joined into the rows; the rows that were found, by place. */
export function unfold(rows: readonly Row[], places: readonly Place[]): ReadonlyMap<Place, readonly Row[]> {
  const found = new Map<Place, Row[]>()
  // What stands at each number for the row at hand.
  const at: (Row | null)[] = []
  const recipes = places.map((place) => {
    const all: Row[] = []
    found.set(place, all)
    const names = [...place.join.query.columns.keys()]
    const columns = names.map((name) => [name, columnAt(place.number, name)] as const)
    return { ...place, slot: place.join.slot, key: foundAt(place.number), columns, all }
  })
  for (const row of rows) {
    at[0] = row
    for (const { number, parent, slot, key, columns, all } of recipes) {
      const holder = at[parent]!
      at[number] = null
      if (holder === null) continue
      if (row[key] === false) {
        holder[slot] = null
        continue
      }
      const child: Row = {}
      for (const [name, column] of columns) child[name] = row[column]
      holder[slot] = at[number] = child
      all.push(child)
    }
  }
  return found
}
