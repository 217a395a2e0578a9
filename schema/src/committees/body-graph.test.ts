// Committees: the graph's rules as tables and properties.
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/index.js'
import { type BodyKind, bodyKinds, bodyRules, judgeOneCouncil, judgeOwners, mayOwn } from './body-graph.js'

const named = (kind: BodyKind) => ({ kind, name: `a ${kind}` })
const code = (verdict: ReturnType<typeof judgeOwners>) => (verdict.ok ? 'yes' : verdict.refusal.code)

describe('who may own whom', () => {
  const allowed = [
    ['council', 'finance-committee'],
    ['council', 'standing-committee'],
    ['standing-committee', 'task-committee'],
    ['finance-committee', 'task-committee'],
    ['task-committee', 'working-group'],
  ].map(String)

  it('CO1–CO4 exactly these pairs, and no other', () => {
    const found = bodyKinds.flatMap((owner) =>
      bodyKinds.filter((owned) => mayOwn(owner, owned)).map((owned) => String([owner, owned])),
    )
    expect(found.sort()).toEqual(allowed.sort())
  })

  it.each<[string, BodyKind, BodyKind[], string]>([
    ['CO1 a council belongs to nobody', 'council', [], 'yes'],
    ['CO1 a council under a council', 'council', ['council'], 'WRONG_KIND'],
    ['CO2 a standing committee without the council', 'standing-committee', [], 'OUT_OF_RANGE'],
    ['CO2 a standing committee of the council', 'standing-committee', ['council'], 'yes'],
    [
      'CO3 a task committee of two standing committees',
      'task-committee',
      ['standing-committee', 'standing-committee'],
      'yes',
    ],
    ['CO3 a task committee of the finance committee', 'task-committee', ['finance-committee'], 'yes'],
    ['CO3 a task committee straight under the council', 'task-committee', ['council'], 'WRONG_KIND'],
    ['CO3 a task committee of nobody', 'task-committee', [], 'OUT_OF_RANGE'],
    ['CO4 a working group of two', 'working-group', ['task-committee', 'task-committee'], 'OUT_OF_RANGE'],
    ['CO4 a working group of a standing committee', 'working-group', ['standing-committee'], 'WRONG_KIND'],
  ])('%s', (_title, kind, owners, expected) => {
    expect(code(judgeOwners(kind, owners.map(named)))).toBe(expected)
  })

  it('CO3 only a task committee may have unknown owners, and then none is named', () => {
    for (const kind of bodyKinds) {
      expect(judgeOwners(kind, [], true).ok).toBe(kind === 'task-committee')
    }
    expect(code(judgeOwners('task-committee', [named('standing-committee')], true))).toBe('WRONG_KIND')
  })

  it('CO6 task committees and working groups advise, the others decide', () => {
    expect(bodyKinds.filter((kind) => !bodyRules[kind].decides)).toEqual(['task-committee', 'working-group'])
  })
})

describe('rings', () => {
  it('CO5 the kind of an owner stands before that of what it owns, so no way up leads back', () => {
    for (const [at, owned] of bodyKinds.entries()) {
      const places = bodyRules[owned].owners.map((owner) => bodyKinds.indexOf(owner))
      expect(places.every((place) => place < at), owned).toBe(true)
    }
  })
})

describe('one council', () => {
  const dated = (from: string | null, to: string | null, closedBecause: string | null = null) => ({
    name: 'Kommunalbestyrelsen',
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
    closedBecause,
  })

  it.each([
    ['beside one that goes on', dated('2026-01-01', null), dated('2022-01-01', null), 'ALREADY_SO'],
    ['that overlaps by a day', dated('2026-01-01', null), dated('2022-01-01', '2026-01-01'), 'ALREADY_SO'],
    ['that is all over before it', dated('2026-01-01', null), dated('2022-01-01', '2025-12-31'), 'yes'],
    ['that begins after it', dated('2010-01-01', '2013-12-31'), dated('2014-01-01', null), 'yes'],
    ['whose beginning nobody knows', dated(null, '2013-12-31'), dated('2013-01-01', null), 'ALREADY_SO'],
    ['beside one that a source only calls closed', dated('2026-01-01', null), dated(null, null, 'kilden'), 'yes'],
  ])('CO1 %s', (_title, wanted, other, expected) => {
    expect(code(judgeOneCouncil(wanted, [other]))).toBe(expected)
    expect(code(judgeOneCouncil(other, [wanted]))).toBe(expected)
    expect(code(judgeOneCouncil(wanted, []))).toBe('yes')
  })
})
