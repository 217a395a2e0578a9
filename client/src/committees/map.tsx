// The committees as a map, read-only: the same knots as the list, laid out by levels. Arrow keys go to neighbours.
import { Handle, type Node, type NodeProps, Position, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import './flow.css'
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router'
import { StateRing } from '../commissions/index.js'
import { useTranslation } from '../i18n/index.js'
import { Button } from '../ui/index.js'
import { type Graph, type Knot, pathTo } from './graph.js'
import { layOut } from './map-layout.js'
import styles from './map.module.css'
import { pathOf } from './tree.js'

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

/** The whole map at a size that can still be read; what has no room then is a drag, a key or a pinch away. */
const whole = { padding: 0.02, minZoom: 0.7, maxZoom: 1 }
const reach = { minZoom: 0.3, maxZoom: 2 }

type MapProps = { graph: Graph; selected: string | null; onSelect: (id: string) => void }

export default function CommitteeMap(props: MapProps) {
  return (
    <ReactFlowProvider>
      <Map {...props} />
    </ReactFlowProvider>
  )
}

function Map({ graph, selected, onSelect }: MapProps) {
  const { t } = useTranslation('committees')
  const navigate = useNavigate()
  const flow = useReactFlow<MapNode>()
  const frame = useRef<HTMLDivElement>(null)
  const places = useMemo(() => layOut(graph), [graph])
  const lit = useMemo(() => (selected ? pathTo(graph, selected) : new Set<string>()), [graph, selected])
  const nodes = graph.knots.map((knot): MapNode => {
    const { x, y, width, height } = places.get(knot.id)!
    return { id: knot.id, type: 'knot', position: { x, y }, width, height, data: { knot, lit: lit.has(knot.id), selected: knot.id === selected } }
  })
  const edges = graph.knots.flatMap(({ id, owners }) =>
    owners.map((owner) => ({
      id: `${owner} ${id}`,
      source: owner,
      target: id,
      className: lit.has(id) && lit.has(owner) ? styles.lit! : styles.edge!,
    })),
  )
  // Whatever is chosen, here or in the list, is brought to where it can be seen.
  useEffect(() => {
    const place = selected === null ? undefined : places.get(selected)
    const size = frame.current?.getBoundingClientRect()
    if (!place || !size) return
    const { x, y, zoom } = flow.getViewport()
    const [left, top] = [place.x * zoom + x, place.y * zoom + y]
    const isSeen = left >= 0 && top >= 0 && left + place.width * zoom <= size.width && top + place.height * zoom <= size.height
    if (!isSeen) void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom })
  }, [flow, places, selected])

  const open = (id: string) => {
    const knot = graph.knots.find((one) => one.id === id)
    if (knot) void navigate(pathOf(knot))
  }
  const keys: Record<string, () => unknown> = { '+': () => flow.zoomIn(), '-': () => flow.zoomOut(), '0': () => flow.fitView(whole) }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
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
    const turn = keys[event.key]
    if (turn) turn()
    else if (event.key === 'Enter') open(knot.id)
    else if (!to) return
    else onSelect(to)
    event.preventDefault()
  }
  const chosen = graph.knots.find(({ id }) => id === selected)
  const height = Math.max(...[...places.values()].map((box) => box.y + box.height)) + 24
  return (
    <div>
      <div ref={frame} className={styles.map} style={{ height }}>
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
          fitViewOptions={whole}
          {...reach}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          panOnScroll={false}
          zoomOnScroll={false}
          preventScrolling={false}
          // A link in the corner of every map would be a stop for everybody who works by keyboard.
          proOptions={{ hideAttribution: true }}
          onNodeClick={(_, { id }) => (id === selected ? open(id) : onSelect(id))}
        />
      </div>
      <div role="group" aria-label={t('zoom.label')} className={styles.controls}>
        <Button size="small" aria-label={t('zoom.in')} onPress={() => void flow.zoomIn()}>
          <ZoomIn size={18} aria-hidden />
        </Button>
        <Button size="small" aria-label={t('zoom.out')} onPress={() => void flow.zoomOut()}>
          <ZoomOut size={18} aria-hidden />
        </Button>
        <Button size="small" aria-label={t('zoom.all')} onPress={() => void flow.fitView(whole)}>
          <Maximize size={18} aria-hidden />
        </Button>
      </div>
    </div>
  )
}
