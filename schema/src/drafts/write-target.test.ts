// Drafts: what the server writes into a text is what was wanted, keeps what can be kept, and says whose every letter is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MandateId, PersonId } from '../kernel/index.js'
import { Attribution } from './attribution.js'
import { type AuthorRef, authorMapFault } from './author-map.js'
import { beginDraft } from './begin-draft.js'
import { draftRoot, readDraft } from './draft-doc.js'
import type { DraftJson, DraftMark, DraftNode } from './draft-json.js'
import { keptInOrder } from './kept-in-order.js'
import { plainText } from './plain-text.js'
import { writeTarget } from './write-target.js'

const ref = (name: string): AuthorRef => ({ person: name as PersonId, mandate: `m-${name}` as MandateId })
const server = 77
const sender = { person: 'server', mandate: 'server' }

const p = (id: string, ...content: (string | DraftNode)[]): DraftNode => ({
  type: 'paragraph',
  attrs: { id },
  ...(content.length > 0 ? { content: content.map((one) => (typeof one === 'string' ? { type: 'text' as const, text: one } : one)) } : {}),
})
const h = (id: string, text: string): DraftNode => ({ ...p(id, text), type: 'heading' })
const quote = (id: string, ...content: DraftNode[]): DraftNode => ({ type: 'blockquote', attrs: { id }, content })
const bold = (text: string): DraftNode => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const br: DraftNode = { type: 'hardBreak' }
const text = (...content: DraftNode[]): DraftJson => ({ type: 'doc', content })

/** Oda's text, and what Birk's act makes of it. */
function written(before: DraftJson, wanted: DraftJson, runs: { block: string; from: number; to: number; ref: AuthorRef }[] = []) {
  const begun = beginDraft(before, 1, { otherwise: ref('oda') })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, begun.update)
  const made = writeTarget(doc, wanted, server, { reason: 'accept', act: 'act-1', otherwise: ref('birk'), runs })
  const rows = [{ sender, updates: [begun.update], authors: begun.authors }]
  if (made !== null) {
    expect(authorMapFault(made.update, made.authors)).toBeNull()
    rows.push({ sender, updates: [made.update], authors: made.authors })
  }
  const attribution = new Attribution().feed(rows)
  const json = readDraft(attribution.doc.getXmlFragment(draftRoot)).json
  const letters = new Map<string, string>()
  const rest = [...json.content]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (typeof node.attrs?.id === 'string') letters.set(node.attrs.id, plainText({ type: 'doc', content: [node] }))
    rest.push(...(node.content ?? []))
  }
  const told = attribution
    .runs()
    .map(({ block, from, to, person }) => `${block} ${person}: ${letters.get(block)!.slice(from, to)}`)
    .join('\n')
  return { made, json, told, rebuilt: made === null ? 0 : made.authors.carry.reduce((sum, [, len]) => sum + len, 0) }
}

const cases: { what: string; before: DraftJson; wanted: DraftJson; told: string; rebuilt: number }[] = [
  {
    what: 'a word in the middle: the others keep their ids',
    before: text(p('a', 'Vi vil have flere træer.')),
    wanted: text(p('a', 'Vi vil plante flere træer.')),
    told: 'a oda: Vi vil \na birk: plante\na oda:  flere træer.',
    rebuilt: 0,
  },
  {
    what: 'a heading made of a paragraph stays its author’s',
    before: text(p('a', 'Vi vil noget'), p('b', 'Og mere')),
    wanted: text(h('a', 'Vi vil noget nyt'), p('b', 'Og mere')),
    told: 'a oda: Vi vil noget\na birk:  nyt\nb oda: Og mere',
    rebuilt: 12,
  },
  {
    what: 'the lighter of two that changed places is the one that moves',
    before: text(p('a', 'Kort.'), p('b', 'En meget lang passus om veje og stier.')),
    wanted: text(p('b', 'En meget lang passus om veje og stier.'), p('a', 'Kort.')),
    told: 'b oda: En meget lang passus om veje og stier.\na oda: Kort.',
    rebuilt: 5,
  },
  {
    what: 'the tail of a split stays its author’s, in a new block',
    before: text(p('a', 'Børn skal lære at svømme. Voksne skal lære at lytte.')),
    wanted: text(p('a', 'Børn skal lære at svømme. '), p('b', 'Voksne skal lære at lytte.')),
    told: 'a oda: Børn skal lære at svømme. \nb oda: Voksne skal lære at lytte.',
    rebuilt: 26,
  },
  {
    what: 'what is wrapped is carried as a whole',
    before: text(p('a', 'Først'), p('b', 'Et citat')),
    wanted: text(p('a', 'Først'), quote('q', p('b', 'Et citat'))),
    told: 'a oda: Først\nb oda: Et citat',
    rebuilt: 8,
  },
  {
    what: 'marks alone write no letter',
    before: text(p('a', 'Vi vil have flere træer.')),
    wanted: text(p('a', 'Vi vil ', bold('have'), ' flere træer.')),
    told: 'a oda: Vi vil have flere træer.',
    rebuilt: 0,
  },
  {
    what: 'a line break that comes rebuilds its block and carries its letters',
    before: text(p('a', 'Et to tre')),
    wanted: text(p('a', 'Et to', br, 'tre')),
    told: 'a oda: Et to\na oda: tre',
    rebuilt: 8,
  },
]

