// Drafts: a text as HTML and as plain words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftJson, DraftNode } from './draft-json.js'
import { countLetters, countWords, plainText } from './plain-text.js'
import { renderHtml } from './render-html.js'

const doc = (...content: DraftNode[]): DraftJson => ({ type: 'doc', content })
const words = (text: string, ...marks: NonNullable<DraftNode['marks']>): DraftNode => ({ type: 'text', text, marks })
const cell = (type: 'tableCell' | 'tableHeader', text: string): DraftNode => ({
  type,
  attrs: { colspan: 2 },
  content: [{ type: 'paragraph', content: [words(text)] }],
})

const text = doc(
  { type: 'heading', attrs: { id: 'section-task', level: 2 }, content: [words('Opgave')] },
  {
    type: 'paragraph',
    attrs: { id: 'p' },
    content: [
      words('Se '),
      words('her', { type: 'link', attrs: { href: 'https://a.dk/?a&b' } }, { type: 'bold' }),
      { type: 'hardBreak' },
      words('og <b>', { type: 'italic' }),
    ],
  },
  {
    type: 'orderedList',
    attrs: { start: 3, type: 'a' },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('højst otte')] }] }],
  },
  { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'År'), cell('tableCell', '2027')] }] },
  { type: 'blockquote', content: [{ type: 'paragraph' }] },
  { type: 'horizontalRule' },
)

test('DR11 every block, mark and attribute comes out as its element', () => {
  expect(renderHtml(text, { lang: 'da', headingShift: 1 })).toBe(
    '<div lang="da"><h3 id="section-task">Opgave</h3>' +
      '<p id="p">Se <a href="https://a.dk/?a&amp;b" rel="noopener noreferrer nofollow"><strong>her</strong></a><br><em>og &lt;b&gt;</em></p>' +
      '<ol start="3" type="a"><li><p>højst otte</p></li></ol>' +
      '<table><tbody><tr><th colspan="2"><p>År</p></th><td colspan="2"><p>2027</p></td></tr></tbody></table>' +
      '<blockquote><p></p></blockquote><hr></div>',
  )
})

test('DR11 whatever stands in text, ids, addresses and language, only known tags come out', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', 'javascript:', 'https://', 'onload=', 'a', ' '),
  })
  fc.assert(
    fc.property(nasty, nasty, nasty, (one, two, three) => {
      const html = renderHtml(
        doc({ type: 'paragraph', attrs: { id: one }, content: [words(two, { type: 'link', attrs: { href: three } })] }),
        { lang: two },
      )
      expect(
        html
          .match(/<[^>]*>/g)!
          .every((tag) =>
            /^<(div lang="[^"<>]*"|p( id="[^"<>]*")?|a href="https:[^"<>\s]*" rel="noopener noreferrer nofollow"|\/(div|p|a))>$/.test(
              tag,
            ),
          ),
      ).toBe(true)
    }),
  )
})

test('DR12 plain text has one line per block, and words are runs with a letter or digit', () => {
  expect(plainText(text)).toBe('Opgave\nSe her\nog <b>\nhøjst otte\nÅr\n2027')
  expect(countWords(text)).toBe(9)
  expect(countWords(doc({ type: 'paragraph', content: [words('– 2½ time, à 10 kr. —')] }))).toBe(5)
})

test('AT13 letters and digits count, one each whatever their width', () => {
  expect(countLetters('Æ, å 2½!')).toBe(4)
  expect(countLetters('𝒜 \u{1F600}')).toBe(1)
})
