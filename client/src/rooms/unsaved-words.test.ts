// Rooms: which words a writer is shown when they cannot be handed in.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeInto } from './testing/tiny-room.js'
import { unsavedWords } from './unsaved-words.js'

function aText(...paragraphs: string[]) {
  const doc = new Y.Doc()
  for (const words of paragraphs) writeInto(doc, words)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const root = doc.getXmlFragment('default')
  const text = (at: number) => (root.get(at) as Y.XmlElement).get(0) as Y.XmlText
  return { doc, root, updates, text }
}

test('only what is new, by block, in the order of the text', () => {
  const { root, updates, text } = aText('Kulturen ligger samlet.', 'Hvordan kommer den ud?')
  text(1).insert(22, ' Til fods.')
  text(0).insert(9, 'tit ')
  expect(unsavedWords(root, updates)).toEqual(['tit ', ' Til fods.'])
})

test('not what was deleted again, nor blocks of white space', () => {
  const { doc, root, updates, text } = aText('Kulturen')
  text(0).insert(8, ' er væk')
  text(0).delete(8, 7)
  writeInto(doc, '  ')
  expect(unsavedWords(root, updates)).toEqual([])
})

test('a word that was split by somebody else stays one text', () => {
  const { root, updates, text } = aText('')
  text(0).insert(0, 'naboerne')
  const mine = [...updates]
  text(0).insert(4, '-')
  expect(unsavedWords(root, mine)).toEqual(['naboerne'])
})
