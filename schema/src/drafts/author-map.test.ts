// Drafts: an author map belongs to its update, unit by unit.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuthorMap, authorMapFault } from './author-map.js'
import { beginDraft } from './begin-draft.js'
import type { DraftJson } from './draft-json.js'

const json: DraftJson = {
  type: 'doc',
  content: ['Baggrund', 'Gentofte fik i 2016', 'en ungepolitik'].map((text, at) => ({
    type: 'paragraph',
    attrs: { id: `p${at}` },
    content: [{ type: 'text', text }],
  })),
}
const { update, authors } = beginDraft(json, 9, { otherwise: { source: 'template' } })
const with_ = (change: Partial<AuthorMap>) => authorMapFault(update, { ...authors, ...change })

test('AT10 any cut of the same runs into by and carry is accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 7 }), fc.boolean())), (cuts) => {
      let runs = authors.by.map(([clock, len]) => ({ clock, len, carried: false }))
      for (const [which, at, carried] of cuts) {
        runs = runs.flatMap((run, index) =>
          index === which && run.len > at
            ? [
                { ...run, len: at, carried },
                { ...run, clock: run.clock + at, len: run.len - at },
              ]
            : [run],
        )
      }
      const by = runs.filter(({ carried }) => !carried).map(({ clock, len }) => [clock, len, 0] as const)
      const carry = runs.filter(({ carried }) => carried).map(({ clock, len }) => [clock, len, 1, 0] as const)
      expect(with_({ by, carry })).toBeNull()
    }),
  )
})

test('AT10 a unit that is missing, told twice or no text makes the row refused', () => {
  const [first, second, third] = authors.by as [AuthorMap['by'][0], AuthorMap['by'][0], AuthorMap['by'][0]]
  expect(with_({ by: [first, third] })).toEqual({ kind: 'uncovered', clock: second[0] })
  expect(with_({ by: [] })).toEqual({ kind: 'uncovered', clock: first[0] })
  expect(with_({ by: [first, second, [third[0], third[1] - 1, 0]] })).toEqual({
    kind: 'uncovered',
    clock: third[0] + third[1] - 1,
  })
  expect(with_({ carry: [[second[0], 1, 1, 0]] })).toEqual({ kind: 'twice', clock: second[0] })
  expect(with_({ by: [...authors.by, [third[0] + third[1], 1, 0]] })).toMatchObject({ kind: 'not-text' })
  expect(with_({ by: [[0, 1, 0], ...authors.by] })).toEqual({ kind: 'not-text', clock: 0 })
  expect(with_({ client: 8 })).toEqual({ kind: 'foreign-client', client: 9 })
})

test.each([
  null,
  'authors:v1',
  {},
  { ...authors, v: 'authors:v2' },
  { ...authors, by: [[1, 2]] },
  { ...authors, by: [[1, 0, 0]] },
  { ...authors, by: [[1, 2, 99]] },
  { ...authors, by: [[-1, 2, 0]] },
  { ...authors, who: [{ source: 'somebody' }] },
  { ...authors, who: [{ person: 7, mandate: 'm' }] },
])('AT10 no author map: %j', (map) => {
  expect(authorMapFault(update, map)).toEqual({ kind: 'malformed' })
})
