// Drafts: the canonical spelling.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalize } from './canonical.js'

test('DR10 keys in order, numbers and strings as RFC 8785 has them', () => {
  expect(canonicalize({ b: [1e21, 0.1, -0, true, null], a: 'æ"\n', '\u20ac': 1 })).toBe(
    '{"a":"æ\\"\\n","b":[1e+21,0.1,0,true,null],"€":1}',
  )
})

test('DR10 å typed as a and a ring is å', () => {
  expect(canonicalize({ 'a\u030a': 'sa\u030a' })).toBe(canonicalize({ å: 'så' }))
})

test('DR10 a lone half of a pair becomes U+FFFD', () => {
  expect(canonicalize(['\ud83d', '\u{1F600}'])).toBe('["\ufffd","\u{1F600}"]')
})

test('DR10 what has no one spelling is refused', () => {
  expect(() => canonicalize({ å: 1, 'a\u030a': 2 })).toThrow('two keys are one')
  expect(() => canonicalize(undefined)).toThrow()
  expect(() => canonicalize({ a: Number.NaN })).toThrow()
})

test('DR10 the order in which an object was made does not show, and nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), fc.jsonValue({ stringUnit: 'grapheme-ascii' })),
      (data) => {
        const turned = Object.fromEntries(Object.entries(data).toReversed())
        expect(canonicalize(turned)).toBe(canonicalize(data))
        expect(JSON.parse(canonicalize(data))).toEqual(JSON.parse(JSON.stringify(data)))
      },
    ),
  )
})
