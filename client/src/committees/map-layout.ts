// The map's places: each knot's box, by levels from left to right. Pure.
import dagre from '@dagrejs/dagre'
import type { Graph } from './graph.js'

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>

const width = 236
/** Letters that surely stand on one line, beside the ring. */
const onALine = 24

const heightOf = (name: string): number => Math.max(46, Math.ceil(name.length / onALine) * 18 + 10)

/** The upper left corner and the size of every knot; no two boxes touch. */
export function layOut({ knots }: Graph): ReadonlyMap<string, Box> {
  const plan = new dagre.graphlib.Graph()
  plan.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 76 })
  plan.setDefaultEdgeLabel(() => ({}))
  for (const { id, name } of knots) plan.setNode(id, { width, height: heightOf(name) })
  for (const { id, owners } of knots) for (const owner of owners) plan.setEdge(owner, id)
  dagre.layout(plan)
  return new Map(
    knots.map(({ id, name }) => {
      const { x, y } = plan.node(id) as { x: number; y: number }
      const height = heightOf(name)
      return [id, { x: x - width / 2, y: y - height / 2, width, height }]
    }),
  )
}
