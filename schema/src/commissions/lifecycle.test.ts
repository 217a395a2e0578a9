// Commissions: the drawing has the shape that the municipality drew.
import { describe, expect, it } from 'vitest'
import { meetingKinds } from '../meetings/index.js'
import {
  commissionStates,
  edgeBetween,
  edges,
  edgesFrom,
  isBeforeAdoption,
  needs,
  numberOf,
  speakersOf,
} from './lifecycle.js'
import { needTexts } from './need-texts.js'

describe('the drawing', () => {
  it('KO1 has these edges and no others', () => {
    const drawn = edges.map((edge) => `${edge.from === null ? 0 : numberOf(edge.from)}>${numberOf(edge.to)}`)
    expect(drawn.sort()).toEqual(
      ['0>1', '1>2', '2>3', '3>2', '3>4', '4>5', '5>6', '6>7', '7>8', '8>9', '8>10', '9>10', '10>11'].sort(),
    )
  })

  it('KO1 every state can be reached from the first and can reach the last', () => {
    const reach = (start: string, next: (state: string) => string[]) => {
      const seen = new Set([start])
      for (const state of seen) for (const other of next(state)) seen.add(other)
      return seen.size
    }
    expect(reach('identified', (state) => edges.filter((e) => e.from === state).map((e) => e.to))).toBe(11)
    expect(reach('dissolved', (state) => edges.filter((e) => e.to === state && e.from).map((e) => e.from!))).toBe(11)
    expect(edgesFrom('dissolved')).toEqual([])
    expect(edgeBetween('identified', 'adopted')).toBeNull()
  })

  it('KO2 an edge that names a meeting names who speaks there, and every need has its words', () => {
    for (const edge of edges) {
      expect(edge.meetings.length > 0, edge.to).toBe(edge.speaker !== null)
      expect(edge.meetings.every((kind) => meetingKinds.includes(kind))).toBe(true)
      expect(speakersOf(edge.speaker).length > 0).toBe(edge.speaker !== null)
    }
    const used = new Set(edges.flatMap((edge) => edge.needs))
    expect([...used].sort()).toEqual([...needs].sort())
    for (const need of needs) expect(needTexts[need].da === needTexts[need].en, need).toBe(false)
  })

  it('KO12 states 1 to 3 are before adoption', () => {
    expect(commissionStates.filter(isBeforeAdoption).map(numberOf)).toEqual([1, 2, 3])
  })
})
