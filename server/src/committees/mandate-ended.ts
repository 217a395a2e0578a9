// Committees: what rests on a mandate ends with it: offices whose holder no longer may hold them (CO10, CO11), and the
// seat. They end the day before the mandate is over, so that another may take them the same day.
import type { EndedMandate, Writing } from '../platform/index.js'
import { SeatingEntity } from './seat.entity.js'

const lastDay = 'to_day = greatest(from_day, $2::date - 1)'
const stands = '(to_day is null or to_day >= $2::date)'

const held = (which: string): string =>
  `exists (select from people.mandate m
            where m.person_id = office.person_id and people.gives_rights(m, $2::date) and ${which})`

export async function endWhatRestsOn(writing: Writing, { id, person, on, heir }: EndedMandate): Promise<void> {
  const { tx, manager, newId, event } = writing
  const offices = await tx.query(
    `update committees.office set ${lastDay} where person_id = $1 and ${stands} and not case kind
       when 'clerk' then ${held("m.kind = 'administration'")}
       else ${held('people.in_council(m)')} and ${held('m.body_id = office.body_id')} end
     returning body_id as body`,
    [person, on],
  )
  const seats = await tx.query(
    `update committees.seating set ${lastDay} where mandate_id = $1 and ${stands} returning seat_id as seat`,
    [id, on],
  )
  if (heir !== null) {
    for (const { seat } of seats.rows)
      await manager.insert(SeatingEntity, { id: newId(), seat, mandate: heir, from: on, to: null })
  }
  for (const { body } of offices.rows) event({ kind: 'body', id: body })
}
