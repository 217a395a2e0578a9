// Committees: the act that says which mandate holds which seat of a body.
import { type LocalDate, no, refusal, yes } from '@faellesrum/schema/kernel'
import { act, type ActInput, globalId } from '../platform/index.js'
import { type BodyFacts, isClosed, loadBody } from './body-facts.js'
import { mayDateRecord, mayKeepRecord } from './committees.policy.js'
import { SeatingEntity } from './seat.entity.js'

export type FillSeatsInput = ActInput &
  Readonly<{ body: string; from: LocalDate; seats: readonly { number: number; mandate: string }[] }>

type Seat = Readonly<{ id: string; number: number; kind: string; taken: boolean }>
type Mandate = Readonly<{ id: string; kind: string; body: string | null; name: string }>
type Facts = BodyFacts & Readonly<{ seats: readonly Seat[]; mandates: readonly Mandate[] }>

export const fillSeats = act<FillSeatsInput, Facts, readonly { seat: string; mandate: string }[], { body: string }>({
  name: 'fill-seats',
  mayDate: mayDateRecord,
  async facts(tx, input) {
    const body = await loadBody(tx, input.body)
    if (!body.ok) return body
    const seats = await tx.query(
      `select s.id, s.number, s.kind, exists (select from committees.seating g where g.seat_id = s.id and g.to_day is null) as taken
         from committees.seat s where s.body_id = $1 and s.to_day is null`,
      [input.body],
    )
    const mandates = await tx.query(
      `select m.id, m.kind, m.body_id as body, p.name from people.mandate m left join people.person p on p.id = m.person_id
        where m.id = any($1::uuid[])`,
      [input.seats.map((seat) => seat.mandate)],
    )
    return yes({ ...body.value, seats: seats.rows, mandates: mandates.rows })
  },
  policy: (who, facts) => mayKeepRecord(who, facts, 'fill-seats'),
  rule(facts, input) {
    if (isClosed(facts, input.from)) return no(refusal('WRONG_STATE', { body: facts.name, state: 'closed' }))
    const filled: { seat: string; mandate: string }[] = []
    for (const { number, mandate } of input.seats) {
      const seat = facts.seats.find((each) => each.number === number)
      const held = facts.mandates.find((each) => each.id === mandate)
      if (!seat || !held) return no(refusal('NOT_FOUND', { body: facts.name, seat: number }))
      if (seat.taken || filled.some((each) => each.seat === seat.id))
        return no(refusal('ALREADY_SO', { body: facts.name, seat: number }))
      if (held.body !== facts.id || held.kind !== seat.kind) {
        return no(refusal('SEATS_DISAGREE', { body: facts.name, seat: number, wants: seat.kind, person: held.name }))
      }
      filled.push({ seat: seat.id, mandate })
    }
    return yes(filled)
  },
  async write({ manager, newId, event }, filled, _facts, input) {
    const rows = filled.map((each) => ({ id: newId<'Seating'>(), ...each, from: input.from, to: null }))
    if (rows.length > 0) await manager.insert(SeatingEntity, rows)
    event({ kind: 'body', id: input.body })
    return {
      result: { body: input.body },
      about: [globalId('Body', input.body)],
      record: { seats: rows.length, from: input.from },
    }
  },
})
