// Drafts: reading a shared text, whatever somebody put into it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginDraft } from './begin-draft.js'
import { authorMapFault } from './author-map.js'
import { deepest, draftRoot, readDraft } from './draft-doc.js'
import type { DraftJson, DraftNode } from './draft-json.js'
import { draftSchema } from './draft-nodes.js'

const template = { otherwise: { source: 'template' } } as const

/** A document under a client id, with its fragment. */
function aDoc(client = 1) {
  const doc = new Y.Doc()
  doc.clientID = client
  return { doc, root: doc.getXmlFragment(draftRoot) }
}

function element(name: string, attrs: Record<string, unknown>, ...children: (Y.XmlElement | Y.XmlText | string)[]) {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string)
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  )
  return made
}

const marks = fc.subarray([
  { type: 'link', attrs: { href: 'https://a.dk' } },
  { type: 'bold' },
  { type: 'italic' },
] as const)
const text = fc
  .array(
    fc.tuple(fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'æ', ' ', '.', '\u{1F600}') }), marks),
    { maxLength: 4 },
  )
  .map((pieces) =>
    pieces
      .filter(([, own], at) => at === 0 || JSON.stringify(own) !== JSON.stringify(pieces[at - 1]![1]))
      .map(([words, own]): DraftNode => ({ type: 'text', text: words, ...(own.length > 0 ? { marks: own } : {}) })),
  )
const { block } = fc.letrec<{ block: DraftNode; item: DraftNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text.map((content): DraftNode => ({ type: 'paragraph', ...(content.length > 0 ? { content } : {}) })),
    fc
      .tuple(text, fc.constantFrom(2, 3, 4))
      .map(([content, level]): DraftNode => ({
        type: 'heading',
        attrs: { level },
        ...(content.length > 0 ? { content } : {}),
      })),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((content): DraftNode => ({ type: 'bulletList', content })),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((content): DraftNode => ({ type: 'orderedList', attrs: { start: 3, type: 'a' }, content })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content): DraftNode => ({ type: 'blockquote', content })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content): DraftNode => ({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content }] }],
      })),
    fc.constant<DraftNode>({ type: 'horizontalRule' }),
  ),
  item: fc
    .array(tie('block'), { maxLength: 2 })
    .map((rest): DraftNode => ({ type: 'listItem', content: [{ type: 'paragraph' }, ...rest] })),
}))
const someText = fc.array(block, { minLength: 1, maxLength: 5 }).map((content): DraftJson => ({ type: 'doc', content }))

const withoutIds = (node: DraftNode): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value) => {
      if (key !== 'attrs') return value
      const { id: _, ...rest } = value
      return Object.keys(rest).length > 0 ? rest : undefined
    }),
  )

test('DR3 what is written is what is read, with an id on every block and every letter told once', () => {
  fc.assert(
    fc.property(someText, (json) => {
      const { update, authors } = beginDraft(json, 7, template)
      const reading = readDraft(update)
      expect(reading.faults).toEqual([])
      expect(withoutIds(reading.json)).toEqual(JSON.parse(JSON.stringify(json)))
      expect(authorMapFault(update, authors)).toBeNull()
      draftSchema.nodeFromJSON(reading.json).check()
    }),
    { numRuns: 200 },
  )
})

test('DR3 the same text under the same client id is the same update', () => {
  const json: DraftJson = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Formål' }] }] }
  expect(beginDraft(json, 7, template)).toEqual(beginDraft(json, 7, template))
})

