// Collab: nothing comes to stand in a text at which editors would throw, whoever puts it there and however.
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Children } from './children.js'
import { fold } from './fold.mjs'
import { Knowledge } from './knowledge.js'
import { defaultLimits } from './limits.js'
import { type Scan, scan } from './scan.js'
import { prng } from './testing/prng.js'
import { writtenBy } from './testing/writers.js'

function take(knowledge: Knowledge, found: Scan): void {
  for (const { client, end } of found.sections) knowledge.commit(client, end)
  for (const { client, from, to } of found.deletions) knowledge.deleted.add(client, from, to)
  if (found.children !== null) knowledge.children.putAll(found.children)
}

const look = (update: Uint8Array, knowledge: Knowledge) => scan(update, knowledge, defaultLimits)

/** What an editor bears: elements in the text, elements and texts in an element. */
function expectBearable(doc: Y.Doc): void {
  const open: Y.XmlFragment[] = [doc.getXmlFragment('default')]
  for (let list = open.pop(); list !== undefined; list = open.pop()) {
    for (const one of list.toArray()) {
      if (one instanceof Y.XmlElement) open.push(one)
      else expect([one.constructor, list instanceof Y.XmlElement]).toEqual([Y.XmlText, true])
    }
  }
}

const paragraph = (words: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** A text of three paragraphs by one, and a second writer's document of it. */
function aText() {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getXmlFragment('default').insert(0, ['Et', 'To', 'Tre'].map(paragraph))
  const first = Y.encodeStateAsUpdate(doc)
  const knowledge = new Knowledge()
  take(knowledge, look(first, knowledge) as Scan)
  return { first, knowledge, doc }
}

/** The room after it was folded and loaded again. */
const loadedAgain = (first: Uint8Array): Knowledge => Knowledge.of(fold(null, [first]))

/** What a second writer with this id sends for doing so. */
function doneBy(client: number, first: Uint8Array, act: (root: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, first)
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.transact(() => act(doc.getXmlFragment('default'), doc))
  return Y.encodeStateAsUpdate(doc, before)
}

const anything = (list: Y.XmlFragment): { insert(at: number, content: unknown[]): void } => list as never
/** Letters where elements stand: no method of Yjs makes that, so an array's does. */
function letters(list: Y.XmlFragment, at: number): void {
  Y.Array.prototype.insert.call(list as never, at, ['ord', 7, { a: 1 }])
}

type Case = [name: string, act: (root: Y.XmlFragment, doc: Y.Doc) => void]
const child = (root: Y.XmlFragment, at: number) => root.get(at) as Y.XmlElement

describe('among paragraphs', () => {
  const bad: Case[] = [
    ['a text at the beginning', (root) => root.insert(0, [new Y.XmlText('løs')])],
    ['a text at the end', (root) => root.insert(3, [new Y.XmlText('løs')])],
    ['a text between two', (root) => root.insert(1, [new Y.XmlText('løs')])],
    ['letters at the beginning', (root) => letters(root, 0)],
    ['letters at the end', (root) => letters(root, 3)],
    ['a hook', (root) => anything(root).insert(1, [new Y.XmlHook('hook')])],
    ['a map', (root) => anything(root).insert(1, [new Y.Map()])],
    ['letters beside the words of a paragraph', (root) => letters(child(root, 1), 1)],
    ['letters before the words of a paragraph', (root) => letters(child(root, 1), 0)],
    ['a map within a paragraph', (root) => anything(child(root, 1)).insert(1, [new Y.Map()])],
    ['a plain text within a paragraph', (root) => anything(child(root, 1)).insert(1, [new Y.Text('x')])],
    ['letters in a new paragraph', (root) => {
      const element = new Y.XmlElement('paragraph')
      root.insert(3, [element])
      letters(element, 0)
    }],
    ['a text beside a new paragraph', (root) => {
      root.insert(3, [paragraph('Fire')])
      root.insert(4, [new Y.XmlText('løs')])
    }],
    ['a text beside one that is deleted', (root) => {
      root.delete(2, 1)
      root.insert(2, [new Y.XmlText('løs')])
    }],
    ['letters beside letters that are gone', (root, doc) => {
      letters(root, 3)
      root.delete(3, 3)
      doc.clientID = 10
      letters(root, 3)
    }],
  ]
  test.each(bad)('CP17 %s', (_name, act) => {
    const { first, knowledge } = aText()
    const update = doneBy(9, first, act)
    expect(look(update, knowledge)).toBe('malformed')
    expect(look(update, loadedAgain(first))).toBe('malformed')
    // All at once, also for a room that knows nothing yet.
    expect(look(Y.mergeUpdates([first, update]), new Knowledge())).toBe('malformed')
  })

  const good: Case[] = [
    ['paragraphs at all ends', (root) => [0, 2, 5].forEach((at) => root.insert(at, [paragraph('ny')]))],
    ['words in words', (root) => (child(root, 1).get(0) as Y.XmlText).insert(1, 'mere')],
    ['a break beside words', (root) => child(root, 1).insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('mere')])],
    ['an attribute, twice', (root) => {
      child(root, 1).setAttribute('id', 'a')
      child(root, 1).setAttribute('id', 'b')
    }],
    ['an embed and a mark in words', (root) => {
      const text = child(root, 1).get(0) as Y.XmlText
      text.insertEmbed(1, { mention: 'Oda' })
      text.format(0, 1, { bold: true })
    }],
    ['a paragraph where one was deleted', (root) => {
      root.delete(1, 1)
      root.insert(1, [paragraph('ny')])
    }],
    ['other roots, with whatever', (_root, doc) => {
      doc.getText('noter').insert(0, 'x')
      doc.getArray('liste').insert(0, ['x', { y: [1] }])
    }],
  ]
  test.each(good)('CP15 %s', (_name, act) => {
    const { first, knowledge } = aText()
    const update = doneBy(9, first, act)
    expect(look(update, knowledge)).toMatchObject({ news: true })
    expect(look(update, loadedAgain(first))).toMatchObject({ news: true })
    expect(look(Y.mergeUpdates([first, update]), new Knowledge())).toMatchObject({ news: true })
  })
})

