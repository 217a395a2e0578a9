// Committees: sizes and offices.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MandateKind } from '../people/index.js'
import {
  type Candidate,
  judgeCouncilSize,
  judgeFinanceCommitteeSize,
  judgeOffice,
  largestFinanceCommittee,
  type OfficeFacts,
} from './composition.js'

describe('sizes', () => {
  it('CO7 odd, 9 to 31', () => {
    const fits = Array.from({ length: 40 }, (_, size) => size).filter((size) => judgeCouncilSize(size).ok)
    expect(fits).toEqual([9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31])
  })

  it('CO8 nine of nineteen, and never more than half', () => {
    expect(largestFinanceCommittee(19)).toBe(9)
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 15 }), fc.integer({ min: 0, max: 40 }), (n, members) => {
        const council = 2 * n + 1
        const allowed = members % 2 === 1 && members * 2 <= council
        expect(judgeFinanceCommitteeSize(members, council).ok).toBe(allowed)
      }),
    )
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
    ['CO10, PE10 nor may who has a seat on it and has left the council', { office: 'chair', candidate: left }, 'NOT_A_MEMBER'],
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
