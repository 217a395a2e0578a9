// Commissions: what each state wants, edge by edge.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/index.js'
import { type EntryFacts, judgeEntry } from './evidence.js'
import { type CommissionState, commissionStates, type Edge, edgeBetween, edges, isBeforeAdoption } from './lifecycle.js'

const council = { id: 'kb', kind: 'council', name: 'Kommunalbestyrelsen' } as const
const owner = { id: 'skole', kind: 'standing-committee', name: 'Skole' } as const
const other = { id: 'kultur', kind: 'standing-committee', name: 'Kultur' } as const
const own = { id: 'own', kind: 'task-committee', name: 'Opgaveudvalget' } as const
const bodyFor = { council, owner, itself: own } as const

/** The facts that satisfy an edge. */
function wellFormed(edge: Edge): EntryFacts {
  const body = edge.speaker === null ? null : bodyFor[edge.speaker]
  return {
    commission: {
      name: 'Skoler',
      state: edge.from,
      fromSource: false,
      owners: [owner.id],
      ownBody: own.id,
      drafters: 2,
      hasSeatPlan: true,
      since: edge.from === null ? null : day('2027-01-25'),
      noPosition: [],
    },
    to: edge.to,
    on: day('2027-02-22'),
    today: day('2027-02-22'),
    body,
    meeting: edge.meetings[0] ? { kind: edge.meetings[0], on: day('2027-02-22'), bodies: body ? [body.id] : [] } : null,
    source: 'Referat, punkt 9',
  }
}

const answer = (facts: EntryFacts): string => {
  const verdict = judgeEntry(facts)
  return verdict.ok ? (verdict.value.stays ? 'stays' : verdict.value.state) : verdict.refusal.code
}
const edge = (from: CommissionState | null, to: CommissionState) => wellFormed(edgeBetween(from, to)!)
const but = (facts: EntryFacts, commission: Partial<EntryFacts['commission']>): EntryFacts => ({
  ...facts,
  commission: { ...facts.commission, ...commission },
})

