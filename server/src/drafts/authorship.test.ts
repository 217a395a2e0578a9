// Drafts: what each reader is told about who wrote what.
import type { DraftNode } from '@faellesrum/schema/drafts'
import type { MandateId, PersonId } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import type { AuthoredRun } from '@faellesrum/schema/rooms'
import { describe, expect, it } from 'vitest'
import { authorshipFor } from './authorship.js'

/** One paragraph per writer, of as many letters as is said; the mandate's name begins with its kind. */
function aText(...writers: readonly (readonly [person: string, kind: MandateKind, letters: number])[]): {
  json: DraftNode
  runs: AuthoredRun[]
} {
  const content = writers.map(([, , letters], at): DraftNode => ({
    type: 'paragraph',
    attrs: { id: `b${at}` },
    content: [{ type: 'text', text: 'a'.repeat(letters) }],
  }))
  const runs = writers.map(([person, kind, letters], at): AuthoredRun => ({
    block: `b${at}`,
    from: 0,
    to: letters,
    person: person as PersonId,
    mandate: `${kind}:${person}` as MandateId,
    source: null,
    copiedBy: null,
  }))
  return { json: { type: 'doc', content }, runs }
}

const reader = (inside: boolean) => ({
  inside,
  language: 'da' as const,
  kindOf: (mandate: string) => mandate.split(':')[0] as MandateKind,
  nameOf: (person: string) => (person === 'oda' ? 'Oda Lindskov' : null),
})

const citizens = Array.from({ length: 5 }, (_, at): [string, MandateKind, number] => [`c${at}`, 'citizen-member', 10])

describe('authorship', () => {
  it('inside the room is told by person, with runs, and by kind where the name may not be known', () => {
    const { json, runs } = aText(['oda', 'council-member', 30], ['alva', 'citizen-member', 10])
    const told = authorshipFor(reader(true), json, runs)
    expect(told).toMatchObject({ people: 2, characters: 40 })
    expect(told.shareList.map(({ label, share }) => [label, share])).toEqual([
      ['Oda Lindskov', 0.75],
      ['Borgermedlem', 0.25],
    ])
    expect(told.runList.map(({ writer }) => writer.personId)).toEqual(['oda', 'alva'])
  })

  it('outside names no person and shows no run, whoever wrote', () => {
    const { json, runs } = aText(['oda', 'council-member', 30], ...citizens)
    const told = authorshipFor(reader(false), json, runs)
    expect(told.runList).toEqual([])
    expect(JSON.stringify(told)).not.toMatch(/oda|Oda|"c\d"/)
  })

  it('outside shows a group from five people on, and neither fewer nor a sum from which they could be taken', () => {
    const five = aText(['oda', 'council-member', 30], ...citizens)
    expect(authorshipFor(reader(false), five.json, five.runs)).toEqual({
      people: 5,
      characters: null,
      runList: [],
      shareList: [{ personId: null, mandateKind: 'citizen-member', label: 'Borgermedlem', characters: null, share: 1 }],
    })
    const four = aText(['oda', 'council-member', 30], ...citizens.slice(1, 4))
    expect(authorshipFor(reader(false), four.json, four.runs)).toMatchObject({
      people: 0,
      characters: null,
      shareList: [],
    })
  })

  it('AT13 outside says the same however much of a text of one length is the part of the one who is not shown', () => {
    const parted = (hidden: number) => {
      const each = (1_000 - hidden) / 10
      const shown = (kind: MandateKind) => Array.from({ length: 5 }, (_, at) => [`${kind}${at}`, kind, each] as const)
      const { json, runs } = aText(['oda', 'administration', hidden], ...shown('citizen-member'), ...shown('resident'))
      expect(JSON.stringify(json).match(/a{2,}/g)!.join('').length).toBe(1_000)
      return authorshipFor(reader(false), json, runs)
    }
    for (const hidden of [10, 300, 500, 900]) expect(parted(hidden)).toEqual(parted(20))
    expect(parted(20).shareList.map(({ share }) => share)).toEqual([0.5, 0.5])
  })

  it('leaves out what nobody vouches for', () => {
    const { json, runs } = aText(['oda', 'council-member', 30], ['x', 'resident', 10])
    const unvouched = { ...runs[1]!, person: null, mandate: null, source: 'import' as const }
    const told = authorshipFor(reader(true), json, [runs[0]!, unvouched])
    expect(told).toMatchObject({ people: 1, characters: 30 })
    expect(told.runList[1]!.writer).toEqual({ personId: null, mandateKind: null, label: 'Indsat udefra' })
  })
})
