// Collab: the names that presence shows, from the one view of the server's that collab reads.
import type { PersonId } from '@faellesrum/schema/kernel'
import type { Pool } from 'pg'

type Asked = Readonly<{ person: PersonId; tell(name: string | null): void; fail(error: unknown): void }>

/** Names asked for in one turn are read in one statement: when a thousand people come back at once, each would cost one. */
export class Cards {
  readonly #pool: Pool
  #asked: Asked[] = []

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** The name somebody goes by inside rooms, or null: guests, and people who wish none. */
  nameOf(person: PersonId | null): Promise<string | null> {
    if (person === null) return Promise.resolve(null)
    return new Promise((tell, fail) => {
      if (this.#asked.push({ person, tell, fail }) === 1) setImmediate(() => void this.#read())
    })
  }

  async #read(): Promise<void> {
    const asked = this.#asked
    this.#asked = []
    try {
      const { rows } = await this.#pool.query<{ person_id: PersonId; name: string }>({
        name: 'collab-cards',
        text: 'select person_id, name from rooms.card where person_id = any($1::uuid[])',
        values: [asked.map(({ person }) => person)],
      })
      const names = new Map(rows.map(({ person_id, name }) => [person_id, name]))
      for (const { person, tell } of asked) tell(names.get(person) ?? null)
    } catch (error) {
      for (const { fail } of asked) fail(error)
    }
  }
}
