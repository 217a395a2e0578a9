// People: every mandate in a body ends with it, as each would by itself: whoever is in a room by one of them is shown out.
import type { LocalDate } from '@faellesrum/schema/kernel'
import type { Writing } from '../platform/index.js'
import { showOut } from './end-held.js'

/** For acts that end a body. One that was to begin later ends on its first day, and so never gives a right. */
export async function endMandatesIn(
  writing: Writing,
  body: string,
  { on, because, today }: { on: LocalDate; because: string; today: LocalDate },
): Promise<void> {
  const { rows } = await writing.tx.query(
    `update people.mandate set to_day = greatest(from_day, $2::date), ended_because = $3
      where body_id = $1 and (to_day is null or to_day > $2::date) returning id, person_id as person`,
    [body, on, because],
  )
  if (on > today) return
  for (const mandate of rows as { id: string; person: string | null }[]) await showOut(writing, mandate)
}
