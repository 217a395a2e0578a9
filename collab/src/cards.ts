// Collab: the names that presence shows, from the one view of the server's that collab reads.
import type { PersonId } from '@faellesrum/schema/kernel'
import type { Pool } from 'pg'

/** The name somebody goes by inside rooms, or null: guests, and people who wish none. */
export async function nameOf(pool: Pool, person: PersonId | null): Promise<string | null> {
  if (person === null) return null
  const { rows } = await pool.query<{ name: string }>({
    name: 'collab-card',
    text: 'select name from rooms.card where person_id = $1',
    values: [person],
  })
  return rows[0]?.name ?? null
}
