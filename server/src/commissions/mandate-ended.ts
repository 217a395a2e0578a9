// Commissions: what rests on a mandate ends with it: drafters are council members, clerks are of the administration.
import type { EndedMandate, Writing } from '../platform/index.js'

export async function endWhatRestsOn({ tx, event }: Writing, { person, on }: EndedMandate): Promise<void> {
  const { rows } = await tx.query(
    `update commissions.office o set to_day = greatest(from_day, $2::date - 1)
      where person_id = $1 and (to_day is null or to_day >= $2::date) and not exists (
        select from people.mandate m where m.person_id = o.person_id and people.gives_rights(m, $2::date)
           and case o.kind when 'drafter' then people.in_council(m) else m.kind = 'administration' end)
      returning commission_id as commission`,
    [person, on],
  )
  for (const { commission } of rows) event({ kind: 'commission', id: commission })
}
