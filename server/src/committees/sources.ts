// Committees: where facts about a thing come from; each slice keeps its own table of sources.
import { carriedAll, type Computed, computed, everyone, raw, type Reading, values } from '../platform/index.js'

export const sourceReading: Reading = values('Source', carriedAll(['title', 'place', 'note', 'url'], everyone))

/** The `sources` of a type, from a table with `position`, `title`, `place`, `note`, `url` and this key. */
export const sourcesLine = (table: string, key: string): Computed =>
  computed(
    { id: raw('t.id') },
    async (rows, { town }) => {
      const ids = rows.map((row) => row['$id'] as string)
      const found = await town.database.read(
        `select ${key} as about, title, place, note, url from ${table} where ${key} = any($1::uuid[]) order by position`,
        [ids],
      )
      const sources = new Map<string, object[]>(ids.map((id) => [id, []]))
      for (const { about, ...source } of found) sources.get(about)!.push(source)
      return ids.map((id) => sources.get(id)!)
    },
    everyone,
  )
