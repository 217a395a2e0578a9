// People: what the public may know of a name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mandateKinds } from './mandate-kinds.js'
import { firstName, judgeNameConsent, nameConsents, publicKinds, publicName, slugOf } from './public-name.js'

const code = (verdict: { ok: boolean; refusal?: { code: string } }): string =>
  verdict.ok ? 'yes' : verdict.refusal!.code
const name = 'Freja Mai Sundgaard'

describe('in public', () => {
  it.each(mandateKinds)('PE6, PE7: %s', (kind) => {
    const isPublic = publicKinds.includes(kind)
    expect(publicName({ name, kindsEver: [kind], consent: null })).toBe(isPublic ? name : null)
    expect(publicName({ name, kindsEver: [kind], consent: 'first-name' })).toBe(isPublic ? name : 'Freja')
    expect(publicName({ name, kindsEver: [kind], consent: 'full-name' })).toBe(name)
  })

  it('PE7: somebody who was once a politician stays known', () => {
    expect(publicName({ name, kindsEver: ['resident', 'council-member'], consent: null })).toBe(name)
  })
})

describe('a yes to the own name', () => {
  it('PE8: by age and guardian', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nameConsents),
        fc.integer({ min: 0, max: 120 }),
        fc.boolean(),
        (shows, age, guardian) => {
          const wanted =
            shows === 'full-name' && age < 18 ? 'NOT_ALLOWED' : age < 15 && !guardian ? 'EVIDENCE_MISSING' : 'yes'
          expect(code(judgeNameConsent(shows, age, guardian))).toBe(wanted)
        },
      ),
    )
    expect(code(judgeNameConsent('first-name', -1, true))).toBe('OUT_OF_RANGE')
    expect(code(judgeNameConsent('first-name', 15.5, true))).toBe('OUT_OF_RANGE')
  })
})

describe('names in addresses', () => {
  it.each([
    ['Yasmin Pihlkjær', 'yasmin-pihlkjaer'],
    ['Solvej Granhøj-Bek', 'solvej-granhoej-bek'],
    ['Ebbe Kragelundby', 'ebbe-kragelundby'],
    ['Åse Ånd', 'aase-aand'],
    ["  O'Neill,  Zoë ", 'o-neill-zoe'],
  ])('%s is %s', (text, slug) => expect(slugOf(text)).toBe(slug))

  it('are plain, and stay what they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugOf(text)
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(slugOf(slug)).toBe(slug)
      }),
    )
  })

  it('the first name ends at the first space', () => {
    expect([firstName(name), firstName('Alva')]).toEqual(['Freja', 'Alva'])
  })
})