describe('entering a state', () => {
  it.each(edges.map((each) => [each.from, each.to, each] as const))(
    'KO2 %s → %s with all it wants',
    (_from, to, each) => {
      expect(answer(wellFormed(each))).toBe(to)
    },
  )

  it('KO1 along no edge that is not drawn, from any state to any other', () => {
    const state = fc.constantFrom(...commissionStates)
    fc.assert(
      fc.property(state, state, fc.constantFrom(...edges), (from, to, like) => {
        fc.pre(edgeBetween(from, to) === null)
        expect(answer(but({ ...wellFormed(like), to }, { state: from }))).toBe('WRONG_STATE')
      }),
    )
  })

  it.each(edges.filter((each) => each.meetings.length > 0).map((each) => [each.from, each.to, each] as const))(
    'KO2 %s → %s wants its meeting, of its kind, on that day, of that body; and a source',
    (_from, _to, each) => {
      const facts = wellFormed(each)
      expect(answer({ ...facts, meeting: null })).toBe('EVIDENCE_MISSING')
      expect(answer({ ...facts, source: '  ' })).toBe('EVIDENCE_MISSING')
      expect(answer({ ...facts, meeting: { ...facts.meeting!, on: day('2027-02-23') } })).toBe('EVIDENCE_MISSING')
      expect(answer({ ...facts, meeting: { ...facts.meeting!, bodies: ['somebody'] } })).toBe('EVIDENCE_MISSING')
      expect(answer({ ...facts, body: null })).toBe('WRONG_KIND')
    },
  )

  it('KO2 drafters are named at an ordinary meeting, not at an extraordinary one', () => {
    const facts = edge('identified', 'formulating')
    expect(answer({ ...facts, meeting: { ...facts.meeting!, kind: 'extraordinary-council' } })).toBe('EVIDENCE_MISSING')
    const established = edge('at-joint-meeting', 'established')
    expect(answer({ ...established, meeting: { ...established.meeting!, kind: 'extraordinary-council' } })).toBe(
      'established',
    )
  })

  it('KO2 a committee that does not own it has no say', () => {
    const facts = edge('formulating', 'at-joint-meeting')
    const meeting = { ...facts.meeting!, bodies: [other.id] }
    expect(answer({ ...facts, body: other, meeting })).toBe('WRONG_KIND')
  })

  it('KO3 nothing is dated before what it follows', () => {
    for (const each of edges.filter((one) => one.from !== null)) {
      expect(answer(but(wellFormed(each), { since: day('2027-02-23') })), each.to).toBe('BEFORE_ITS_STATE')
    }
  })

  it('KO3 minutes are of what has happened', () => {
    for (const each of edges) {
      expect(answer({ ...wellFormed(each), today: day('2027-02-21') }), each.to).toBe('IN_THE_FUTURE')
    }
  })

  it('KO4 the result is shown on an earlier day than the decision', () => {
    expect(answer(but(edge('result-at-joint-meeting', 'adopted'), { since: day('2027-02-22') }))).toBe(
      'NOT_SHOWN_BEFORE',
    )
    expect(answer(but(edge('result-at-joint-meeting', 'adopted'), { since: day('2027-02-21') }))).toBe('adopted')
  })

  it('KO5, KO7 formulating wants exactly two drafters, establishing an owner and a seat plan', () => {
    for (const drafters of [0, 1, 3])
      expect(answer(but(edge('identified', 'formulating'), { drafters }))).toBe('EVIDENCE_MISSING')
    expect(answer(but(edge('at-joint-meeting', 'established'), { hasSeatPlan: false }))).toBe('EVIDENCE_MISSING')
    expect(answer(but(edge('at-joint-meeting', 'established'), { owners: [] }))).toBe('EVIDENCE_MISSING')
  })

  it('KO6 past the council when each owner has said so, and not before', () => {
    const facts = but(edge('result-at-joint-meeting', 'handed-over'), { owners: [owner.id, other.id] })
    expect(answer(facts)).toBe('stays')
    const said = (body: string) => [{ body, on: day('2027-02-01') }]
    expect(answer(but(facts, { noPosition: said(other.id) }))).toBe('handed-over')
    expect(answer(but(facts, { noPosition: said(owner.id) }))).toBe('ALREADY_SO')
  })

  it('KO3, KO6 the state is dated by the latest word, in whatever order they are put on record', () => {
    const facts = but(edge('result-at-joint-meeting', 'handed-over'), { owners: [owner.id, other.id] })
    const dated = (other_: string) => {
      const verdict = judgeEntry(but(facts, { noPosition: [{ body: other.id, on: day(other_) }] }))
      return verdict.ok && verdict.value.on
    }
    expect(dated('2027-02-01')).toBe('2027-02-22')
    expect(dated('2027-03-15')).toBe('2027-03-15')
  })

  it('KO8 known from a source only: any state at first, then by the edges', () => {
    for (const to of commissionStates) {
      const facts = { ...edge(null, 'identified'), to, body: null, meeting: null }
      expect(answer(but(facts, { fromSource: true, owners: [] }))).toBe(to)
    }
    expect(answer(but({ ...edge(null, 'identified'), to: 'adopted' }, { fromSource: true, state: 'working' }))).toBe(
      'WRONG_STATE',
    )
  })
})

describe('what comes of it', () => {
  const outcome = (facts: EntryFacts) => {
    const verdict = judgeEntry(facts)
    return verdict.ok && [verdict.value.establishes, verdict.value.seals]
  }

  it('KO7 only the edge into `established` sets up a body, and only where there is none', () => {
    for (const each of edges) {
      const facts = but(wellFormed(each), { ownBody: each.speaker === 'itself' ? own.id : null })
      const adopts = each.to === 'established'
      expect(outcome(facts), `${each.from} → ${each.to}`).toEqual([adopts, adopts])
      if (adopts) expect(outcome(but(facts, { ownBody: own.id }))).toEqual([false, true])
    }
  })

  it('KO8, KO12 one of the past sets up none, and is sealed from the first state behind its adoption', () => {
    for (const to of commissionStates) {
      const facts = { ...edge(null, 'identified'), to, body: null, meeting: null }
      expect(outcome(but(facts, { fromSource: true, ownBody: null })), to).toEqual([false, !isBeforeAdoption(to)])
    }
  })
})
