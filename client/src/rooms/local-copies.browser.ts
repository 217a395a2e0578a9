// Rooms: copies in a real browser's IndexedDB, and what happens to the text when they are taken away.
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { browserCopies } from './local-copies.js'
import { keepsCopies } from './local-copies.contract.js'
import { textOf, writeInto } from './testing/tiny-room.js'

let rooms = 0
const copiesOfAnotherRoom = () => browserCopies('oda', `draft/${Date.now()}-${++rooms}`)!

keepsCopies(copiesOfAnotherRoom)

/** One person, two tabs on the same text. */
async function twoTabs() {
  const copies = copiesOfAnotherRoom()
  const changed = vi.fn<() => void>()
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  const [first, second] = [copies.open(1, here, () => undefined), copies.open(1, there, changed)]
  await Promise.all([first.loaded, second.loaded])
  return { copies, first, second: { doc: there, copy: second, changed } }
}

test('one tab forgets the copy: the other goes on telling of every word, and says that none is kept', async () => {
  const { copies, first, second } = await twoTabs()
  const heard: string[] = []
  second.doc.on('update', () => heard.push(textOf(second.doc)))
  writeInto(second.doc, 'før')
  first.close()
  copies.forget(1)
  await expect.poll(() => second.copy.holds).toBe(false)
  expect(second.changed).toHaveBeenCalled()
  writeInto(second.doc, 'efter')
  writeInto(second.doc, 'og mere')
  expect(heard).toEqual(['før', 'før|efter', 'før|efter|og mere'])
})

test('a database that has gone without a word does not silence the text either', async () => {
  const { second } = await twoTabs()
  const heard: number[] = []
  second.doc.on('update', () => heard.push(heard.length))
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError')
  })
  writeInto(second.doc, 'et')
  writeInto(second.doc, 'to')
  transaction.mockRestore()
  expect(heard).toEqual([0, 1])
  expect(second.copy.holds).toBe(false)
  expect(second.changed).toHaveBeenCalledTimes(2)
})

test('storage that is full is not said to keep anything', async () => {
  const { second } = await twoTabs()
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort()
    throw new DOMException('full', 'QuotaExceededError')
  })
  writeInto(second.doc, 'for meget')
  add.mockRestore()
  expect(second.copy.holds).toBe(false)
})

test('many changes are packed, and both tabs’ words are in what is left', async () => {
  const { copies, first, second } = await twoTabs()
  writeInto(second.doc, 'fra den anden')
  const doc = new Y.Doc()
  const third = copies.open(1, doc, () => undefined)
  await third.loaded
  for (let i = 0; i < 600; i++) doc.getMap('tal').set('n', i)
  for (const copy of [first, second.copy, third]) copy.close()
  const next = new Y.Doc()
  await copies.open(1, next, () => undefined).loaded
  expect(next.getMap('tal').get('n')).toBe(599)
  expect(textOf(next)).toBe('fra den anden')
})
