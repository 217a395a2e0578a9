// Drafts: whole percents of shares.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentsOf } from './percents.js'

test.each([
  [[1 / 3, 1 / 3, 1 / 3], [34, 33, 33]],
  [[0.745, 0.249, 0.006], [74, 25, 1]],
  [[0.5, 0.49], [51, 49]],
  [[1], [100]],
  [[], []],
  [[0.6, null], [60, null]],
])('of %j: %j', (shares, percents) => expect(percentsOf(shares)).toEqual(percents))

test('all shares together are a hundred percent, and none is more than one from its own', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 }), (letters) => {
      const sum = letters.reduce((total, each) => total + each, 0)
      const percents = percentsOf(letters.map((each) => each / sum)) as number[]
      expect(percents.reduce((total, each) => total + each, 0)).toBe(100)
      percents.forEach((percent, at) => expect(Math.abs(percent - (letters[at]! / sum) * 100)).toBeLessThanOrEqual(1))
    }),
  )
})