test('DR4 reading writes nothing, not even into a text that breaks every rule', () => {
  const { doc, root } = aDoc()
  root.insert(0, [
    new Y.XmlText('stray'),
    element('script', {}, 'bad'),
    element('bulletList', {}),
    element('paragraph', { level: 9 }, 'ok'),
  ])
  const before = Y.encodeStateAsUpdate(doc)
  let updates = 0
  doc.on('update', () => updates++)
  readDraft(root)
  expect(updates).toBe(0)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('DR5 several texts in one block are one text, marks in the order of the shape', () => {
  const { root } = aDoc()
  const first = new Y.XmlText()
  const paragraph = element('paragraph', { id: 'p' })
  root.insert(0, [paragraph])
  paragraph.insert(0, [first, new Y.XmlText(' og'), new Y.XmlText(' borgere')])
  first.insert(0, 'Unge', { italic: {}, bold: {}, link: { href: 'https://a.dk', target: '_blank' } })
  expect(readDraft(root).json.content).toEqual([
    {
      type: 'paragraph',
      attrs: { id: 'p' },
      content: [
        {
          type: 'text',
          text: 'Unge',
          marks: [{ type: 'link', attrs: { href: 'https://a.dk' } }, { type: 'bold' }, { type: 'italic' }],
        },
        { type: 'text', text: ' og borgere' },
      ],
    },
  ])
})

test('DR6 the first block keeps its id, a later double and one without are called by their Y item', () => {
  const { root } = aDoc(5)
  root.insert(0, [
    element('paragraph', { id: 'a' }),
    element('paragraph', { id: 'a' }),
    element('paragraph', {}),
    element('paragraph', { id: '<x>' }),
  ])
  const ids = readDraft(root).json.content.map((node) => node.attrs?.id)
  expect(ids[0]).toBe('a')
  expect(ids.slice(1)).toEqual(ids.slice(1).map(() => expect.stringMatching(/^5:\d+$/)))
  expect(new Set(ids).size).toBe(4)
})

test('DR8 what the shape does not allow is left out and told', () => {
  const { root } = aDoc()
  const bad = new Y.XmlText()
  const item = element(
    'bulletList',
    { id: 'l' },
    element(
      'listItem',
      { id: 'i' },
      element('bulletList', { id: 'm' }, element('listItem', {}, element('paragraph', {}, 'dyb'))),
    ),
  )
  const shouting = element('heading', { id: 'h', level: 99 }, 'Overskrift')
  const linked = element('paragraph', { id: 'p' })
  root.insert(0, [shouting, element('iframe', { id: 'f' }, 'væk'), item, linked, element('listItem', { id: 'o' })])
  linked.insert(0, [bad])
  bad.insert(0, 'klik', { link: { href: 'javascript:alert(1)' }, blink: {} })
  const { json, faults } = readDraft(root)
  expect(faults.map(({ kind, block }) => [kind, block])).toEqual([
    ['bad-attribute', 'h'],
    ['unknown-node', null],
    ['unsafe-link', 'p'],
    ['unknown-mark', 'p'],
    ['misplaced-node', null],
  ])
  expect(json.content.map(({ type }) => type)).toEqual(['heading', 'bulletList', 'paragraph'])
  // An item has to begin with a paragraph: one is put before the inner list, so that its words stay.
  expect(json.content[1]!.content![0]!.content!.map(({ type }) => type)).toEqual(['paragraph', 'bulletList'])
  expect(json.content[2]!.content).toEqual([{ type: 'text', text: 'klik' }])
  draftSchema.nodeFromJSON(json).check()
})

test('DR8 an empty document reads as one empty paragraph', () => {
  expect(readDraft(aDoc().root).json).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
})

test('DR9 a tree of any depth is read without recursion, and not deeper than the limit', () => {
  const { doc, root } = aDoc()
  doc.transact(() => {
    let at: Y.XmlFragment = root
    for (let depth = 0; depth < 20_000; depth++) {
      const quote = new Y.XmlElement('blockquote')
      at.insert(0, [quote])
      at = quote
    }
  })
  const { json, faults } = readDraft(root)
  expect(faults[0]).toMatchObject({ kind: 'too-deep' })
  let depth = 0
  for (let node: DraftNode | undefined = json; node !== undefined; node = node.content?.[0]) depth++
  expect(depth).toBeLessThanOrEqual(deepest + 1)
})