test.each(cases)('DR16 $what', ({ before, wanted, told, rebuilt }) => {
  const result = written(before, wanted)
  expect(result.json).toEqual(wanted)
  expect(result.told.replaceAll('\n', '|')).toBe(told.replaceAll('\n', '|'))
  expect(result.rebuilt).toBe(rebuilt)
})

test('DR16 whoever types meanwhile keeps their words, wherever their block was not made anew', () => {
  const begun = beginDraft(text(p('a', 'Vi vil have flere træer.'), p('b', 'Og stier.')), 1, { otherwise: ref('oda') })
  const [doc, kaj] = [new Y.Doc(), new Y.Doc()]
  for (const each of [doc, kaj]) Y.applyUpdate(each, begun.update)
  const typed = (kaj.getXmlFragment(draftRoot).get(0) as Y.XmlElement).get(0) as Y.XmlText
  typed.insert(typed.toString().length, ' Også i byen.')
  const wanted = text(p('b', 'Og mange stier.'), p('a', 'Vi vil plante flere træer.'), p('c', 'Det koster.'))
  const made = writeTarget(doc, wanted, server, { reason: 'accept', act: null, otherwise: ref('birk') })!
  Y.applyUpdate(kaj, made.update)
  const after = text(p('b', 'Og mange stier.'), p('a', 'Vi vil plante flere træer. Også i byen.'), p('c', 'Det koster.'))
  expect(readDraft(kaj.getXmlFragment(draftRoot)).json).toEqual(after)
})

test('letters that come into a block made anew meanwhile are deleted with it (docs/decisions/0010)', () => {
  const begun = beginDraft(text(p('a', 'Om skoler.')), 1, { otherwise: ref('oda') })
  const [doc, kaj] = [new Y.Doc(), new Y.Doc()]
  for (const each of [doc, kaj]) Y.applyUpdate(each, begun.update)
  const typed = (kaj.getXmlFragment(draftRoot).get(0) as Y.XmlElement).get(0) as Y.XmlText
  typed.insert(3, 'vores ')
  const made = writeTarget(doc, text(h('a', 'Om skoler.')), server, { reason: 'accept', act: null, otherwise: ref('birk') })!
  Y.applyUpdate(kaj, made.update)
  expect(readDraft(kaj.getXmlFragment(draftRoot)).json).toEqual(text(h('a', 'Om skoler.')))
})

test('DR16 nothing to change is no update', () => {
  const same = text(h('a', 'Titel'), p('b', 'Vi ', bold('vil'), br, 'noget'))
  expect(written(same, same).made).toBeNull()
})

test('DR17 words brought back are credited as the runs of the wanted text say, all else to whoever the act names', () => {
  const runs = [{ block: 'a', from: 7, to: 12, ref: ref('kaj') }]
  const { told } = written(text(p('a', 'Vi vil træer')), text(p('a', 'Vi vil flere nye træer')), runs)
  expect(told.split('\n')).toEqual(['a oda: Vi vil ', 'a kaj: flere', 'a birk:  nye ', 'a oda: træer'])
})

