// The committees as a graph for the screen: bodies, and below the standing committees also the commissions that have no
// body yet. Pure: the list and the map draw the same.
import type { CommissionState } from '../__generated__/graphql.js'

export type Body = Readonly<{
  id: string
  slug: string
  name: string
  kind: 'COUNCIL' | 'FINANCE_COMMITTEE' | 'STANDING_COMMITTEE' | 'TASK_COMMITTEE' | 'WORKING_GROUP'
  status: 'PLANNED' | 'ACTIVE' | 'CLOSED'
  owners: readonly { id: string }[]
  commission?: { state: CommissionState } | null | undefined
}>

export type Commission = Readonly<{
  id: string
  slug: string
  name: string
  state: CommissionState
  owners: readonly { id: string }[]
  body?: { id: string } | null | undefined
}>

export type Knot = Readonly<{
  id: string
  slug: string
  name: string
  /** A commission stands for the task committee that it will become. */
  of: 'body' | 'commission'
  level: 0 | 1 | 2 | 3
  state: CommissionState | null
  owners: readonly string[]
}>

export type Graph = Readonly<{ knots: readonly Knot[]; below(id: string): readonly Knot[]; roots: readonly Knot[] }>

const levels = { COUNCIL: 0, FINANCE_COMMITTEE: 1, STANDING_COMMITTEE: 1, TASK_COMMITTEE: 2, WORKING_GROUP: 3 } as const

/** `compare` orders names; those with more below them do not come first, so that the order does not move about. */
export function graphOf(bodies: readonly Body[], commissions: readonly Commission[], compare: (a: string, b: string) => number): Graph {
  const knots: Knot[] = [
    ...bodies.map(
      (body): Knot => ({
        id: body.id,
        slug: body.slug,
        name: body.name,
        of: 'body',
        level: levels[body.kind],
        state: body.commission?.state ?? null,
        owners: body.owners.map(({ id }) => id),
      }),
    ),
    ...commissions
      .filter(({ body }) => !body)
      .map(
        (commission): Knot => ({
          id: commission.id,
          slug: commission.slug,
          name: commission.name,
          of: 'commission',
          level: 2,
          state: commission.state,
          owners: commission.owners.map(({ id }) => id),
        }),
      ),
  ].sort((a, b) => a.level - b.level || compare(a.name, b.name))
  const ids = new Set(knots.map(({ id }) => id))
  // A body whose owner is not shown hangs from the council, if there is one; else it would vanish with its owner.
  const council = knots.find(({ level }) => level === 0)
  const placed = knots.map((knot) => {
    const owners = knot.owners.filter((owner) => ids.has(owner))
    return { ...knot, owners: owners.length === 0 && council && knot !== council ? [council.id] : owners }
  })
  const byOwner = new Map<string, Knot[]>()
  for (const knot of placed) for (const owner of knot.owners) byOwner.set(owner, [...(byOwner.get(owner) ?? []), knot])
  return { knots: placed, below: (id) => byOwner.get(id) ?? [], roots: placed.filter(({ owners }) => owners.length === 0) }
}

/** Those that fit, with all that stand above them: nothing hangs in the air. */
export function narrowed(graph: Graph, fits: (knot: Knot) => boolean): Graph {
  const kept = new Set(graph.knots.filter(fits).flatMap(({ id }) => [...pathTo(graph, id)]))
  const of = (knots: readonly Knot[]) => knots.filter(({ id }) => kept.has(id))
  return { knots: of(graph.knots), below: (id) => of(graph.below(id)), roots: of(graph.roots) }
}

/** Those above a knot, itself included: what is lit on the map. */
export function pathTo(graph: Graph, id: string): ReadonlySet<string> {
  const lit = new Set<string>()
  const climb = (one: string) => {
    if (lit.has(one)) return
    lit.add(one)
    for (const owner of graph.knots.find((knot) => knot.id === one)?.owners ?? []) climb(owner)
  }
  climb(id)
  return lit
}
