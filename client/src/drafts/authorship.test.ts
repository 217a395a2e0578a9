// Drafts: the server's runs on the text as it stands now.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorsOf, placeRuns, type Run } from './authorship.js'

const oda = { label: 'Oda Lindskov', mandateKind: 'COUNCIL_MEMBER' } as const
const birk = { label: 'Birk Ellemose', mandateKind: 'ADMINISTRATION' } as const
const runs: Run[] = [
  { block: 'b', from: 0, to: 5, author: oda },
  { block: 'b', from: 5, to: 9, author: birk },
]

test('unchanged words keep their runs', () => {
  expect(placeRuns(runs, 'Lokal mad', 'Lokal mad').map(({ from, to }) => [from, to])).toEqual([[0, 5], [5, 9]])
})

test.each([
  ['typed in the middle of a run', 'Lokal god mad', [[0, 5], [5, 6], [10, 13]]],
  ['typed at the end', 'Lokal mad nu', [[0, 5], [5, 9]]],
  ['typed at the beginning', 'En Lokal mad', [[3, 8], [8, 12]]],
  ['removed', 'Lomad', [[0, 2], [2, 5]]],
  ['written anew', 'Økologi', []],
])('%s', (_what, now, expected) => {
  expect(placeRuns(runs, 'Lokal mad', now).map(({ from, to }) => [from, to])).toEqual(expected)
})

test('text that nobody vouches for is not coloured', () => {
  expect(placeRuns([{ block: 'b', from: 0, to: 5, author: { label: 'Skabelon', mandateKind: null } }], 'Lokal', 'Lokal')).toEqual([])
})

test('never outside the text, never overlapping, and never over a letter that differs from what the author wrote', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (then, now, cut) => {
      const at = then.length === 0 ? 0 : cut % then.length
      const placed = placeRuns([{ block: 'b', from: 0, to: at, author: oda }, { block: 'b', from: at, to: then.length, author: birk }], then, now)
      let end = 0
      for (const run of [...placed].sort((a, b) => a.from - b.from)) {
        expect(run.from).toBeGreaterThanOrEqual(end)
        expect(run.to).toBeLessThanOrEqual(now.length)
        const own = run.author === oda ? then.slice(0, at) : then.slice(at)
        expect(own).toContain(now.slice(run.from, run.to))
        end = run.to
      }
    }),
  )
})

test('authors stand once, in the order of the text', () => {
  const placed = placeRuns([...runs, { block: 'b', from: 9, to: 11, author: oda }], 'Lokal mad!!', 'Lokal mad!!')
  expect(authorsOf(placed)).toEqual([oda, birk])
})