test('CP17 a hundred elements within one another, and not one more, however many updates they come in', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const knowledge = new Knowledge()
  let inner: Y.XmlFragment = doc.getXmlFragment('default')
  const results: unknown[] = []
  for (let depth = 1; depth <= 101; depth++) {
    const before = Y.encodeStateVector(doc)
    const element = new Y.XmlElement('blockquote')
    inner.insert(0, [element])
    inner = element
    const found = look(Y.encodeStateAsUpdate(doc, before), knowledge)
    results.push(typeof found)
    if (typeof found === 'string') expect(found).toBe('malformed')
    else take(knowledge, found)
    // The depth is still known when the text was folded and loaded again.
    if (depth === 100) expect(Knowledge.of(fold(null, [Y.encodeStateAsUpdate(doc)])).children.depthOf(7, 99)).toBe(100)
  }
  expect(results).toEqual([...Array.from({ length: 100 }, () => 'object'), 'string'])
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['a map in a map', (doc) => doc.getMap('x').set('y', new Y.Map())],
  ['a text in a list', (doc) => doc.getArray('x').insert(0, [new Y.Text('y')])],
  ['a text as an attribute', (doc) => (doc.getXmlFragment('default').get(0) as Y.XmlElement).setAttribute('x', new Y.Text('y') as never)],
  ['an element where a letter was deleted', (doc) => {
    const text = (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(1, 'x')
    text.delete(1, 1)
    text.insertEmbed(1, new Y.XmlElement('paragraph'))
  }],
  ['a text where an attribute was', (doc) => {
    const element = doc.getXmlFragment('default').get(0) as Y.XmlElement
    element.setAttribute('x', 'y')
    element.setAttribute('x', new Y.Text('y') as never)
  }],
  ['a text in a text', (doc) => ((doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(1, new Y.Text('y'))],
])('CP17 %s: nobody could tell how deep it lies', (_what, act) => {
  const { first, knowledge } = aText()
  const update = doneBy(9, first, (_root, doc) => act(doc))
  expect(look(update, knowledge)).toBe('malformed')
  expect(look(update, loadedAgain(first))).toBe('malformed')
})

test('CP15 words for a paragraph that was deleted and forgotten meanwhile are no offence', () => {
  const { first } = aText()
  const update = doneBy(9, first, (root) => {
    child(root, 1).insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('mere')])
    root.insert(1, [paragraph('ny')])
  })
  const deleted = doneBy(10, first, (root) => root.delete(0, 3))
  expect(look(update, Knowledge.of(fold(null, [first, deleted])))).toMatchObject({ news: true })
  // Or deleted by the same person, who has forgotten it before any of it was handed in.
  const doc = new Y.Doc()
  doc.clientID = 9
  Y.applyUpdate(doc, first)
  const root = doc.getXmlFragment('default')
  root.insert(0, [paragraph('a'), paragraph('b')])
  child(root, 0).insert(1, [new Y.XmlText('c')])
  root.delete(0, 4)
  root.insert(0, [paragraph('d')])
  expect(look(Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(first)), loadedAgain(first))).toMatchObject({ news: true })
})

