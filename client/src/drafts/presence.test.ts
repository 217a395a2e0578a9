// Drafts: who is shown as present.
import { expect, test } from 'vitest'
import { changesOf, presentIn } from './presence.js'

const oda = { user: { name: 'Oda Lindskov', person: 'p1', mandate: 'council-member' } }
const birk = { user: { name: 'Birk Ellemose', person: 'p2', mandate: 'administration' } }

test('others only, one for each person and mandate however many tabs', () => {
  const states = new Map<number, unknown>([[1, oda], [2, birk], [3, { ...oda, writes: true }], [4, oda]])
  expect(presentIn(states, 2)).toEqual([
    { key: 'p1/council-member', name: 'Oda Lindskov', kind: 'COUNCIL_MEMBER', writes: true, section: null },
  ])
})

test('nobody without a name and a mandate that the room vouches for', () => {
  const states = new Map<number, unknown>([[1, {}], [2, { user: { name: 'Borgmester' } }], [3, { user: { name: 7, mandate: 'guest' } }], [4, null]])
  expect(presentIn(states, 9)).toEqual([])
})

test('who came and who went', () => {
  const [before, after] = [presentIn(new Map([[1, oda]]), 0), presentIn(new Map([[2, birk]]), 0)]
  expect(changesOf(before, after)).toMatchObject({ came: [{ name: 'Birk Ellemose' }], left: [{ name: 'Oda Lindskov' }] })
})
