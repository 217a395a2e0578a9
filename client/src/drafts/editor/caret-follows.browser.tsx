// Drafts: one's own caret in a real browser, while somebody else writes in the same paragraph.
import { draftRoot } from '@faellesrum/schema/drafts'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import * as Y from 'yjs'
import { shapeExtensions } from './extensions.js'
import { aText, paragraph, Sheet, wordsIn } from './testing/sheet.js'

const blocks = (doc: Y.Doc) => doc.getXmlFragment(draftRoot)
const words = (doc: Y.Doc, index = 0) => (blocks(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText

/** Clicks in, and steps to behind the first `letters` of the text. */
async function standBehind(letters: number, screen: Awaited<ReturnType<typeof render>>): Promise<void> {
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('{Control>}{Home}{/Control}')
  for (let n = 0; n < letters; n++) await userEvent.keyboard('{ArrowRight}')
}

test.each<[string, (theirs: Y.Doc) => void, string]>([
  ['a letter before it', (doc) => words(doc).insert(0, 'y'), 'yFem mø*der i foråret.'],
  ['a sentence before it', (doc) => words(doc).insert(0, 'Vi holder '), 'Vi holder Fem mø*der i foråret.'],
  ['a letter behind it', (doc) => words(doc).insert(9, 'ne'), 'Fem mø*derne i foråret.'],
  ['a letter at it', (doc) => words(doc).insert(6, '-'), 'Fem mø*-der i foråret.'],
  ['a word before it is gone', (doc) => words(doc).delete(0, 4), 'mø*der i foråret.'],
  ['all before it is gone', (doc) => words(doc).delete(0, 6), '*der i foråret.'],
  ['the words around it are gone', (doc) => words(doc).delete(4, 5), 'Fem * i foråret.'],
  ['a word before it is bold', (doc) => words(doc).format(0, 3, { bold: {} }), 'Fem mø*der i foråret.'],
])('the caret stays among its words: %s', async (_what, change, expected) => {
  const { room, doc, theirs, bring } = aText(['Fem møder i foråret.', 'moeder'], ['Et andet afsnit.', 'andet'])
  const screen = await render(<Sheet room={room} />)
  await standBehind(6, screen)
  change(theirs)
  bring()
  await userEvent.keyboard('*')
  expect(wordsIn(doc)).toBe(`${expected}|Et andet afsnit.`)
})

test('two who write in one paragraph, letter by letter, keep their words whole', async () => {
  const { room, doc, theirs, bring } = aText(['Fem møder i foråret.', 'moeder'])
  const screen = await render(<Sheet room={room} />)
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('{End}')
  const hers = ' Oda skriver.'
  const his = 'Birk også: '
  for (const [at, letter] of [...hers].entries()) {
    await userEvent.keyboard(letter)
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
    words(theirs).insert(at, his[at] ?? '')
    bring()
  }
  expect(wordsIn(doc)).toBe(`${his}Fem møder i foråret.${hers}`)
})

test('a selection keeps its words while others write before and in it', async () => {
  const { room, doc, theirs, bring } = aText(['Fem møder i foråret.', 'moeder'])
  const screen = await render(<Sheet room={room} />)
  await standBehind(4, screen)
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
  words(theirs).insert(6, 'øø')
  words(theirs).insert(0, 'Alle ')
  bring()
  await userEvent.keyboard('*')
  expect(wordsIn(doc)).toBe('Alle Fem * i foråret.')
})

test('the caret goes along where a block is written anew under its own id', async () => {
  const { room, doc, theirs, bring } = aText(['Et afsnit.', 'et'], ['Fem møder i foråret.', 'moeder'])
  const screen = await render(<Sheet room={room} />)
  await standBehind(11 + 6, screen)
  blocks(theirs).delete(1)
  paragraph(theirs, 'Nyt imellem.', 'nyt')
  paragraph(theirs, 'Fem møder i foråret.', 'moeder')
  bring()
  await userEvent.keyboard('*')
  expect(wordsIn(doc)).toBe('Et afsnit.|Nyt imellem.|Fem mø*der i foråret.')
})

test('the caret goes along with its words when another parts the paragraph before it', async () => {
  const { room, doc, theirs, bring } = aText(['Fem møder i foråret. De er åbne.', 'moeder'], ['Et andet afsnit.', 'andet'])
  const screen = await render(<Sheet room={room} />)
  await standBehind(24, screen)
  const other = new Editor({ extensions: [...shapeExtensions(true), Collaboration.configure({ fragment: blocks(theirs) })] })
  onTestFinished(() => other.destroy())
  other.chain().setTextSelection(22).splitBlock().run()
  bring()
  await userEvent.keyboard('*')
  expect(wordsIn(doc)).toBe('Fem møder i foråret. |De *er åbne.|Et andet afsnit.')
})
