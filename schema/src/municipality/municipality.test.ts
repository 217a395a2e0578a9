// Municipality: the data say what the presentation says, with its own disagreements left standing.
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/index.js'
import { bodiesOfTheSource } from './bodies-of-the-source.js'
import { evaluationFigures } from './evaluation-figures.js'
import { figures } from './figures.js'
import { leftOut } from './left-out.js'
import { administrativeAreas, districts } from './places.js'
import { datedRules, rulesOn } from './rules-of-2017.js'
import { statutes } from './statutes.js'
import { chartSlide, listSlide, taskCommitteesOfTheSource as committees } from './task-committees-of-the-source.js'

describe('both slides of task committees', () => {
  it('the chart has 27 boxes, two of them current', () => {
    expect(committees.length).toBe(27)
    expect(committees.filter((one) => one.status === 'current').map((one) => one.name)).toEqual([
      'Indretning af ungdomsboliger',
      'Vi Skaber Sammen',
    ])
    expect(committees.every((one) => one.sources[0]!.place === chartSlide)).toBe(true)
  })

  it('the list has 25: integration counts two, health one, and MIT-Campus is not on it', () => {
    const names = new Set(committees.map((one) => one.onList).filter((name) => name !== null))
    expect(names.size).toBe(24)
    expect(committees.filter((one) => one.onList === 'Integration').length).toBe(2)
    expect(committees.filter((one) => one.onList === null).map((one) => one.name)).toEqual(['MIT-Campus'])
    expect(committees.filter((one) => one.onList === 'Sundhedspolitik').length).toBe(2)
  })

  it('each says where it stands, and the disagreements say that they are', () => {
    for (const one of committees) {
      expect(one.sources.map((source) => source.place)).toEqual(one.onList ? [chartSlide, listSlide] : [chartSlide])
    }
    const health = committees.find((one) => one.slug === 'ny-sundhedspolitik')!
    expect(health.sources[1]!.note).toContain('Hvilket af dem listen mener, siger kilden ikke')
  })
})

describe('the rest of the presentation', () => {
  it('counts: bodies, districts, areas, figures, evaluation', () => {
    expect(bodiesOfTheSource.map((body) => body.kind).filter((kind) => kind === 'standing-committee').length).toBe(7)
    expect([districts.length, administrativeAreas.length, figures.length]).toEqual([7, 10, 16])
    expect(evaluationFigures.map((figure) => figure.percent)).toEqual([77, 87, 65, 79, 89])
    expect(statutes[0]!.paragraphs.map((paragraph) => paragraph.anchor)).toEqual(['staaende-udvalg', 'opgaveudvalg'])
  })

  it('the adjustments of 2017 do not hold before 2017', () => {
    const adjusted = datedRules.filter((rule) => rule.gate !== null)
    expect(adjusted.length).toBe(4)
    expect(rulesOn(day('2016-12-31')).some((rule) => rule.gate !== null)).toBe(false)
    expect(rulesOn(day('2017-06-01'))).toEqual(datedRules)
  })

  it('every area names committees that there are, and slugs are told apart', () => {
    const slugs = bodiesOfTheSource.map((body) => body.slug)
    for (const area of administrativeAreas) for (const body of area.bodies) expect(slugs).toContain(body)
    const all = [...slugs, ...committees.map((one) => one.slug)]
    expect(new Set(all).size).toBe(all.length)
  })

  it('no quote of a young person is in the data, and that is said', () => {
    const everything = JSON.stringify([figures, committees, bodiesOfTheSource, datedRules, evaluationFigures, leftOut])
    expect(everything).not.toMatch(/ligner hinanden|lærer også meget|meget trygt|forskellige input|mærke på/)
    expect(leftOut.some((one) => one.what.da.includes('citater'))).toBe(true)
  })
})
