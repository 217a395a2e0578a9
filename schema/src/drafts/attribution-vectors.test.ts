// Drafts: attribution against 17 logs of real editors, whose truth was kept outside of Yjs for every character.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Attribution, type AttributedRow, attributionVersion } from './attribution.js'
import { type AuthorMap, authorMapFault, authorMapVersion } from './author-map.js'
import { canonicalize } from './canonical.js'
import { draftRoot, readDraft } from './draft-doc.js'
import { blockTexts } from './plain-text.js'
import { walk } from './walk.js'

type Vector = {
  name: string
  rawShareRight: number
  log: { sender: string; mandate: string; update: string; authors?: { client: number; clock: number; len: number }[] }[]
  runs: { text: string; author: string }[]
}
const { cases } = JSON.parse(readFileSync(new URL('testdata/attribution-vectors.json', import.meta.url), 'utf8')) as {
  cases: Vector[]
}

const rowsOf = ({ log }: Vector): AttributedRow[] =>
  log.map(({ sender, mandate, update, authors }) => ({
    sender: { person: authors === undefined ? sender : 'server', mandate },
    updates: [Buffer.from(update, 'base64')],
    authors: authors === undefined ? null : mapOf(authors),
  }))

const mapOf = (authors: { client: number; clock: number; len: number }[]): AuthorMap => ({
  v: authorMapVersion,
  client: authors[0]!.client,
  reason: 'begin',
  act: null,
  by: authors.map(({ clock, len }) => [clock, len, 0] as const),
  carry: [],
  who: [{ source: 'template' }],
})

/** The text in document order, and the author of each of its units. */
function credited(attribution: Attribution) {
  const texts = blockTexts(readDraft(attribution.doc.getXmlFragment(draftRoot)).json)
  let text = ''
  const authors: string[] = []
  for (const { block, from, to, person, source } of attribution.runs()) {
    text += texts.get(block)!.slice(from, to)
    for (let at = from; at < to; at++) authors.push(source ?? person!)
  }
  return { text, authors }
}

const expectedOf = ({ runs }: Vector) => ({
  text: runs.map(({ text }) => text).join(''),
  authors: runs.flatMap(({ text, author }) => Array.from({ length: text.length }, () => author)),
})

const shareRight = (authors: readonly string[], expected: readonly string[]): number =>
  authors.filter((author, at) => author === expected[at]).length / expected.length

/** What raw client ids would say: all that stands under an id is whoever's first update had it. The yardstick. */
function byClientId(attribution: Attribution, { log }: Vector): string[] {
  const owners = new Map<number, string>()
  for (const { sender, update } of log) {
    for (const { id } of Y.decodeUpdate(Buffer.from(update, 'base64')).structs) {
      if (!owners.has(id.client)) owners.set(id.client, sender)
    }
  }
  const found: string[] = []
  walk(attribution.doc.getXmlFragment(draftRoot), {
    enter: () => true,
    leave: () => undefined,
    text: (text, _formats, client) => found.push(...Array.from({ length: text.length }, () => owners.get(client)!)),
    other: () => undefined,
  })
  return found
}

test.each(cases.map((each) => [each.name, each] as const))(
  'AT1–AT14 %s: every character is credited as it was written',
  (_name, vector) => {
    const attribution = new Attribution().feed(rowsOf(vector))
    const { text, authors } = credited(attribution)
    const expected = expectedOf(vector)
    expect(text).toBe(expected.text)
    expect(shareRight(authors, expected.authors)).toBe(1)
    expect(shareRight(byClientId(attribution, vector), expected.authors)).toBeCloseTo(vector.rawShareRight, 3)
    for (const { authors: map, updates } of rowsOf(vector))
      if (map !== null) expect(authorMapFault(updates[0]!, map)).toBeNull()
  },
)

test('AT15 another answer for any of these logs, copiers included, is another version of the rules', () => {
  const runs = canonicalize(cases.map((vector) => new Attribution().feed(rowsOf(vector)).runs()))
  expect([attributionVersion, createHash('sha256').update(runs).digest('hex')]).toEqual([
    'attribution:v1',
    'cdd23ef1937478ee81d1711f065aa35c46549a002ac7be0dce719d7f82dad57f',
  ])
})
