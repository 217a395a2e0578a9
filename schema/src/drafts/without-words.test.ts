// Drafts: words that have to go are gone from the text, however they are spelt, and nobody else's words move house.
import { expect, test } from 'vitest'
import type { MandateId, PersonId } from '../kernel/index.js'
import type { CreditedRun } from './credited-runs.js'
import type { DraftJson, DraftNode } from './draft-json.js'
import { blockTexts } from './plain-text.js'
import { withoutWords } from './without-words.js'

const p = (id: string, ...content: DraftNode[]): DraftNode => ({ type: 'paragraph', attrs: { id }, content })
const t = (text: string, ...marks: DraftNode['marks'] & object): DraftNode => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
const doc = (...content: DraftNode[]): DraftJson => ({ type: 'doc', content })
const run = (block: string, from: number, to: number, name: string): CreditedRun => ({
  block,
  from,
  to,
  person: name as PersonId,
  mandate: `m-${name}` as MandateId,
  source: null,
  copiedBy: null,
})
const told = (json: DraftJson, runs: readonly CreditedRun[]): string =>
  runs.map(({ block, from, to, person }) => `${person}: ${blockTexts(json).get(block)!.slice(from, to)}`).join(' | ')

test('every occurrence goes, across marks and in any case, and an omission stands there', () => {
  const before = doc(p('a', t('Spørg Kaj '), t('Hansen', { type: 'bold' }), t(' om det. KAJ  HANSEN ved det.')), p('b', t('Ellers ingen.')))
  const { json, runs, found } = withoutWords(before, [run('a', 0, 12, 'oda'), run('a', 12, 45, 'birk'), run('b', 0, 13, 'ida')], ['Kaj Hansen'])
  expect(found).toBe(2)
  expect([...blockTexts(json).values()]).toEqual(['Spørg […] om det. […] ved det.', 'Ellers ingen.'])
  expect(told(json, runs)).toBe('oda: Spørg  | birk:  om det.  | birk:  ved det. | ida: Ellers ingen.')
})

test('letters composed the other way are the same letters; signs mean themselves', () => {
  const before = doc(p('a', t('Søren Ågård A\u030Ag\u00E5rd (c.p.r. 1)')))
  expect(withoutWords(before, [], ['ågård']).found).toBe(1)
  expect(withoutWords(doc(p('a', t('A\u030Aga\u030Ard'))), [], ['\u00C5g\u00E5rd']).found).toBe(1)
  expect(blockTexts(withoutWords(before, [], ['(c.p.r. 1)']).json).get('a')).toContain('[…]')
  expect(withoutWords(doc(p('a', t('cxpxrx'))), [], ['c.p.r.']).found).toBe(0)
})

test('an address that holds the words leads nowhere any more', () => {
  const link = { type: 'link' as const, attrs: { href: 'https://gentofte.dk/kaj%20hansen' } }
  const { json, found } = withoutWords(doc(p('a', t('her', link))), [], ['Kaj Hansen'])
  expect(found).toBe(1)
  expect(json).toEqual(doc(p('a', t('her'))))
})

test('a block of nothing else is empty but for the omission; no words to take out is an error', () => {
  expect(withoutWords(doc(p('a', t('Kaj'), { type: 'hardBreak' }, t('Kaj'))), [], ['Kaj']).json).toEqual(
    doc(p('a', t('[…]'), { type: 'hardBreak' }, t('[…]'))),
  )
  expect(() => withoutWords(doc(p('a', t('Kaj'))), [], [' '])).toThrow(RangeError)
})