test('CP17 letters behind what the room has of the same run', () => {
  const { first, knowledge } = aText()
  const element = doneBy(9, first, (root) => root.insert(3, [new Y.XmlElement('paragraph')]))
  take(knowledge, look(element, knowledge) as Scan)
  const words = (from: number) => {
    const encoder = encoding.createEncoder()
    for (const value of [1, 1, 9, from]) encoding.writeVarUint(encoder, value)
    encoding.writeUint8(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    for (const text of ['andet', 'ord']) encoding.writeVarString(encoder, text)
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  }
  // Of "ord" the room has "o", or so it says: that is the paragraph, and beside it comes "rd".
  expect(look(words(0), knowledge)).toBe('malformed')
  expect(look(words(1), knowledge)).toMatchObject({ news: true })
})

test('CP17 where all paragraphs were deleted and forgotten, letters are none the better', () => {
  const { first, knowledge } = aText()
  const none = doneBy(9, first, (root) => root.delete(0, 3))
  take(knowledge, look(none, knowledge) as Scan)
  const now = Y.mergeUpdates([first, none])
  const update = doneBy(10, now, (root) => letters(root, 0))
  expect(look(update, knowledge)).toBe('malformed')
  const folded = fold(null, [first, none])
  expect(look(update, Knowledge.of(folded))).toBe('malformed')
  // The next fold knows no more of it than the room does.
  const again = fold(folded.update, [])
  expect(look(update, Knowledge.of({ ...again, children: Children.withElements(again.children) }))).toBe('malformed')
})

test('CP15 a root that is plain text, which no editor of ours opens, stays one', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('default').insert(0, 'Hej')
  const knowledge = new Knowledge()
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('default').delete(0, 3)
  doc.getText('default').insert(0, 'igen')
  for (const update of updates) take(knowledge, look(update, knowledge) as Scan)
  expect(look(updates[2]!, Knowledge.of(fold(null, updates.slice(0, 2))))).toMatchObject({ news: true })
})

test.each([1, 2, 3, 4])('CP15 four people, and a room that is loaded again at any moment: every honest update passes (seed %i)', (seed) => {
  const chance = prng(seed)
  const updates = writtenBy(4, 250, seed + 100, seed % 2 === 0)
  let knowledge = new Knowledge()
  const doc = new Y.Doc()
  for (const [i, update] of updates.entries()) {
    const found = look(update, knowledge)
    if (typeof found === 'string') throw new Error(`refused an honest update: ${found}`)
    take(knowledge, found)
    Y.applyUpdate(doc, update)
    if (chance(20) === 0) knowledge = Knowledge.of(fold(null, updates.slice(0, i + 1)))
  }
  expectBearable(doc)
  // Somebody who comes with all of it, to a room that has a part or nothing.
  for (const part of [0, 1, Math.floor(updates.length / 2)]) {
    const has = Knowledge.of(fold(null, updates.slice(0, part)))
    expect(look(Y.encodeStateAsUpdate(doc), has)).toMatchObject({ news: true })
  }
})

test('CP17 spoilt updates: whatever passes leaves a text that editors bear', () => {
  const rounds = process.env['FULL'] === '1' ? 50_000 : 4000
  const chance = prng(5)
  const good = writtenBy(3, 200, 17)
  const base = new Y.Doc()
  const knowledge = new Knowledge()
  for (const update of good.slice(0, 120)) {
    take(knowledge, look(update, knowledge) as Scan)
    Y.applyUpdate(base, update)
  }
  const state = Y.encodeStateAsUpdate(base)
  const next = good.slice(120).filter((update) => typeof look(update, knowledge) !== 'string')
  let passed = 0
  for (let round = 0; round < rounds; round++) {
    const spoilt = Uint8Array.from(next[chance(next.length)]!)
    for (let i = chance(4); i >= 0; i--) spoilt[chance(spoilt.length)] = chance(256)
    const found = look(spoilt, knowledge)
    if (typeof found === 'string' || !found.news) continue
    passed++
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    Y.applyUpdate(doc, spoilt)
    expectBearable(doc)
  }
  expect(passed).toBeGreaterThan(rounds / 100)
})
