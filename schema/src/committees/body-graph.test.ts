// Committees: the graph's rules as tables and properties.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BodyKind, bodyKinds, bodyRules, judgeOwners, makesRing, mayOwn } from './body-graph.js'

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
  it('CO5 graphs grown only by edges that make no ring have none', () => {
    const edges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 60 })
    fc.assert(
      fc.property(edges, (wanted) => {
        const owners = new Map<string, string[]>()
        const ownersOf = (body: string) => owners.get(body) ?? []
        for (const [body, owner] of wanted) {
          if (makesRing(String(body), [String(owner)], ownersOf)) continue
          owners.set(String(body), [...ownersOf(String(body)), String(owner)])
        }
        // An order in which every owner comes before what it owns exists exactly when there is no ring.
        const placed = new Set<string>()
        const nodes = Array.from({ length: 12 }, (_, at) => String(at))
        for (let round = 0; round < 12; round++) {
          for (const node of nodes) if (ownersOf(node).every((owner) => placed.has(owner))) placed.add(node)
        }
        expect(placed.size).toBe(12)
      }),
    )
  })

  it('CO5 refuses the short and the long way round', () => {
    const ownersOf = (body: string) => ({ b: ['a'], c: ['b'] })[body] ?? []
    expect(makesRing('a', ['a'], ownersOf)).toBe(true)
    expect(makesRing('a', ['c'], ownersOf)).toBe(true)
    expect(makesRing('c', ['a'], ownersOf)).toBe(false)
  })
})
