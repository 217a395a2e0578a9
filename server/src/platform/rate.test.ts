// Platform: a rate holds in every stretch of its length, however slowly one asks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rate } from './rate.js'

describe('a rate', () => {
  it('never lets more through in any stretch than it promises, and does not hold what it refused against anyone', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 200 })
    fc.assert(
      fc.property(waits, (each) => {
        let now = 0
        const turns = rate({ now: () => now }, 6, 1_000)
        const through: number[] = []
        for (const wait of each) {
          now += wait
          const isFree = through.filter((at) => at > now - 1_000).length < 6
          expect(turns.isFree('a')).toBe(isFree)
          expect(turns.take('a')).toBe(isFree)
          if (isFree) through.push(now)
        }
      }),
    )
  })

  it('counts each name for itself', () => {
    const turns = rate({ now: () => 0 }, 1, 1_000)
    expect([turns.take('a'), turns.take('a'), turns.take('b')]).toEqual([true, false, true])
  })
})
