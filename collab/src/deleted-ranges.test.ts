// Collab: deleted ranges agree with a plain set of clocks, whatever is deleted in whatever order.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeletedRanges } from './deleted-ranges.js'
import { prng } from './testing/prng.js'

/** Sorted, and no two that touch. */
function expectInOrder(ranges: DeletedRanges): void {
  for (const [, pieces] of ranges) {
    const list = pieces.flat()
    for (let i = 2; i < list.length; i += 2) expect(list[i]!).toBeGreaterThan(list[i - 1]!)
  }
}

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
      expectInOrder(ranges)
    }),
  )
})

test('CP18 the same for thousands of ranges, so that they lie in many pieces', () => {
  const chance = prng(18)
  const ranges = new DeletedRanges()
  const clocks = new Uint8Array(60_000)
  for (let step = 0; step < 30_000; step++) {
    const from = chance(59_000)
    const to = from + 1 + (step % 2000 === 0 ? chance(1000) : chance(2))
    ranges.add(1, from, to)
    clocks.fill(1, from, to)
  }
  expectInOrder(ranges)
  const told = new Uint8Array(60_000)
  for (const [, pieces] of ranges) {
    expect(pieces.length).toBeGreaterThan(2)
    const list = pieces.flat()
    for (let i = 0; i < list.length; i += 2) told.fill(1, list[i]!, list[i + 1]!)
  }
  expect(told).toEqual(clocks)
  for (let from = 0; from < 59_000; from += 7) expect(ranges.has(1, from, from + 3)).toBe(clocks.subarray(from, from + 3).every(Boolean))
})

test('CP17 a million ranges from the last to the first take no longer than from the first to the last', () => {
  const ranges = new DeletedRanges()
  const at = performance.now()
  for (let from = 2_000_000; from > 0; from -= 2) ranges.add(1, from, from + 1)
  expect(performance.now() - at).toBeLessThan(3000)
  expect([ranges.has(1, 2, 3), ranges.has(1, 3, 4)]).toEqual([true, false])
})
