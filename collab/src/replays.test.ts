// Collab: replays are kept by what they weigh, and never one thrown away that somebody is feeding.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Replays } from './replays.mjs'

const sender = { person: 'oda', mandate: 'm' }

/** One paragraph of so many letters, as the first row of a room. */
function rowOf(letters: number) {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('a'.repeat(letters))])
  doc.getXmlFragment('default').insert(0, [paragraph])
  return { seq: 1, sender, updates: [Y.encodeStateAsUpdate(doc)] }
}

function look(replays: Replays, room: string, letters: number): void {
  if (replays.hold(room, 1) === 0) replays.feed(room, [rowOf(letters)])
  replays.runs(room)
  replays.letGo(room)
}

/** Whether the room's replay is still there. */
function isKept(replays: Replays, room: string): boolean {
  const seq = replays.hold(room, 1)
  replays.letGo(room)
  return seq > 0
}

test('CP27 two long texts do not stay where one fits, twenty short ones do', () => {
  const replays = new Replays(10_000)
  look(replays, 'long', 8000)
  look(replays, 'longer', 9000)
  expect([isKept(replays, 'long'), isKept(replays, 'longer')]).toEqual([false, true])
  const short = Array.from({ length: 20 }, (_, i) => `short ${i}`)
  for (const room of short) look(replays, room, 400)
  expect(short.every((room) => isKept(replays, room))).toBe(true)
  expect(isKept(replays, 'longer')).toBe(false)
})

test('CP27 a replay that somebody feeds stays; rows follow one another, and another epoch begins anew', () => {
  const replays = new Replays(100)
  replays.hold('fed', 1)
  replays.feed('fed', [rowOf(300)])
  look(replays, 'other', 300)
  expect(() => replays.feed('fed', [rowOf(300)])).toThrow('row 1 of fed after 1')
  expect(replays.runs('fed').seq).toBe(1)
  expect(replays.hold('fed', 2)).toBe(0)
  expect(() => replays.runs('nobody')).toThrow('nobody holds')
})
