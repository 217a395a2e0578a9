// Drafts: what holds of attribution whatever people do, and what it costs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Attribution, type AttributedRow } from './attribution.js'
import { draftRoot, readDraft } from './draft-doc.js'
import { blockTexts } from './plain-text.js'
import { aBlock, WritingTown } from './writing-town.js'

const names = ['oda', 'birk', 'ida'] as const
type Edit = {
  who: number
  block: number
  at: number
  kind: 'type' | 'delete' | 'split' | 'paste' | 'bold'
  len: number
  delivered: boolean
}
const edit = (...kinds: Edit['kind'][]): fc.Arbitrary<Edit> =>
  fc.record({
    who: fc.nat(2),
    block: fc.nat(5),
    at: fc.nat(60),
    kind: fc.constantFrom(...kinds),
    len: fc.integer({ min: 1, max: 30 }),
    delivered: fc.boolean(),
  })

/** Every letter typed in a program is unlike all others, so that the text itself says who typed it. */
const alphabet = (who: number, n: number): string => String.fromCodePoint(0x3400 + who * 2000 + (n % 2000))

function perform(program: readonly Edit[]): WritingTown {
  const town = new WritingTown(...names)
  town.does('oda', () => town.root('oda').insert(0, [aBlock('a', ''), aBlock('b', '')]))
  let typed = 0
  for (const { who, block, at, kind, len, delivered } of program) {
    const name = names[who]!
    const root = town.root(name)
    const element = root.get(block % root.length) as Y.XmlElement
    const text = element.get(0) as Y.XmlText
    const from = at % (text.length + 1)
    const rest = Math.min(len, text.length - from)
    town.alone(name, () => {
      if (kind === 'type') text.insert(from, alphabet(who, typed++))
      else if (kind === 'paste') text.insert(from, Array.from({ length: len }, () => alphabet(who, typed++)).join(''))
      else if (kind === 'bold') text.format(from, rest, { bold: {} })
      else if (kind === 'delete') text.delete(from, rest)
      else {
        const tail = text.toString().slice(from)
        text.delete(from, text.length - from)
        root.insert((block % root.length) + 1, [aBlock(`n${typed}-${root.length}`, tail)])
      }
    })
    if (delivered) town.deliver(name)
  }
  return town.deliver(...names)
}

const owner = (letter: string): string => names[Math.floor((letter.codePointAt(0)! - 0x3400) / 2000)]!

function expectTruth(town: WritingTown): void {
  const attribution = town.attribution()
  const texts = blockTexts(readDraft(attribution.doc.getXmlFragment(draftRoot)).json)
  for (const { block, from, to, person } of attribution.runs()) {
    for (const letter of texts.get(block)!.slice(from, to)) expect(person).toBe(owner(letter))
  }
}

test('AT3 typing, deleting and formatting at once by three: every letter is its typist’s', () => {
  fc.assert(
    fc.property(fc.array(edit('type', 'delete', 'paste', 'bold'), { maxLength: 60 }), (program) =>
      expectTruth(perform(program)),
    ),
  )
})

test('AT5 with splits of delivered text as well', () => {
  const program = fc.array(edit('type', 'delete', 'paste', 'split'), { maxLength: 60 })
  fc.assert(fc.property(program, (edits) => expectTruth(perform(edits.map((each) => ({ ...each, delivered: true }))))))
})

test('AT1 the same rows give the same runs, asked once or after every row, and cover the text exactly', () => {
  fc.assert(
    fc.property(fc.array(edit('type', 'delete', 'split', 'paste', 'bold'), { maxLength: 40 }), (program) => {
      const { rows } = perform(program)
      const atOnce = new Attribution().feed(rows)
      const step = new Attribution()
      for (const row of rows) {
        step.feed([row])
        step.runs()
      }
      const byUpdate = new Attribution().feed(
        rows.flatMap((row) => row.updates.map((update) => ({ ...row, updates: [update] }))),
      )
      expect(step.runs()).toEqual(atOnce.runs())
      expect(byUpdate.runs()).toEqual(atOnce.runs())

      const ends = new Map<string, number>()
      for (const { block, from, to } of atOnce.runs()) {
        expect(from).toBe(ends.get(block) ?? 0)
        ends.set(block, to)
      }
      const texts = blockTexts(readDraft(atOnce.doc.getXmlFragment(draftRoot)).json)
      for (const [block, text] of texts) expect(ends.get(block) ?? 0).toBe(text.length)
    }),
  )
})

/** Milliseconds of this process' own CPU: what others on the machine do does not count. */
const worked = (rows: readonly AttributedRow[]): number => {
  const from = process.cpuUsage()
  new Attribution().feed(rows).runs()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

test('AT3 20,000 small updates take no search: a small part of the time that searching each would', () => {
  const town = new WritingTown('oda', 'birk')
  town.does('oda', () =>
    town.root('oda').insert(
      0,
      Array.from({ length: 50 }, (_, at) =>
        aBlock(`p${at}`, 'Unge skal have indflydelse på deres eget liv. '.repeat(8)),
      ),
    ),
  )
  for (let n = 0; n < 20_000; n++) {
    const name = n % 40 < 20 ? 'oda' : 'birk'
    const text = (town.root(name).get(n % 50) as Y.XmlElement).get(0) as Y.XmlText
    town.alone(name, () =>
      n % 7 === 6
        ? text.delete(n % 50, n % 11 === 0 ? 4 : 1)
        : text.insert(n % 50, n % 101 === 0 ? 'sammen med os' : 'e'),
    )
    if (n % 20 === 19) town.deliver(name)
  }
  expect(town.rows.reduce((sum, { updates }) => sum + updates.length, 0)).toBeGreaterThan(20_000)
  expect(worked(town.rows)).toBeLessThan(6000)
})

test.each([
  [
    'dashes',
    (town: WritingTown) => {
      for (let n = 0; n < 6; n++) town.does('oda', () => town.root('oda').push([aBlock(`d${n}`, '-'.repeat(50_000))]))
      town.does('birk', () => town.root('birk').push([aBlock('copy', '- '.repeat(30_000))]))
    },
  ],
  [
    'a thousand blocks rebuilt with other words',
    (town: WritingTown) => {
      const blocks = (mark: string) =>
        Array.from({ length: 1000 }, (_, at) =>
          aBlock(`${mark}${at}`, `${mark} ord her og der ${at} ${'ab'.repeat(40)}`),
        )
      town.does('oda', () => town.root('oda').insert(0, blocks('x')))
      town.does('birk', () => {
        town.root('birk').delete(0, 1000)
        town.root('birk').insert(0, blocks('y'))
      })
    },
  ],
] as const)('AT3 %s do not stall the replay', (_name, writes) => {
  const town = new WritingTown('oda', 'birk')
  writes(town)
  expect(worked(town.rows)).toBeLessThan(10_000)
})
