// Drafts: the shape and its number.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalize } from './canonical.js'
import { blockNames, draftMarks, draftNodes, draftSchema, draftShape } from './draft-nodes.js'
import { safeHref } from './safe-href.js'

/** One line per number that was ever in use. A change of the specs adds a line; no line ever changes. */
const hashes: Readonly<Record<number, string>> = {
  1: '2eac313fb7297b57144af8acf978d7243561c9afbb2784bed37b51e6b816e674',
}

test('DR1 the number of the shape rises with every change of the specs', () => {
  const specs = canonicalize({ nodes: Object.entries(draftNodes), marks: Object.entries(draftMarks) })
  expect(createHash('sha256').update(specs).digest('hex')).toBe(hashes[draftShape])
})

test('DR2 every block can carry an id, and nothing else can', () => {
  const carrying = Object.values(draftSchema.nodes).filter((type) => 'id' in (type.spec.attrs ?? {}))
  expect(carrying.map((type) => type.name)).toEqual(blockNames)
  const without = Object.keys(draftSchema.nodes).filter((name) => !blockNames.some((block) => block === name))
  expect(without).toEqual(['doc', 'hardBreak', 'text'])
})

test.each([
  ['https://www.gentofte.dk/da/politik?x=1#y', true],
  ['HTTPS://gentofte.dk', true],
  ['mailto:unge@example.dk', true],
  ['tel:+4539980000', true],
  ['http://gentofte.dk', false],
  ['javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//gentofte.dk', false],
  ['https:\\\\gentofte.dk', false],
  ['https://', false],
  ['/commission', false],
  ['', false],
  [' https://gentofte.dk', false],
  [`https://gentofte.dk/${'x'.repeat(2000)}`, false],
  [null, false],
  [7, false],
] as const)('DR7 a link to %j may be followed: %s', (href, followed) => {
  expect(safeHref(href)).toBe(followed ? href : null)
})
