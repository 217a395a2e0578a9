// Rooms: a caret that is no place in a text never reaches an editor.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeInto } from './testing/tiny-room.js'
import { vouchedState } from './vouched.js'

const cursorOf = (cursor: unknown) => vouchedState({ user: {}, cursor })?.cursor

test('a caret in the text, in an empty text and at its end stays as it is', () => {
  const doc = new Y.Doc()
  const root = doc.getXmlFragment('default')
  const places = [Y.createRelativePositionFromTypeIndex(root, 0)]
  writeInto(doc, 'Lokal mad')
  const text = (root.get(0) as Y.XmlElement).get(0) as Y.XmlText
  places.push(Y.createRelativePositionFromTypeIndex(text, 3), Y.createRelativePositionFromTypeIndex(text, 9, -1))
  for (const place of places) {
    const cursor = { anchor: Y.relativePositionToJSON(place), head: JSON.parse(JSON.stringify(place)) as unknown }
    expect(cursorOf(cursor)).toEqual(cursor)
  }
})

const good = { type: null, tname: 'default', item: null, assoc: 0 }

test.each([
  ['a number', 1],
  ['nothing in it', {}],
  ['one end', { anchor: good }],
  ['words', { anchor: 'her', head: 'der' }],
  ['a list', [good, good]],
  ['no clock', { anchor: good, head: { item: { client: 1 } } }],
  ['a clock before the first', { anchor: good, head: { item: { client: 1, clock: -1 } } }],
  ['a clock between two', { anchor: good, head: { type: { client: 1, clock: 0.5 } } }],
  ['an item that is none', { anchor: good, head: { item: 7 } }],
  ['another fragment', { anchor: good, head: { tname: 'andet' } }],
  ['a side that is none', { anchor: good, head: { ...good, assoc: {} } }],
])('%s is no caret', (_what, cursor) => expect(cursorOf(cursor)).toBeNull())

test('nobody stays nobody, and what nobody reads is left out', () => {
  expect(vouchedState(null)).toBeNull()
  expect(vouchedState({ user: { name: 'Oda' }, writes: true, section: 'section-1', fylde: 'x' })).toEqual({
    user: { name: 'Oda' },
    cursor: null,
    writes: true,
    section: 'section-1',
  })
})
