// People: the rules of mandates, as tables and properties.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../kernel/index.js'
import { isHeldOn, judgeEnd, judgeMandate, type MandateSpan, type NewMandate, townWideKinds } from './mandates.js'
import { mandateKinds } from './mandate-kinds.js'

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2020-01-01'), days))
const anySpan = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 2000 })))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days), endedBecause: null as string | null }))
const anyEnd = fc.boolean()
const mandate = (more: Partial<NewMandate & MandateSpan> = {}): NewMandate & MandateSpan => ({
  kind: 'citizen-member',
  person: 'p',
  body: 'b',
  commission: null,
  from: day('2026-01-01'),
  to: null,
  endedBecause: null,
  ...more,
})
const code = (verdict: { ok: boolean; refusal?: { code: string } }): string =>
  verdict.ok ? 'yes' : verdict.refusal!.code

describe('a mandate is held', () => {
  it('PE1: from its first to its last day, both included, and on no other', () => {
    fc.assert(
      fc.property(anySpan, anyDay, (span, on) => {
        expect(isHeldOn(span, on)).toBe(span.from <= on && (span.to === null || on <= span.to))
      }),
    )
    const span = { from: day('2026-03-01'), to: day('2026-03-31') }
    const held = (endedBecause: string | null) =>
      ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => isHeldOn({ ...span, endedBecause }, day(on)))
    expect(held(null)).toEqual([false, true, true, false])
    expect(held('flyttet')).toEqual([false, true, false, false])
  })
})

describe('a new mandate', () => {
  it.each(mandateKinds)('PE3: as %s names a place, or none where it stands for the whole town', (kind) => {
    const nowhere = code(judgeMandate(mandate({ kind, body: null }), []))
    expect(nowhere).toBe(townWideKinds.includes(kind) ? 'yes' : 'WRONG_KIND')
    expect(code(judgeMandate(mandate({ kind }), []))).toBe('yes')
    const ofCommission = code(judgeMandate(mandate({ kind, body: null, commission: 'c' }), []))
    expect(ofCommission).toBe(kind === 'council-member' || kind === 'citizen-member' ? 'WRONG_KIND' : 'yes')
    expect(code(judgeMandate(mandate({ kind, commission: 'c' }), []))).toBe('WRONG_KIND')
  })

  it.each(mandateKinds)('PE4: as %s needs a person, unless a guest', (kind) => {
    expect(code(judgeMandate(mandate({ kind, person: null }), []))).toBe(kind === 'guest' ? 'yes' : 'WRONG_KIND')
  })

  it('PE2: does not end before it begins', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(code(judgeMandate(mandate({ from, to }), []))).toBe(to < from ? 'DATES_REVERSED' : 'yes')
      }),
    )
  })

  it('PE5: is refused exactly where one of the same kind and place is held on a day of it', () => {
    fc.assert(
      fc.property(anySpan, anySpan, anyEnd, (a, span, ended) => {
        const b = { ...span, endedBecause: ended && span.to !== null ? 'fortrudt' : null }
        const last = addDays(day('2020-01-01'), 6_001)
        const until = [a.to, b.to].flatMap((each) => each ?? []).reduce((x, y) => (x < y ? x : y), last)
        let shared = false
        for (let on = a.from < b.from ? b.from : a.from; on <= until && !shared; on = addDays(on, 1))
          shared = isHeldOn(a, on) && isHeldOn(b, on)
        expect(code(judgeMandate(mandate(a), [mandate(b)]))).toBe(shared ? 'ALREADY_SO' : 'yes')
        expect(code(judgeMandate(mandate(a), [mandate({ ...b, body: 'other' })]))).toBe('yes')
        expect(code(judgeMandate(mandate(a), [mandate({ ...b, kind: 'invited' })]))).toBe('yes')
      }),
    )
  })

  it('PE5, PE1: is given anew on the day that a wrong one was ended', () => {
    const wrong = mandate({ from: day('2026-03-01'), to: day('2026-03-01'), endedBecause: 'forkert person' })
    const again = mandate({ from: day('2026-03-01') })
    expect(code(judgeMandate(again, [wrong]))).toBe('yes')
    expect(code(judgeMandate(again, [{ ...wrong, endedBecause: null }]))).toBe('ALREADY_SO')
  })
})

describe('an end', () => {
  const held = {
    from: day('2026-01-01'),
    to: day('2026-12-31') as LocalDate | null,
    endedBecause: null as string | null,
  }
  it.each([
    ['within its time', held, '2026-06-30', 'flyttet', 'yes'],
    ['on its first day', held, '2026-01-01', 'fortrudt', 'yes'],
    ['on its last day', held, '2026-12-31', 'udløbet', 'yes'],
    ['before it began', held, '2025-12-31', 'flyttet', 'DATES_REVERSED'],
    ['later than it was given for', held, '2027-01-01', 'flyttet', 'DATES_REVERSED'],
    ['without a reason', held, '2026-06-30', '  ', 'EVIDENCE_MISSING'],
    ['a second time', { ...held, endedBecause: 'flyttet' }, '2026-06-30', 'igen', 'ALREADY_SO'],
    ['of one without an end', { ...held, to: null }, '2030-01-01', 'flyttet', 'yes'],
  ])('PE2: %s', (_, mandate, on, because, wanted) => {
    expect(code(judgeEnd(mandate, day(on), because))).toBe(wanted)
  })
})
