// The kernel: what a refusal wants is said in words, in both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wantsWords } from './fact-words.js'
import { refusal, sentence } from './index.js'

const root = new URL('../../..', import.meta.url).pathname
const sources = ['schema/src', 'server/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
)
const used = new Set(sources.flatMap((text) => [...text.matchAll(/wants: '([^']+)'/g)].map((match) => match[1]!)))

describe('words for facts', () => {
  it('exist for everything that a refusal wants', () => {
    expect(used.size).toBeGreaterThan(10)
    expect([...used].filter((want) => !(want in wantsWords))).toEqual([])
  })

  it('stand in the sentence instead of the code', () => {
    expect(sentence(refusal('NOT_ALLOWED', { wants: 'drafter' }), 'da')).toContain('formulator af kommissoriet')
    expect(sentence(refusal('EVIDENCE_MISSING', { wants: 'ordinary-council|extraordinary-council' }), 'en')).toContain(
      'an ordinary council meeting or an extraordinary council meeting',
    )
    expect(sentence(refusal('WRONG_STATE', { state: 'working' }), 'da')).toContain('I arbejde')
  })
})
