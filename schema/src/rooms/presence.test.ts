// Rooms: whatever a browser says of its caret, no editor in the room throws at it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { presenceSaid } from './presence.js'

const doc = new Y.Doc()
const words = new Y.XmlText('Færre biler ved skolen')
const paragraph = new Y.XmlElement('paragraph')
paragraph.insert(0, [words])
doc.getXmlFragment('default').insert(0, [paragraph])

/** As an editor does for every state that it is shown. */
function look({ cursor }: ReturnType<typeof presenceSaid>): void {
  if (cursor == null) return
  for (const place of [cursor.anchor, cursor.head]) {
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc)
  }
}

test('an honest caret comes through as it was', () => {
  const places = [
    Y.createRelativePositionFromTypeIndex(words, 5),
    Y.createRelativePositionFromTypeIndex(words, 22),
    Y.createRelativePositionFromTypeIndex(doc.getXmlFragment('default'), 1),
  ]
  for (const anchor of places) {
    const cursor = JSON.parse(JSON.stringify({ anchor, head: places[0] }))
    const said = presenceSaid({ cursor, writes: true, section: 'purpose' })
    look(said)
    for (const end of ['anchor', 'head'] as const) {
      const place = Y.createRelativePositionFromJSON(said.cursor![end])
      expect(Y.compareRelativePositions(place, end === 'anchor' ? anchor : places[0]!)).toBe(true)
    }
    expect(said).toMatchObject({ writes: true, section: 'purpose' })
  }
  expect(presenceSaid({ cursor: null, section: null })).toEqual({ cursor: null, section: null })
})

test.each([
  1,
  'x',
  true,
  {},
  [],
  { anchor: {}, head: {} },
  { anchor: { tname: 'default' } },
  { anchor: { tname: 'default' }, head: { tname: 'another' } },
  { anchor: { item: { client: 'a', clock: 0 } }, head: { tname: 'default' } },
  { anchor: { item: {} }, head: { tname: 'default' } },
  { anchor: { type: { client: 1, clock: -1 } }, head: { tname: 'default' } },
  { anchor: { tname: 'default', assoc: '0' }, head: { tname: 'default' } },
])('a caret %j is none', (cursor) => {
  expect(presenceSaid({ cursor })).toEqual({ cursor: null })
})

test('nothing else comes through', () => {
  expect(presenceSaid({ user: { name: 'Borgmesteren' }, here: true, writes: 'yes', section: 7, __proto__: { x: 1 } })).toEqual({})
})

const id = fc.record({ client: fc.oneof(fc.nat(), fc.constant(doc.clientID)), clock: fc.oneof(fc.nat({ max: 30 }), fc.nat()) })
const thing = fc.oneof(fc.jsonValue(), fc.constant(null))
const place = fc.record(
  { type: fc.oneof(id, thing), item: fc.oneof(id, thing), tname: fc.oneof(fc.constant('default'), thing), assoc: fc.oneof(fc.integer(), thing) },
  { requiredKeys: [] },
)

test('whatever comes through can be looked for in a text, and makes no other root in it', () => {
  fc.assert(
    fc.property(fc.record({ anchor: fc.oneof(place, thing), head: fc.oneof(place, thing) }), (cursor) => {
      look(presenceSaid({ cursor: JSON.parse(JSON.stringify(cursor)) }))
      expect([...doc.share.keys()]).toEqual(['default'])
    }),
  )
})
