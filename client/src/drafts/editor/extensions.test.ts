// Drafts: the editor knows exactly the shape that the pass names, no more and no less.
import { draftMarks, draftNodes, draftSchema } from '@faellesrum/schema/drafts'
import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { shapeExtensions } from './extensions.js'

const schema = getSchema(shapeExtensions(true))

test('the same nodes and marks', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(draftNodes).sort())
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(draftMarks).sort())
})

test.each(Object.keys(draftNodes) as (keyof typeof draftNodes)[])('%s: the same attributes and content', (name) => {
  const [ours, theirs] = [schema.nodes[name]!, draftSchema.nodes[name]]
  expect(defaults(ours.spec.attrs)).toEqual(defaults(theirs.spec.attrs))
  for (const child of Object.keys(draftNodes)) {
    const fits = (of: typeof schema, parent: typeof ours) => parent.contentMatch.matchType(of.nodes[child]!) !== null
    expect([child, fits(schema, ours)]).toEqual([child, fits(draftSchema as never, theirs)])
  }
  expect(ours.isBlock).toBe(theirs.isBlock)
  expect(ours.contentMatch.validEnd).toBe(theirs.contentMatch.validEnd)
})

test.each(Object.keys(draftMarks) as (keyof typeof draftMarks)[])('%s: the same attributes', (name) => {
  expect(defaults(schema.marks[name]!.spec.attrs)).toEqual(defaults(draftSchema.marks[name].spec.attrs))
})

const defaults = (attrs: object | null | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attrs ?? {}).map(([name, { default: usual }]) => [name, usual ?? null]))
