// Committees: the graph that list and map draw.
import { expect, test } from 'vitest'
import { type Body, type Commission, graphOf, narrowed, pathTo } from './graph.js'

const body = (id: string, kind: Body['kind'], owners: string[] = []): Body => ({
  id,
  slug: id,
  name: id,
  kind,
  status: 'ACTIVE',
  owners: owners.map((owner) => ({ id: owner })),
  commission: null,
})
const commission = (id: string, owners: string[], bodyId: string | null = null): Commission => ({
  id,
  slug: id,
  name: id,
  state: 'FORMULATING',
  owners: owners.map((owner) => ({ id: owner })),
  body: bodyId === null ? null : { id: bodyId },
})
const danish = new Intl.Collator('da')
const compare = (a: string, b: string) => danish.compare(a, b)

const council = body('council', 'COUNCIL')
const school = body('school', 'STANDING_COMMITTEE', ['council'])
const culture = body('culture', 'STANDING_COMMITTEE', ['council'])

test('a task committee of two owners stands below both', () => {
  const graph = graphOf([council, school, culture, body('young', 'TASK_COMMITTEE', ['school', 'culture'])], [], compare)
  expect(graph.below('school').map(({ id }) => id)).toEqual(['young'])
  expect(graph.below('culture').map(({ id }) => id)).toEqual(['young'])
  expect(graph.roots.map(({ id }) => id)).toEqual(['council'])
})

test('a commission stands for the committee that it will become, until it has one', () => {
  const bodies = [council, school, body('roads', 'TASK_COMMITTEE', ['school'])]
  const graph = graphOf(bodies, [commission('food', ['school']), commission('roads-commission', ['school'], 'roads')], compare)
  expect(graph.below('school').map(({ id, of }) => [id, of])).toEqual([
    ['food', 'commission'],
    ['roads', 'body'],
  ])
})

test('whatever its owner, nothing that is asked for is missing from the graph', () => {
  const orphan = body('orphan', 'TASK_COMMITTEE', ['a body that is not shown'])
  const reached = new Set<string>()
  const graph = graphOf([council, school, orphan], [], compare)
  const walk = (id: string) => {
    reached.add(id)
    for (const { id: below } of graph.below(id)) walk(below)
  }
  for (const { id } of graph.roots) walk(id)
  expect(reached).toEqual(new Set(['council', 'school', 'orphan']))
})

test('names stand in Danish order: æ, ø and å last', () => {
  const bodies = ['Ældre', 'Aaby', 'Økonomi', 'Børn'].map((name) => ({ ...body(name, 'STANDING_COMMITTEE', ['council']), name }))
  const graph = graphOf([council, ...bodies], [], compare)
  expect(graph.below('council').map(({ name }) => name)).toEqual(['Børn', 'Ældre', 'Økonomi', 'Aaby'])
})

test('the way to a committee goes through each of its owners', () => {
  const graph = graphOf([council, school, culture, body('young', 'TASK_COMMITTEE', ['school', 'culture'])], [], compare)
  expect(pathTo(graph, 'young')).toEqual(new Set(['young', 'school', 'culture', 'council']))
  expect(pathTo(graph, 'school')).toEqual(new Set(['school', 'council']))
})

test('what is looked for stands below all its owners, and nothing else is left', () => {
  const bodies = [council, school, culture, body('young', 'TASK_COMMITTEE', ['school', 'culture']), body('roads', 'TASK_COMMITTEE', ['culture'])]
  const graph = narrowed(graphOf(bodies, [], compare), ({ name }) => name === 'young')
  expect(graph.knots.map(({ id }) => id)).toEqual(['council', 'culture', 'school', 'young'])
  expect(graph.below('culture').map(({ id }) => id)).toEqual(['young'])
  expect(narrowed(graph, () => false)).toMatchObject({ knots: [], roots: [] })
})
