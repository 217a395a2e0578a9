// Committees: sizes and offices.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MandateKind } from '../people/index.js'
import { bodyKinds } from './body-graph.js'
import { type Candidate, judgeOffice, judgeSeats, type OfficeFacts } from './composition.js'

describe('sizes', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => at + 1)

  it('CO7 odd, 9 to 31', () => {
    const fits = numbers.filter((seats) => judgeSeats('council', seats, 0).ok)
    expect(fits).toEqual([9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31])
  })

  it('CO8 nine of nineteen, and never more than half', () => {
    expect(numbers.filter((seats) => judgeSeats('finance-committee', seats, 19).ok)).toEqual([1, 3, 5, 7, 9])
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 15 }), fc.integer({ min: 1, max: 40 }), (n, seats) => {
        const council = 2 * n + 1
        const allowed = seats % 2 === 1 && seats * 2 <= council
        expect(judgeSeats('finance-committee', seats, council).ok).toBe(allowed)
      }),
    )
  })

  it('CO7, CO8 are of these two, and of seats that are known', () => {
    for (const kind of bodyKinds) {
      expect(judgeSeats(kind, 0, 19).ok).toBe(true)
      expect(judgeSeats(kind, 10, 19).ok, kind).toBe(kind !== 'council' && kind !== 'finance-committee')
    }
    expect(judgeSeats('finance-committee', 10, 0).ok).toBe(true)
  })
})

const who = (person: string, ...mandates: [MandateKind, string | null][]): Candidate => ({
  person,
  name: person,
  mandates: mandates.map(([kind, body]) => ({ kind, body, inCouncil: body === 'kb' })),
})
const cathrine = who('cathrine', ['council-member', 'kb'], ['council-member', 'task'])
const left = who('left', ['council-member', 'task'])
const alva = who('alva', ['citizen-member', 'task'])
const yasmin = who('yasmin', ['administration', null])
const agnete = who('agnete', ['council-member', 'kb'], ['council-member', 'fin'])
const bertram = who('bertram', ['council-member', 'kb'], ['council-member', 'fin'])
const task = { id: 'task', kind: 'task-committee', name: 'task', closed: false } as const
const fin = { id: 'fin', kind: 'finance-committee', name: 'fin', closed: false } as const
const kb = { id: 'kb', kind: 'council', name: 'kb', closed: false } as const

describe('offices', () => {
  const answer = (facts: Partial<OfficeFacts> & Pick<OfficeFacts, 'office' | 'candidate'>) => {
    const verdict = judgeOffice({ body: task, mayor: 'agnete', held: [], ...facts })
    return verdict.ok ? 'yes' : verdict.refusal.code
  }

  it.each<[string, Parameters<typeof answer>[0], string]>([
    ['CO10 a council member on it may chair', { office: 'chair', candidate: cathrine }, 'yes'],
    [
      'CO10, PE10 nor may who has a seat on it and has left the council',
      { office: 'chair', candidate: left },
      'NOT_A_MEMBER',
    ],
    ['CO10 a citizen may not', { office: 'chair', candidate: alva }, 'NOT_A_MEMBER'],
    ['CO10 a council member who is not on it may not', { office: 'vice-chair', candidate: bertram }, 'NOT_A_MEMBER'],
    [
      'CO10 chair and vice-chair are two persons',
      { office: 'vice-chair', candidate: cathrine, held: [{ office: 'chair', person: 'cathrine' }] },
      'NOT_ALLOWED',
    ],
    ['CO9 the mayor chairs the finance committee', { office: 'chair', candidate: agnete, body: fin }, 'yes'],
    ['CO9 nobody else does', { office: 'chair', candidate: bertram, body: fin }, 'NOT_ALLOWED'],
    [
      'CO9 the council is chaired by its mayor, not by a chair',
      { office: 'chair', candidate: agnete, body: kb },
      'WRONG_KIND',
    ],
    ['CO9 mayor of the council only', { office: 'mayor', candidate: agnete, body: fin }, 'WRONG_KIND'],
    ['CO9 a council member may become mayor', { office: 'mayor', candidate: agnete, body: kb, mayor: null }, 'yes'],
    [
      'CO11 one chair at a time',
      { office: 'chair', candidate: cathrine, held: [{ office: 'chair', person: 'oda' }] },
      'ALREADY_SO',
    ],
    ['CO11 clerks are staff', { office: 'clerk', candidate: yasmin }, 'yes'],
    ['CO11 several clerks', { office: 'clerk', candidate: yasmin, held: [{ office: 'clerk', person: 'birk' }] }, 'yes'],
    ['CO11 a politician is no clerk', { office: 'clerk', candidate: cathrine }, 'NOT_ALLOWED'],
    ['CO11 drafters belong to commissions', { office: 'drafter', candidate: cathrine }, 'WRONG_KIND'],
    [
      'CO13 a closed body takes no office',
      { office: 'chair', candidate: cathrine, body: { ...task, closed: true } },
      'WRONG_STATE',
    ],
  ])('%s', (_title, facts, expected) => {
    expect(answer(facts)).toBe(expected)
  })
})
