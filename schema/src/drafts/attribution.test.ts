// Drafts: the rules of attribution one by one, each as a thing that people do.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Attribution } from './attribution.js'
import { beginDraft } from './begin-draft.js'
import { draftRoot } from './draft-doc.js'
import { aBlock, person, WritingTown } from './writing-town.js'

const sentence = 'Unge skal have afgørende indflydelse på deres eget liv.'

/** Oda has written a sentence in block a; Birk sees it. */
const odasSentence = (words = sentence) => {
  const town = new WritingTown('oda', 'birk', 'ida')
  return town.does('oda', () => town.root('oda').insert(0, [aBlock('a', words)]))
}

/** As the editor's binding does: the tail leaves the block, and a new block holds the same words. */
function splits(town: WritingTown, who: string, at: number, id: string) {
  const text = town.text(who, 'a')
  const tail = text.toString().slice(at)
  text.delete(at, tail.length)
  town.root(who).insert(1, [aBlock(id, tail)])
}

test('AT3 what one types is one’s own, in the middle of another’s words too', () => {
  const town = odasSentence('Unge ældre')
  for (const [at, letter] of [...'og '].entries())
    town.does('birk', () => town.text('birk', 'a').insert(5 + at, letter))
  expect(town.told()).toBe('[oda:Unge ][birk:og ][oda:ældre]')
})

test('AT4 an undo brings back its authors, one letter only to whoever had deleted it', () => {
  const town = odasSentence('Unge og ældre')
  const undo = new Y.UndoManager(town.root('birk'), { trackedOrigins: new Set(['birk']), captureTimeout: 0 })
  town.does('birk', () => town.text('birk', 'a').delete(4, 3))
  town.does('birk', () => town.text('birk', 'a').delete(0, 1))
  undo.undo()
  undo.undo()
  town.deliver('birk')
  expect(town.told()).toBe('[oda:Unge og ældre]')

  // Ida types an U before an U that Birk has just deleted: the same letter at the same place, and yet no undo.
  town.alone('ida', () => town.text('ida', 'a').insert(0, 'U'))
  town.alone('birk', () => town.text('birk', 'a').delete(0, 1))
  town.deliver('birk', 'ida')
  expect(town.told()).toBe('[ida:U][oda:nge og ældre]')
})

test('AT5 a split, a new heading and a move keep their authors', () => {
  const town = odasSentence()
  town.does('birk', () => splits(town, 'birk', 15, 'b'))
  expect(town.told()).toBe(`[oda:${sentence.slice(0, 15)}][oda:${sentence.slice(15)}]`)
  town.does('birk', () => {
    town.root('birk').delete(0, 1)
    town.root('birk').insert(0, [aBlock('a', sentence.slice(0, 15), 'heading')])
  })
  town.does('birk', () => {
    town.root('birk').delete(0, 1)
    town.root('birk').insert(1, [aBlock('a', sentence.slice(0, 15), 'heading')])
  })
  expect(town.told()).toBe(`[oda:${sentence.slice(15)}][oda:${sentence.slice(0, 15)}]`)
})

test('AT5 two who split the same block at once both leave it to its author', () => {
  const town = odasSentence()
  town.alone('birk', () => splits(town, 'birk', 15, 'b'))
  town.alone('ida', () => splits(town, 'ida', 15, 'c'))
  town.deliver('birk', 'ida')
  expect(town.told()).not.toMatch(/birk|ida/)
})

test('AT6 a split with typing in the same update leaves each their own', () => {
  const town = odasSentence()
  town.alone('birk', () => splits(town, 'birk', 15, 'b'))
  town.alone('birk', () => town.text('birk', 'b').insert(0, 'Ny linje: '))
  town.alone('birk', () => town.text('birk', 'b').delete(10, 4))
  town.deliverAsOne('birk')
  expect(town.told()).toBe(`[oda:${sentence.slice(0, 15)}][birk:Ny linje: ][oda:${sentence.slice(19)}]`)
})

test('AT6 the words between two changed words stay their author’s', () => {
  const town = odasSentence()
  town.does('birk', () => {
    const text = town.text('birk', 'a')
    text.delete(0, text.length)
    text.insert(0, sentence.replace('Unge', 'Alle').replace('liv', 'hus'))
  })
  expect(town.told()).toBe('[birk:Alle][oda: skal have afgørende indflydelse på deres eget ][birk:hus.]')
})

test('AT7 cut and paste, minutes later and elsewhere, is no writing', () => {
  const town = odasSentence()
  town.does('birk', () => town.text('birk', 'a').delete(10, 15))
  town.does('oda', () => town.root('oda').push([aBlock('b', 'Og: ')]))
  town.does('birk', () => town.text('birk', 'b').insert(4, sentence.slice(10, 25)))
  expect(town.told()).toContain(`[oda:Og: ${sentence.slice(10, 25)}]`)
})

test('AT7 what another cut is the typist’s, if it is short', () => {
  const town = odasSentence()
  town.does('birk', () => town.text('birk', 'a').delete(0, 10))
  town.does('ida', () => town.text('ida', 'a').insert(0, sentence.slice(0, 10)))
  expect(town.told()).toBe(`[ida:${sentence.slice(0, 10)}][oda:${sentence.slice(10)}]`)
})

test('AT8 a copy stays its first author’s and names the copier; copies of copies name the last', () => {
  const town = odasSentence()
  town.does('birk', () => town.root('birk').push([aBlock('b', sentence)]))
  expect(town.told()).toBe(`[oda:${sentence}][birk<oda:${sentence}]`)
  town.does('oda', () => town.root('oda').push([aBlock('c', sentence)]))
  town.does('ida', () =>
    town.root('ida').push([aBlock('d', `${sentence.slice(0, 24)} noget helt andet, som ingen har skrevet før`)]),
  )
  expect(town.told()).toContain(`[oda:${sentence}][ida:${sentence.slice(0, 24)} noget`)
})

