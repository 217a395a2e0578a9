// Committees: the act that gives somebody an office in a body from a day on, without an end.
import { judgeOffice, type OfficeFacts, type OfficeKind } from '@faellesrum/schema/committees'
import { type LocalDate, no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { act, type ActInput, globalId } from '../platform/index.js'
import { type BodyFacts, isClosed, loadBody } from './body-facts.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'
import { OfficeEntity } from './office.entity.js'

export type AssignOfficeInput = ActInput &
  Readonly<{ body: string; person: string; office: OfficeKind; from: LocalDate }>

export const assignOffice = act<AssignOfficeInput, OfficeFacts & { name: string }, null, { body: string }>({
  name: 'assign-office',
  mayDate: mayDateRecord,
  async facts(tx, input) {
    const body = await loadBody(tx, input.body)
    return body.ok ? officeFacts(tx, body.value, input) : body
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'assign-office'),
  rule: (facts) => judgeOffice(facts),
  async write({ manager, newId, event }, _decision, _facts, input) {
    const { body, person, office: kind, from } = input
    await manager.insert(OfficeEntity, { id: newId<'Office'>(), body, kind, person, from, to: null })
    event({ kind: 'body', id: body })
    return {
      result: { body },
      about: [globalId('Body', body), globalId('Person', person)],
      record: { office: kind, from },
    }
  },
})

async function officeFacts(
  tx: Tx,
  body: BodyFacts,
  { person, office, from }: AssignOfficeInput,
): Promise<Verdict<OfficeFacts & { name: string }>> {
  const found = await tx.query(
    `select p.name, coalesce(json_agg(json_build_object('kind', m.kind, 'body', m.body_id, 'inCouncil', people.in_council(m))) filter (where m.id is not null), '[]') as mandates
       from people.person p
       left join people.mandate m on m.person_id = p.id and people.gives_rights(m, $2::date)
      where p.id = $1 group by p.id`,
    [person, from],
  )
  if (!found.rows[0]) return no(refusal('NOT_FOUND', { kind: 'person' }))
  // It has no end, so it meets every office that is not over on its first day; the mayor is who is mayor on that day.
  const held = await tx.query(
    `select o.kind as office, o.person_id as person, o.body_id = $1 as here, o.from_day <= $2 as "hasBegun"
       from committees.office o join committees.body b on b.id = o.body_id
      where (o.body_id = $1 or (b.kind = 'council' and o.kind = 'mayor'))
        and (o.to_day is null or o.to_day >= $2)`,
    [body.id, from],
  )
  return yes({
    name: body.name,
    office,
    body: { id: body.id, kind: body.kind, name: body.name, closed: isClosed(body, from) },
    candidate: { person, name: found.rows[0].name, mandates: found.rows[0].mandates },
    mayor: held.rows.find((row) => row.office === 'mayor' && row.hasBegun)?.person ?? null,
    held: held.rows.filter((row) => row.here),
  })
}
