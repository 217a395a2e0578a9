// The kernel: every refusal has a sentence in both languages, with and without its facts.
import { describe, expect, it } from 'vitest'
import { languageOf, languages } from './language.js'
import { sentence } from './refusal-texts.js'
import { refusal, refusalCodes } from './refusal.js'

describe('the sentences of refusals', () => {
  it.each(refusalCodes)('%s is a whole sentence in every language', (code) => {
    for (const language of languages) {
      const bare = sentence(refusal(code), language)
      expect(bare).toMatch(/^[A-ZÆØÅ].*\.$/)
      expect(bare).not.toMatch(/undefined|null|\(\)/)
    }
    expect(sentence(refusal(code), 'da')).not.toBe(sentence(refusal(code), 'en'))
  })

  it('tells who changed it and when', () => {
    const said = sentence(refusal('CHANGED_MEANWHILE', { who: 'Oda Lindskov', when: '2026-11-23T10:00:00.000Z' }), 'da')
    expect(said).toContain('Oda Lindskov')
    expect(said).toContain('2026-11-23')
  })
})

describe('the language of a request', () => {
  it.each([
    [undefined, 'da'],
    ['', 'da'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,da;q=0.8', 'en'],
    ['de,da;q=0.5,en;q=0.4', 'da'],
    ['da;q=0.1,en;q=0.9', 'en'],
    ['*', 'da'],
    [';;;,,,q=', 'da'],
  ])('%s → %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})
