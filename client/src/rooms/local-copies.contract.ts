// Rooms: what every keeper of copies promises, whoever keeps them.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { LocalCopies } from './ports.js'
import { textOf, writeInto } from './testing/tiny-room.js'
import { unsavedWords } from './unsaved-words.js'

const nothing = () => undefined

/** Types as a writer does: the copy is told before it hears of the change. */
function typeInto(doc: Y.Doc, copy: { wrote(client: number, clock: number): void }, words: string): void {
  copy.wrote(doc.clientID, Y.getState(doc.store, doc.clientID))
  writeInto(doc, words)
}

/** Waits until what was written has been kept, by reading it as the next page would. */
async function asNextPage(copies: LocalCopies, epoch = 1) {
  const doc = new Y.Doc()
  const copy = copies.open(epoch, doc, nothing)
  const found = await copy.loaded
  return { doc, copy, found }
}

/** `make` answers an empty keeper; each test has its own. */
export function keepsCopies(make: () => LocalCopies): void {
  test('the first copy holds nothing, and knows it', async () => {
    const copies = make()
    expect(copies.lastEpoch()).toBeNull()
    const doc = new Y.Doc()
    const copy = copies.open(1, doc, nothing)
    expect(copy.holds).toBe(false)
    expect(await copy.loaded).toEqual({ brought: false, unsent: null })
    expect(copy.holds).toBe(true)
    expect(copies.lastEpoch()).toBe(1)
    copy.close()
    expect(copy.holds).toBe(false)
  })

  test('the next page has what was typed, and knows which of it is not on record', async () => {
    const copies = make()
    const { doc, copy } = await asNextPage(copies)
    typeInto(doc, copy, 'gemt')
    copy.saved()
    typeInto(doc, copy, 'ikke gemt')
    copy.close()
    const next = await asNextPage(copies)
    expect(textOf(next.doc)).toBe('gemt|ikke gemt')
    expect(next.found.brought).toBe(true)
    expect(unsavedWords(next.doc.getXmlFragment('default'), [next.found.unsent!])).toEqual(['ikke gemt'])
    next.copy.saved()
    next.copy.close()
    expect((await asNextPage(copies)).found.unsent).toBeNull()
  })

  test('a deletion alone is unsent too', async () => {
    const copies = make()
    const { doc, copy } = await asNextPage(copies)
    typeInto(doc, copy, 'væk')
    copy.saved()
    copy.wrote(doc.clientID, Y.getState(doc.store, doc.clientID))
    doc.getXmlFragment('default').delete(0, 1)
    copy.close()
    const { found } = await asNextPage(copies)
    expect(Y.decodeUpdate(found.unsent!).structs).toEqual([])
  })

  test('what the document has already is not said to be brought', async () => {
    const copies = make()
    const { doc, copy } = await asNextPage(copies)
    writeInto(doc, 'fælles')
    copy.close()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect((await copies.open(1, other, nothing).loaded).brought).toBe(false)
  })

  test('a forgotten copy is gone, and only that one', async () => {
    const copies = make()
    const { doc, copy } = await asNextPage(copies)
    writeInto(doc, 'første udgave')
    copy.close()
    const second = await asNextPage(copies, 2)
    writeInto(second.doc, 'anden udgave')
    second.copy.close()
    copies.forget(1)
    expect(copies.lastEpoch()).toBe(2)
    expect(textOf((await asNextPage(copies, 2)).doc)).toBe('anden udgave')
    expect(textOf((await asNextPage(copies, 1)).doc)).toBe('')
  })
}
