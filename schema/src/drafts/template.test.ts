// Drafts: the template of a commission.
import { expect, test } from 'vitest'
import { authorMapFault } from './author-map.js'
import { beginDraft } from './begin-draft.js'
import { commissionBeginning, sectionWords } from './commission-beginning.js'
import { readDraft } from './draft-doc.js'
import { idOf } from './draft-json.js'
import { commissionSections, isTemplateBlock, sectionId } from './template.js'

const oda = { person: 'p-oda', mandate: 'm-oda' } as never
const begun = (...filled: Parameters<typeof commissionBeginning>[1][]) =>
  commissionBeginning('Lokal mad', filled[0] ?? {}, oda)

test('DR13 thirteen sections, each with a key, a title and a guide in both languages', () => {
  expect(commissionSections.map(({ title }) => title.da)).toEqual([
    'Baggrund',
    'Formål',
    'Opgave',
    'Deltagere',
    'Arbejdsform',
    'Inddragelse',
    'Tidsplan',
    'Leverancer',
    'Økonomi',
    'Sekretariat',
    'Forankring',
    'Kommunikation',
    'Bilag',
  ])
  expect(new Set(commissionSections.map(({ key }) => key)).size).toBe(13)
  for (const { title, guide } of commissionSections) {
    expect([title.en, guide.da, guide.en].every((text) => text.length > 3)).toBe(true)
  }
})

test('DR14 a beginning has every heading under its own id, and room to write below each', () => {
  const { json, who } = begun()
  const { update, authors } = beginDraft(json, 3, who)
  const reading = readDraft(update)
  expect(reading).toEqual({ json, faults: [] })
  expect(json.content.filter((node) => node.type === 'heading').map(idOf)).toEqual([
    'title',
    ...commissionSections.map(({ key }) => sectionId(key)),
  ])
  expect(json.content.length).toBe(1 + 2 * 13)
  expect(authors.who).toEqual([{ source: 'template' }])
  expect(authorMapFault(update, authors)).toBeNull()
})

test('DR14 what is filled in is its author’s, title and headings are the template’s', () => {
  const { json, who } = begun({
    background: 'Kommunens køkkener laver mad til mange hver dag.',
    task: ['Udvalget skal', { items: ['vise tre veje', 'sige, hvad de koster'], numbered: 'a' }],
  })
  const { authors } = beginDraft(json, 3, who)
  const lettersOf = (index: number) =>
    authors.by.filter(([, , ref]) => ref === index).reduce((sum, [, len]) => sum + len, 0)
  expect(authors.who).toEqual([{ source: 'template' }, oda])
  expect(lettersOf(1)).toBe(
    'Kommunens køkkener laver mad til mange hver dag.Udvalget skalvise tre vejesige, hvad de koster'.length,
  )
  const words = sectionWords(json)
  expect([words.get('background'), words.get('task'), words.get('appendices')]).toEqual([8, 9, 0])
})

test('AT13 the template’s own blocks are known by their ids', () => {
  expect(['title', 'section-task', 'section-appendices'].every(isTemplateBlock)).toBe(true)
  expect(['text-task-1', 'section-', 'section-other', ''].some(isTemplateBlock)).toBe(false)
})