test('AT8 what stood and was removed at once is still a source', () => {
  const town = odasSentence()
  town.does('oda', () => town.root('oda').delete(0, 1))
  town.does('birk', () => town.root('birk').push([aBlock('b', sentence)]))
  expect(town.told()).toBe(`[birk<oda:${sentence}]`)
})

test('AT9 a block rebuilt twice within one update, with words typed between, leaves each their own', () => {
  const town = odasSentence()
  const rebuilt = (name: string, words: string) =>
    town.alone('birk', () => {
      town.root('birk').delete(0, 1)
      town.root('birk').insert(0, [aBlock('a', words, name)])
    })
  rebuilt('heading', sentence)
  town.alone('birk', () => town.text('birk', 'a').insert(sentence.length, ' Nu'))
  rebuilt('paragraph', `${sentence} Nu`)
  town.deliverAsOne('birk')
  expect(town.told()).toBe(`[oda:${sentence}][birk: Nu]`)
})

test('AT10 rows of the server say themselves whose they are, new or carried', () => {
  const town = odasSentence('Formål')
  const oda = town
    .doc('oda')
    .store.clients.get(1)!
    .find((item) => (item as Y.Item).content instanceof Y.ContentString)!
  const { update, authors } = beginDraft(
    {
      type: 'doc',
      content: ['Formål', ' og mål', '!'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
    99,
    { otherwise: person('ida'), blocks: new Map([['b3', { source: 'template' }]]) },
  )
  const [carried, ...by] = authors.by
  town.serverSends(update, { ...authors, by, carry: [[carried![0], carried![1], oda.id.client, oda.id.clock]] })
  expect(town.told()).toMatch(/\[oda:Formål\]\[ida: og mål\]\[template:!\]/)
})

test('AT11 a deletion is the first one’s who deleted', () => {
  const town = odasSentence('Unge')
  town.alone('birk', () => town.text('birk', 'a').delete(0, 1)).alone('birk', () => town.text('birk', 'a').delete(0, 1))
  town.alone('ida', () => town.text('ida', 'a').delete(0, 1)).alone('ida', () => town.text('ida', 'a').delete(0, 3))
  town.deliver('birk', 'ida')
  const deletedBy = [2, 3, 4, 5].map((clock) => town.attribution().deletedBy(1, clock)?.person)
  expect(deletedBy).toEqual(['birk', 'birk', 'ida', 'ida'])
  town.does('ida', () => town.root('ida').insert(1, [aBlock('b', 'Væk')])).does('birk', () => town.root('birk').delete(1, 1))
  const told = town.attribution().removed().map(({ text, person: author, deletedBy, block }) => `${block}: ${author} ${text} ${deletedBy.person}`)
  expect(told).toEqual(['a: oda Un birk', 'a: oda ge ida', 'null: ida Væk birk'])
})

test('AT12 formatting changes nothing', () => {
  const town = odasSentence()
  const before = town.told()
  town.does('birk', () => town.text('birk', 'a').format(5, 20, { bold: {} }))
  expect(town.told()).toBe(before)
})

test('AT14 runs name the effective block, and a line break takes one place', () => {
  const town = odasSentence('Unge')
  town.does('birk', () => {
    const block = town.root('birk').get(0) as Y.XmlElement
    block.insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('ældre')])
    town.root('birk').push([aBlock('a', 'igen')])
  })
  const { block: again, ...last } = town.attribution().runs().at(-1)!
  expect(again).toMatch(/^2:\d+$/)
  expect(last).toEqual({ from: 0, to: 4, ...person('birk'), source: null, copiedBy: null })
  expect(
    town
      .attribution()
      .runs()
      .map(({ from, to }) => [from, to]),
  ).toEqual([
    [0, 4],
    [5, 10],
    [0, 4],
  ])
})

test('AT14 a deep tree is walked without recursion, and what no reader shows is nobody’s', () => {
  const town = odasSentence('Unge')
  town.does('birk', () => {
    let at: Y.XmlFragment = town.root('birk')
    for (let depth = 0; depth < 20_000; depth++) {
      const quote = new Y.XmlElement('blockquote')
      at.insert(0, [quote])
      at = quote
    }
    at.insert(0, [aBlock('deep', 'skjult')])
  })
  expect(town.told()).toBe('[oda:Unge]')
})

test('AT2 one person under two mandates is two authors; a guest is a mandate', () => {
  const town = odasSentence('Unge')
  const [row] = town.rows
  const guest = new Attribution().feed([{ ...row!, sender: { person: null, mandate: 'guest-7' } }])
  expect(guest.runs()[0]).toMatchObject({ person: null, mandate: 'guest-7', source: null })
  town.does('oda', () => town.text('oda', 'a').insert(4, ' nu'))
  const other = new Attribution().feed([row!, { ...town.rows[1]!, sender: { person: 'oda', mandate: 'm-other' } }])
  expect(other.runs().map(({ mandate, from, to }) => [mandate, from, to])).toEqual([
    ['m-oda', 0, 4],
    ['m-other', 4, 7],
  ])
})

test('AT10 a row of the server without an author map is nobody’s', () => {
  const { update } = beginDraft(
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Import' }] }] },
    99,
    { otherwise: { source: 'import' } },
  )
  const [run] = new Attribution().feed([{ sender: { person: 'server', mandate: 'server' }, updates: [update] }]).runs()
  expect(run).toMatchObject({ person: null, mandate: null, source: 'import' })
  expect(new Attribution().doc.getXmlFragment(draftRoot).length).toBe(0)
})
