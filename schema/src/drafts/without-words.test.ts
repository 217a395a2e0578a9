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
  expect(withoutWords(before, [], ['ågård']).found).toBe(2)
  expect(withoutWords(doc(p('a', t('A\u030Aga\u030Ard'))), [], ['\u00C5g\u00E5rd']).found).toBe(1)
  expect(blockTexts(withoutWords(before, [], ['(c.p.r. 1)']).json).get('a')).toContain('[…]')
  expect(withoutWords(doc(p('a', t('cxpxrx'))), [], ['c.p.r.']).found).toBe(0)
})

test('of phrases that hold or overlap one another nothing is left', () => {
  const left = (text: string, ...phrases: string[]) => blockTexts(withoutWords(doc(p('a', t(text))), [], phrases).json).get('a')
  expect(left('Ring til Bo Jensen.', 'Bo', 'Bo Jensen')).toBe('Ring til […].')
  expect(left('Hansen', 'Hans', 'Hansen')).toBe('[…]')
  expect(left('Anna Maria Hansen', 'Anna Maria', 'Maria Hansen')).toBe('[…]')
})

test.each(['Zoe\u0308 André', 'ZO\u00CB andre\u0301', 'Zo\u00EB\u00A0 Andr\u00E9', 'Zo\u00AD\u00EB An\u200Bdr\u00E9'])('%j is the same name', (name) => {
  const { json, runs } = withoutWords(doc(p('a', t(`Spørg ${name}!`))), [run('a', 0, 7 + name.length, 'oda')], ['Zoë André'])
  expect(blockTexts(json).get('a')).toBe('Spørg […]!')
  expect(told(json, runs)).toBe('oda: Spørg  | oda: !')
})

test.each(['kaj%20hansen', 'kaj-hansen', '?q=Kaj+Hansen', '100%/kaj_hansen', 'kaj/hansen'])('an address that holds the words (%s) leads nowhere any more', (path) => {
  const link = { type: 'link' as const, attrs: { href: `https://gentofte.dk/${path}` } }
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