test('blocks without an id get one that nobody has', () => {
  const { json } = written(text(p('b1', 'Et')), text(p('b1', 'Et'), { type: 'paragraph', content: [{ type: 'text', text: 'To' }] }))
  expect(json).toEqual(text(p('b1', 'Et'), p('b2', 'To')))
})

test('a block without an id of its own stays as it is, and gets one when it moves', () => {
  const doc = new Y.Doc()
  doc.clientID = 5
  const [a, b] = ['Et', 'To og tre'].map((letters) => {
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [new Y.XmlText(letters)])
    return block
  }) as [Y.XmlElement, Y.XmlElement]
  const root = doc.getXmlFragment(draftRoot)
  root.insert(0, [a, b])
  const { json } = readDraft(root)
  const [first, second] = json.content as [DraftNode, DraftNode]
  const whose = { reason: 'accept' as const, act: null, otherwise: ref('birk') }
  const stays = writeTarget(doc, text({ ...first, content: [{ type: 'text', text: 'Et nyt' }] }, second), server, whose)!
  expect(stays.authors.carry).toEqual([])
  expect(readDraft(root).json.content.map((node) => node.attrs!.id)).toEqual([first, second].map((node) => node.attrs!.id))
  const moves = writeTarget(doc, text(second, { ...first, content: [{ type: 'text', text: 'Et nyt' }] }), server, whose)!
  expect(readDraft(root).json).toEqual(text(second, p('b1', 'Et nyt')))
  expect(moves.authors.carry.reduce((sum, [, len]) => sum + len, 0)).toBe(6)
})

/** Three paragraphs of which the first two have one id, as two who make the same heading at once leave it. */
function twins() {
  const doc = new Y.Doc()
  doc.clientID = 7
  const root = doc.getXmlFragment(draftRoot)
  root.insert(0, ['Odas', 'Pers', 'Idas'].map((letters, i) => {
    const block = new Y.XmlElement('paragraph')
    block.setAttribute('id', i < 2 ? 'a' : 'c')
    block.insert(0, [new Y.XmlText(letters)])
    return block
  }))
  return { doc, root, json: readDraft(root).json }
}

test('of two blocks with one id the second may stay alone', () => {
  const { doc, root, json } = twins()
  const [, second, third] = json.content as [DraftNode, DraftNode, DraftNode]
  const made = writeTarget(doc, text(second, third), server, { reason: 'accept', act: null, otherwise: ref('birk') })!
  expect(made.authors.carry).toEqual([])
  expect(readDraft(root).json).toEqual(text({ ...second, attrs: { id: 'b1' } }, third))
})

test('DR17 words of blocks that are called by their Y item are credited under that name, also in a document of their own', () => {
  const { json } = twins()
  const runs = [...json.content.entries()].map(([i, node]) => ({ block: String(node.attrs!.id), from: 0, to: 4, ref: ref(['oda', 'per', 'ida'][i]!) }))
  const { update, authors } = writeTarget(new Y.Doc(), json, server, { reason: 'redact', act: null, otherwise: { source: 'import' }, runs })!
  const attribution = new Attribution().feed([{ sender, updates: [update], authors }])
  expect(attribution.runs().map(({ person }) => person)).toEqual(['oda', 'per', 'ida'])
})

test('twenty thousand blocks change places in no time', () => {
  const wanted = Array.from({ length: 20_000 }, (_, i) => ({ at: (i * 7919) % 20_000, weight: 1 + (i % 3) }))
  const kept = keptInOrder(wanted).filter((at) => at !== null)
  expect(kept.length).toBeGreaterThan(100)
  expect(kept).toEqual([...kept].sort((a, b) => a - b))
})

