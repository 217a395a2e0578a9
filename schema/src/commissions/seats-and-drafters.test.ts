// Commissions: seat plans and the two who formulate.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeDrafters } from './drafters.js'
import { defaultSeatPlan, judgeSeatPlan, seatsOf } from './seat-plan.js'

const codeOf = (verdict: { ok: true } | { ok: false; refusal: { code: string } }) =>
  verdict.ok ? 'yes' : verdict.refusal.code

describe('seat plans', () => {
  it.each([
    [5, 10, 'yes'],
    [5, 11, 'yes'],
    [4, 8, 'yes'],
    [1, 0, 'yes'],
    [0, 10, 'OUT_OF_RANGE'],
    [20, 10, 'OUT_OF_RANGE'],
    [5, 51, 'OUT_OF_RANGE'],
    [5.5, 10, 'OUT_OF_RANGE'],
    [5, Number.NaN, 'OUT_OF_RANGE'],
  ])('KO9 %d politicians and %d citizens in a council of 19: %s', (politicians, citizens, expected) => {
    expect(codeOf(judgeSeatPlan({ ...defaultSeatPlan, politicians, citizens }, 19))).toBe(expected)
  })

  it('KO9 no profile asks for more than there are citizens, and each says something', () => {
    const withProfile = (text: string, atLeast: number | null) =>
      codeOf(judgeSeatPlan({ ...defaultSeatPlan, profiles: [{ text, atLeast }] }, 19))
    expect(withProfile('13-15 år', 3)).toBe('yes')
    expect(withProfile('13-15 år', null)).toBe('yes')
    expect(withProfile('13-15 år', 11)).toBe('SEATS_DISAGREE')
    expect(withProfile('13-15 år', 0)).toBe('SEATS_DISAGREE')
    expect(withProfile('  ', 1)).toBe('EVIDENCE_MISSING')
    expect(withProfile('å'.repeat(201), 1)).toBe('TOO_LONG')
  })

  it('KO7 gives one seat for each place, numbered from 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 0, max: 50 }), (politicians, citizens) => {
        const seats = seatsOf({ ...defaultSeatPlan, politicians, citizens })
        expect(seats.map((seat) => seat.number)).toEqual(
          Array.from({ length: politicians + citizens }, (_, at) => at + 1),
        )
        expect(seats.filter((seat) => seat.kind === 'council-member').length).toBe(politicians)
      }),
    )
  })
})

describe('drafters', () => {
  const member = (person: string, isCouncilMember = true) => ({ person, name: person, isCouncilMember })

  it.each([
    ['two council members', [member('oda'), member('joakim')], 'yes'],
    ['one', [member('oda')], 'OUT_OF_RANGE'],
    ['three', [member('oda'), member('joakim'), member('magna')], 'OUT_OF_RANGE'],
    ['one twice', [member('oda'), member('oda')], 'OUT_OF_RANGE'],
    ['a citizen', [member('oda'), member('alva', false)], 'NOT_IN_OFFICE_THEN'],
  ])('KO5 %s', (_title, named, expected) => {
    expect(codeOf(judgeDrafters(named))).toBe(expected)
  })
})
