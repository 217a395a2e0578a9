// People: the rules of mandates, as tables and properties.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../kernel/index.js'
import { isHeldOn, judgeEnd, judgeMandate, type NewMandate, townWideKinds } from './mandates.js'
import { mandateKinds } from './mandate-kinds.js'

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2020-01-01'), days))
const anySpan = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 2000 })))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }))
const mandate = (more: Partial<NewMandate> = {}): NewMandate => ({
  kind: 'citizen-member',
  person: 'p',
  body: 'b',
  commission: null,
  from: day('2026-01-01'),
  to: null,
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
    const held = (on: string): boolean => isHeldOn(span, on as LocalDate)
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(held)).toEqual([false, true, true, false])
  })
})

describe('a new mandate', () => {
  it.each(mandateKinds)('PE3: as %s names a place, or none where it stands for the whole town', (kind) => {
    const nowhere = code(judgeMandate(mandate({ kind, body: null }), []))
    expect(nowhere).toBe(townWideKinds.includes(kind) ? 'yes' : 'WRONG_KIND')
    expect(code(judgeMandate(mandate({ kind }), []))).toBe('yes')
    expect(code(judgeMandate(mandate({ kind, body: null, commission: 'c' }), []))).toBe('yes')
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

  it('PE5: is refused exactly where one of the same kind and place shares a day with it', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const sharesADay = isHeldOn(a, b.from) || isHeldOn(b, a.from)
        expect(code(judgeMandate(mandate(a), [mandate(b)]))).toBe(sharesADay ? 'ALREADY_SO' : 'yes')
        expect(code(judgeMandate(mandate(a), [mandate({ ...b, body: 'other' })]))).toBe('yes')
        expect(code(judgeMandate(mandate(a), [mandate({ ...b, kind: 'invited' })]))).toBe('yes')
      }),
    )
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