test('the heaviest stay, by trying all ways', () => {
  const thing = fc.record({ weight: fc.integer({ min: 1, max: 9 }), isNew: fc.boolean() })
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 7 }), fc.integer(), (things, seed) => {
      const order = things.map((_, i) => i).sort((a, b) => ((a * 31 + seed) % 7) - ((b * 31 + seed) % 7))
      const wanted = things.map(({ weight, isNew }, i) => (isNew ? null : { at: order[i]!, weight }))
      const weigh = (kept: readonly (number | null)[]) => kept.reduce<number>((sum, at, i) => sum + (at === null ? 0 : wanted[i]!.weight), 0)
      let best = 0
      for (let mask = 0; mask < 2 ** things.length; mask++) {
        const some = wanted.map((one, i) => (one !== null && mask & (1 << i) ? one.at : null))
        const rising = some.filter((at) => at !== null)
        if (rising.every((at, i) => i === 0 || at > rising[i - 1]!)) best = Math.max(best, weigh(some))
      }
      expect(weigh(keptInOrder(wanted))).toBe(best)
    }),
  )
})

test('what is no text is refused', () => {
  const script = { type: 'script', attrs: { id: 's' }, content: [{ type: 'text', text: 'alert(1)' }] } as never
  expect(() => written(text(p('a', 'Et')), text(p('a', 'Et'), script))).toThrow('no text that could be written')
})

// A small vocabulary: with words that stand once, errors of repeated ones hide.
const word = fc.constantFrom('vi', 'vil', 'have', 'flere', 'træer', 'og', 'børn', 'skal', 'lære', '👋🏽', 'a')
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
const marks = fc.constantFrom<readonly DraftMark[] | undefined>(undefined, undefined, [{ type: 'bold' }], [{ type: 'link', attrs: { href: 'https://gentofte.dk/' } }])
const piece = fc.record({ text: words, marks }).map(({ text: letters, marks: own }): DraftNode => ({ type: 'text', text: `${letters} `, ...(own ? { marks: own } : {}) }))
const inline = fc.array(fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.constant(br) }), { maxLength: 4 })
const ids = fc.integer({ min: 1, max: 12 }).map((n) => `k${n}`)
const block: fc.Arbitrary<DraftNode> = fc.letrec<{ block: DraftNode; letters: DraftNode; item: DraftNode }>((tie) => ({
  letters: fc
    .record({ id: ids, type: fc.constantFrom('paragraph' as const, 'heading' as const), content: inline, level: fc.constantFrom(1, 2) })
    .map(({ id, type, content, level }) => ({ type, attrs: type === 'heading' && level === 2 ? { id, level } : { id }, content })),
  item: fc.record({ id: ids, of: fc.array(tie('block'), { maxLength: 2 }), first: tie('letters') }).map(({ id, of, first }) => ({ type: 'listItem' as const, attrs: { id }, content: [{ ...first, type: 'paragraph' as const, attrs: { id: `p-${id}` } }, ...of] })),
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('letters'),
    fc.record({ id: ids, content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }).map(({ id, content }) => ({ type: 'bulletList' as const, attrs: { id }, content })),
    fc.record({ id: ids, content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }).map(({ id, content }) => ({ type: 'blockquote' as const, attrs: { id }, content })),
  ),
})).block
/** As a reader gives it: equal neighbours joined; and with an id of its own for each block. */
const read = (json: DraftJson): DraftJson => readDraft(beginDraft(json, 1, { otherwise: ref('oda') }).update).json
const draft = fc.array(block, { minLength: 1, maxLength: 6 }).map((content) => read(read(text(...content))))

test('any text becomes any other: it reads as wanted, and each new letter is told once', () => {
  fc.assert(
    fc.property(draft, draft, draft, (before, wanted, then) => {
      const { json } = written(before, wanted)
      expect(json).toEqual(wanted)
      // And once more under the same client id, behind what it wrote itself.
      const doc = new Y.Doc()
      Y.applyUpdate(doc, beginDraft(before, server, { otherwise: ref('oda') }).update)
      for (const next of [wanted, then]) {
        const made = writeTarget(doc, next, server, { reason: 'accept', act: null, otherwise: ref('birk') })
        if (made !== null) expect(authorMapFault(made.update, made.authors)).toBeNull()
        expect(readDraft(doc.getXmlFragment(draftRoot)).json).toEqual(next)
      }
    }),
    { numRuns: 40 },
  )
})
