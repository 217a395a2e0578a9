// The committees as a map, read-only: the same knots as the list, laid out by levels. Arrow keys go to neighbours.
import dagre from '@dagrejs/dagre'
import { Handle, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useMemo } from 'react'
import { useNavigate } from 'react-router'
import { StateRing } from '../commissions/index.js'
import { useTranslation } from '../i18n/index.js'
import { type Graph, type Knot, pathTo } from './graph.js'
import styles from './map.module.css'
import { pathOf } from './tree.js'

const size = { width: 208, height: 42 }

type MapNode = Node<{ knot: Knot; lit: boolean; selected: boolean }, 'knot'>

function KnotBox({ data: { knot, lit, selected } }: NodeProps<MapNode>) {
  return (
    <div className={styles.knot} data-level={knot.level} data-of={knot.of} data-lit={lit || undefined} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle!} />
      {knot.state && <StateRing state={knot.state} />}
      <span>{knot.name}</span>
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle!} />
    </div>
  )
}

// Outside of the render: React Flow draws everything anew when this object changes.
const nodeTypes = { knot: KnotBox }

function layOut({ knots }: Graph): Map<string, { x: number; y: number }> {
  const plan = new dagre.graphlib.Graph()
  plan.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 76 })
  plan.setDefaultEdgeLabel(() => ({}))
  for (const { id } of knots) plan.setNode(id, { ...size })
  for (const { id, owners } of knots) for (const owner of owners) plan.setEdge(owner, id)
  dagre.layout(plan)
  return new Map(
    knots.map(({ id }) => {
      const { x, y } = plan.node(id) as { x: number; y: number }
      return [id, { x: x - size.width / 2, y: y - size.height / 2 }]
    }),
  )
}

export default function CommitteeMap({ graph, selected, onSelect }: { graph: Graph; selected: string | null; onSelect: (id: string) => void }) {
  const { t } = useTranslation('committees')
  const navigate = useNavigate()
  const places = useMemo(() => layOut(graph), [graph])
  const lit = useMemo(() => (selected ? pathTo(graph, selected) : new Set<string>()), [graph, selected])
  const nodes = graph.knots.map(
    (knot): MapNode => ({
      id: knot.id,
      type: 'knot',
      position: places.get(knot.id)!,
      data: { knot, lit: lit.has(knot.id), selected: knot.id === selected },
      ...size,
    }),
  )
  const edges = graph.knots.flatMap(({ id, owners }) =>
    owners.map((owner) => ({
      id: `${owner} ${id}`,
      source: owner,
      target: id,
      className: lit.has(id) && lit.has(owner) ? styles.lit! : styles.edge!,
    })),
  )
  const open = (id: string) => {
    const knot = graph.knots.find((one) => one.id === id)
    if (knot) void navigate(pathOf(knot))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const knot = graph.knots.find(({ id }) => id === selected) ?? graph.knots[0]
    if (!knot) return
    const beside = graph.knots.filter(({ level }) => level === knot.level).sort((a, b) => places.get(a.id)!.y - places.get(b.id)!.y)
    const at = beside.findIndex(({ id }) => id === knot.id)
    const to = {
      ArrowLeft: knot.owners[0],
      ArrowRight: graph.below(knot.id)[0]?.id,
      ArrowUp: beside[at - 1]?.id,
      ArrowDown: beside[at + 1]?.id,
      Home: graph.knots[0]?.id,
    }[event.key]
    if (event.key === 'Enter') open(knot.id)
    else if (!to) return
    else onSelect(to)
    event.preventDefault()
  }
  const chosen = graph.knots.find(({ id }) => id === selected)
  const height = Math.max(...[...places.values()].map(({ y }) => y)) + size.height + 24
  return (
    <div className={styles.map} style={{ height: Math.min(height, 720) }}>
      <p className="visually-hidden" role="status">
        {chosen?.name}
      </p>
      {/* React Flow is an application to screen readers by itself; its keys are ours. The list beside it says the same. */}
      <ReactFlow
        aria-label={t('mapLabel')}
        tabIndex={0}
        onKeyDown={onKeyDown}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ padding: 0.02, maxZoom: 1 }}
        minZoom={0.4}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        panOnScroll={false}
        zoomOnScroll={false}
        preventScrolling={false}
        onNodeClick={(_, { id }) => (id === selected ? open(id) : onSelect(id))}
      />
    </div>
  )
}
