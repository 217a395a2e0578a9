// Drafts: the editor in a real browser, when the words of others make it throw.
import { draftRoot } from '@faellesrum/schema/drafts'
import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import * as Y from 'yjs'
import { aText, paragraph, Sheet, wordsIn } from './testing/sheet.js'

const faults = vi.spyOn(window, 'reportError').mockImplementation(() => undefined)
beforeEach(() => faults.mockClear())

/** The binding asks for this in the middle of bringing others' words to the sheet, when one has the caret in it. */
function throwOnce(error: Error): void {
  const asked = vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(() => {
    asked.mockRestore()
    throw error
  })
}

test.each([new RangeError('Position 9 out of range'), new TypeError('undefined is not an object')])(
  'the words of others stay when the binding throws over them: %s',
  async (error) => {
    const { room, doc, theirs, bring } = aText(['Før.'])
    const screen = await render(<Sheet room={room} />)
    const text = screen.getByRole('textbox')
    await userEvent.click(text)
    await userEvent.keyboard('{End}')
    paragraph(theirs, 'Den andens ord.')
    throwOnce(error)
    bring()
    // Before another editor can have been built: presence moves, and keys are pressed.
    room.awareness.setLocalStateField('writes', true)
    document.execCommand('insertText', false, 'x')
    expect(wordsIn(doc)).toContain('Den andens ord.')
    await expect.element(text).toHaveTextContent('Den andens ord.')
    await expect.element(text).toHaveFocus()
    await userEvent.keyboard(' Og efter.')
    expect(wordsIn(doc)).toBe('Før. Og efter.|Den andens ord.')
    expect(faults).toHaveBeenCalledExactlyOnceWith(error)
  },
)

test('one goes on among one’s own words, although others wrote before them', async () => {
  const { room, doc, theirs, bring } = aText(['Mine ord.'])
  const screen = await render(<Sheet room={room} />)
  const text = screen.getByRole('textbox')
  await userEvent.click(text)
  await userEvent.keyboard('{End}')
  const first = theirs.getXmlFragment(draftRoot)
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText('Et nyt afsnit foran.')])
  first.insert(0, [block])
  throwOnce(new RangeError('Position 9 out of range'))
  bring()
  await expect.element(text).toHaveTextContent('Et nyt afsnit foran.')
  await expect.element(text).toHaveFocus()
  await userEvent.keyboard(' Videre.')
  expect(wordsIn(doc)).toBe('Et nyt afsnit foran.|Mine ord. Videre.')
})

test('an editor that throws again at once is built again, a little later', async () => {
  const { room, doc, theirs, bring } = aText(['Før.'])
  const screen = await render(<Sheet room={room} />)
  const text = screen.getByRole('textbox')
  await userEvent.click(text)
  for (const words of ['Den første gang.', 'Den anden gang.']) {
    await expect.element(text).toHaveFocus()
    paragraph(theirs, words)
    throwOnce(new RangeError('Position 9 out of range'))
    bring()
    await expect.element(text).toHaveTextContent(words)
  }
  expect(faults).toHaveBeenCalledTimes(2)
  expect(wordsIn(doc)).toBe('Før.|Den første gang.|Den anden gang.')
})

test('a later editor, of another language, takes the focus from nobody', async () => {
  const { room, theirs, bring } = aText(['Før.'])
  const screen = await render(<Sheet room={room} />)
  const text = screen.getByRole('textbox')
  await userEvent.click(text)
  paragraph(theirs, 'Efter.')
  throwOnce(new RangeError('Position 9 out of range'))
  bring()
  await expect.element(text).toHaveTextContent('Efter.')
  await expect.element(text).toHaveFocus()
  const english = screen.getByRole('button', { name: 'English' })
  await userEvent.click(english)
  await expect.element(screen.getByRole('textbox', { name: 'The text' })).toHaveTextContent('Efter.')
  // An editor takes the focus in the frame after the task after it was built.
  await new Promise((done) => setTimeout(done))
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  await expect.element(english).toHaveFocus()
})

test.each([
  ['from the beginning', true],
  ['while one writes', false],
])('a text of a shape that no editor can show is said to be so: %s', async (_when, atOnce) => {
  const { room, doc, theirs, bring } = aText(['Hele teksten.'])
  const onBroken = vi.fn<() => void>()
  theirs.getXmlFragment(draftRoot).push([new Y.XmlText('letters where a block should be')])
  if (atOnce) bring()
  const screen = await render(<Sheet room={room} onBroken={onBroken} />)
  if (!atOnce) {
    await userEvent.click(screen.getByRole('textbox'))
    bring()
  }
  await expect.poll(() => onBroken.mock.calls.length).toBeGreaterThan(0)
  await userEvent.keyboard('x')
  expect(wordsIn(doc)).toBe('Hele teksten.|letters where a block should be')
})
