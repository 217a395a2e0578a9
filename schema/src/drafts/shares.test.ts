// Drafts: shares inside the room and in public.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MandateId } from '../kernel/index.js'
import { type MandateKind, mandateKinds } from '../people/index.js'
import type { Author } from './author.js'
import type { DraftJson } from './draft-json.js'
import { type AuthorShare, countShares, publicShares } from './shares.js'
import { person } from './writing-town.js'

const json: DraftJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { id: 'section-task', level: 2 }, content: [{ type: 'text', text: 'Opgave' }] },
    { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Højst 8 sider, tak! Import.' }] },
  ],
}
const run = (block: string, from: number, to: number, author: Author, copiedBy: Author | null = null) => ({
  block,
  from,
  to,
  ...author,
  copiedBy,
})
const oda: Author = { ...person('oda'), source: null }
const birk: Author = { ...person('birk'), source: null }
const imported: Author = { person: null, mandate: null, source: 'import' }

test('AT13 letters and digits count, the template’s blocks do not, a copy counts for its first author', () => {
  const runs = [
    run('section-task', 0, 6, oda),
    run('p', 0, 8, oda),
    run('p', 8, 14, birk, oda),
    run('p', 14, 19, oda),
    run('p', 19, 27, imported),
    run('gone', 0, 9, oda),
  ]
  expect(countShares(json, runs)).toEqual([
    { author: oda, letters: 9 },
    { author: birk, letters: 5 },
    { author: imported, letters: 6 },
  ])
})

/** So many people of a kind with so many letters each; a mandate's id begins with the number of its kind. */
const people = (...groups: [MandateKind, number, number][]): AuthorShare[] =>
  groups.flatMap(([kind, count, letters]) =>
    Array.from({ length: count }, (_, at) => ({
      author: { person: null, mandate: `${mandateKinds.indexOf(kind)}-${at}` as MandateId, source: null },
      letters,
    })),
  )
const kindOf = (mandate: MandateId): MandateKind => mandateKinds[Number(mandate[0])]!

test.each([
  [
    'large groups stand alone',
    people(['citizen-member', 10, 52], ['council-member', 5, 76]),
    [
      [['citizen-member'], 10, 0.58],
      [['council-member'], 5, 0.42],
    ],
  ],
  [
    'small ones together until they are five',
    people(['citizen-member', 6, 10], ['expert', 1, 30], ['invited', 4, 10]),
    [
      [['invited', 'expert'], 5, 0.54],
      [['citizen-member'], 6, 0.46],
    ],
  ],
  [
    'what is still too few is not shown',
    people(['citizen-member', 6, 10], ['expert', 1, 30]),
    [[['citizen-member'], 6, 1]],
  ],
  ['nothing at all where all are too few', people(['expert', 1, 30], ['invited', 3, 10]), []],
  [
    'what nobody vouches for is left out',
    [...people(['resident', 5, 2]), { author: imported, letters: 99 }],
    [[['resident'], 5, 1]],
  ],
] as const)('AT13 in public: %s', (_name, shares, expected) => {
  expect(publicShares(shares, kindOf).map(({ kinds, people: many, share }) => [kinds, many, share])).toEqual(expected)
})

test('AT13 no count of letters is told in public, nor a share from whose decimals one could be made', () => {
  const shown = publicShares(people(['citizen-member', 7, 41], ['council-member', 5, 83], ['expert', 1, 30]), kindOf)
  expect(shown.map((each) => Object.keys(each).sort())).toEqual([0, 1].map(() => ['kinds', 'people', 'share']))
  for (const { share } of shown) expect(Math.abs(share * 100 - Math.round(share * 100))).toBeLessThan(1e-9)
})

test('AT13 one person under two mandates is one of the five', () => {
  const twice: AuthorShare[] = [0, 1, 2, 3].map((kind) => ({
    author: { ...oda, mandate: `${kind}-0` as MandateId },
    letters: 10,
  }))
  expect(publicShares([...twice, ...people(['resident', 3, 1])], kindOf)).toEqual([])
})

test('AT13 no group in public is under five people, none is shown twice, and shares sum to one but for rounding', () => {
  const group = fc.tuple(
    fc.constantFrom(...mandateKinds),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 50 }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(group, { selector: ([kind]) => kind }), (groups) => {
      const shown = publicShares(people(...groups), kindOf)
      expect(shown.every(({ people: many }) => many >= 5)).toBe(true)
      expect(new Set(shown.flatMap(({ kinds }) => kinds)).size).toBe(shown.flatMap(({ kinds }) => kinds).length)
      if (shown.length > 0) {
        const sum = shown.reduce((all, { share }) => all + share, 0)
        expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * shown.length + 1e-9)
      }
      const large = groups.filter(([, count]) => count >= 5).map(([kind]) => kind)
      expect(large.every((kind) => shown.some(({ kinds }) => kinds.length === 1 && kinds[0] === kind))).toBe(true)
    }),
  )
})
