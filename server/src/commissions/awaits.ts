// Commissions: what awaits somebody. Drafters and those invited have a text to write; clerks have a state to record.
import { type CommissionState, isBeforeAdoption } from '@faellesrum/schema/commissions'
import type { Awaiting, Visit } from '../platform/index.js'

type Waiting = Readonly<{ id: string; name: string; state: CommissionState; role: 'drafter' | 'clerk' | 'invited' }>

const sentences = {
  write: {
    da: (name: string) => `Skriv videre på udkastet til »${name}«`,
    en: (name: string) => `Go on writing the draft of “${name}”`,
  },
  record: {
    da: (name: string) => `Før næste skridt for »${name}« ind fra referatet`,
    en: (name: string) => `Record the next step of “${name}” from the minutes`,
  },
} as const

export async function awaitsInCommissions({ town, viewer, language, today }: Visit): Promise<readonly Awaiting[]> {
  if (viewer === null) return []
  const rows = (await town.database.read(
    `select c.id, c.name, c.state, o.kind as role from commissions.office o join commissions.commission c on c.id = o.commission_id
      where o.person_id = $1 and commissions.stands(o, $2::date) and c.state is not null and c.draft_id is not null
     union all
     select c.id, c.name, c.state, 'invited' from people.mandate m join commissions.commission c on c.id = m.commission_id
      where m.person_id = $1 and m.kind = 'invited' and c.draft_id is not null
        and people.gives_rights(m, $2::date)
     order by name, id`,
    [viewer.person, today],
  )) as Waiting[]
  return rows
    .filter(({ state }) => isBeforeAdoption(state))
    .map(({ id, name, role }) => ({
      act: role === 'clerk' ? 'recordFromMinutes' : 'enterRoom',
      sentence: sentences[role === 'clerk' ? 'record' : 'write'][language](name),
      commissionId: id,
      bodyId: null,
    }))
}
