// The map as it is drawn: boxes that stand apart, lines that end at them, and ways to make it larger.
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../ui/tokens.css'
import '../ui/base.css'
import { startTexts } from '../i18n/index.js'
import { type Body, graphOf } from './graph.js'
import CommitteeMap from './map.js'

beforeAll(() => startTexts('da'))

const body = (id: string, kind: Body['kind'], owners: string[] = [], name = id): Body => ({
  id,
  slug: id,
  name,
  kind,
  status: 'ACTIVE',
  owners: owners.map((owner) => ({ id: owner })),
  commission: kind === 'TASK_COMMITTEE' ? { state: 'WORKING' } : null,
})

const long = 'Erhvervs-, Beskæftigelses- og Integrationsudvalget'
const bodies = [
  body('council', 'COUNCIL', [], 'Kommunalbestyrelsen'),
  ...['school', 'culture', 'roads'].map((id) => body(id, 'STANDING_COMMITTEE', ['council'], `${long} ${id}`)),
  body('young', 'TASK_COMMITTEE', ['school', 'culture'], 'EN UNG POLITIK, næste kapitel'),
  ...['a', 'b', 'c', 'd', 'e'].map((id) => body(id, 'TASK_COMMITTEE', ['roads'])),
]
const graph = graphOf(bodies, [], (a, b) => a.localeCompare(b, 'da'))

async function drawn() {
  const map = <CommitteeMap graph={graph} selected={null} onSelect={() => {}} />
  const page = await render(<RouterProvider router={createMemoryRouter([{ path: '*', element: <div style={{ width: 900 }}>{map}</div> }])} />)
  await expect.poll(() => page.container.querySelectorAll('.react-flow__edge-path').length).toBe(10)
  return page.container
}

const boxesIn = (container: Element) =>
  new Map([...container.querySelectorAll<HTMLElement>('.react-flow__node')].map((box) => [box.dataset['id']!, box.getBoundingClientRect()]))

test('no two boxes overlap, and no name leaves its box', async () => {
  const container = await drawn()
  const boxes = [...boxesIn(container)]
  expect(boxes).toHaveLength(bodies.length)
  for (const [at, [id, one]] of boxes.entries()) {
    for (const [other, two] of boxes.slice(at + 1)) {
      const apart = one.right <= two.left || two.right <= one.left || one.bottom <= two.top || two.bottom <= one.top
      expect(apart, `${id} and ${other}`).toBe(true)
    }
  }
  for (const box of container.querySelectorAll('.react-flow__node > div')) expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight)
})

test('every line begins at the box of an owner and ends at that of what it owns', async () => {
  const container = await drawn()
  const boxes = boxesIn(container)
  for (const edge of container.querySelectorAll<SVGGElement>('.react-flow__edge')) {
    const path = edge.querySelector<SVGPathElement>('.react-flow__edge-path')!
    const [owner, owned] = edge.dataset['id']!.split(' ').map((id) => boxes.get(id)!)
    const on = (length: number) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM()!)
    const [begin, end] = [on(0), on(path.getTotalLength())]
    expect(Math.abs(begin.x - owner!.right)).toBeLessThan(8)
    expect(Math.abs(begin.y - (owner!.top + owner!.bottom) / 2)).toBeLessThan(8)
    expect(Math.abs(end.x - owned!.left)).toBeLessThan(8)
    expect(Math.abs(end.y - (owned!.top + owned!.bottom) / 2)).toBeLessThan(8)
  }
})

test('it is made larger and smaller by button and by key', async () => {
  const container = await drawn()
  const width = () => boxesIn(container).get('council')!.width
  const before = width()
  const press = (name: string) => userEvent.click(container.querySelector(`[aria-label="${name}"]`)!)
  await press('Gør kortet større')
  await expect.poll(width).toBeGreaterThan(before * 1.1)
  await press('Vis hele kortet')
  await expect.poll(width).toBeCloseTo(before, 0)
  container.querySelector<HTMLElement>('[role="application"]')!.focus()
  await userEvent.keyboard('-')
  await expect.poll(width).toBeLessThan(before * 0.9)
  await userEvent.keyboard('0')
  await expect.poll(width).toBeCloseTo(before, 0)
})

test('nothing on it is a stop for the keyboard but itself and its buttons', async () => {
  const container = await drawn()
  const stops = [...container.querySelectorAll('a, button, [tabindex="0"]')].map((stop) => stop.getAttribute('aria-label'))
  expect(stops).toEqual([expect.stringMatching(/^Kort over udvalgene/), 'Gør kortet større', 'Gør kortet mindre', 'Vis hele kortet'])
})
