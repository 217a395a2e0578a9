// Collab: deleted ranges agree with a plain set of clocks, whatever is deleted in whatever order.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeletedRanges } from './deleted-ranges.js'

const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }))

test('CP18 ranges say exactly what a set of clocks says', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), range, (added, [from, length]) => {
      const ranges = new DeletedRanges()
      const clocks = new Set<number>()
      for (const [start, count] of added) {
        ranges.add(1, start, start + count)
        for (let i = 0; i < count; i++) clocks.add(start + i)
      }
      const all = Array.from({ length }, (_, i) => clocks.has(from + i)).every(Boolean)
      expect(ranges.has(1, from, from + length)).toBe(all)
      for (const [, list] of ranges) {
        for (let i = 2; i < list.length; i += 2) expect(list[i]!).toBeGreaterThan(list[i - 1]!)
      }
    }),
  )
})
