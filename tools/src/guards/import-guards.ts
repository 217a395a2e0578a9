// Guards: who may import whom. HOUSE rules 14 and 28: doors, one direction, an order of slices, no rings.
import { byPath, type Finding, type Guard, type Source, targetOf } from './source.js'

type Edge = Readonly<{ from: Source; to: Source; line: number; isType: boolean }>

function edges(sources: readonly Source[]): Edge[] {
  const known = byPath(sources)
  return sources.flatMap((from) =>
    from.imports.flatMap(({ specifier, line, isType }) => {
      const to = targetOf(from, specifier, known)
      return to ? [{ from, to, line, isType }] : []
    }),
  )
}

const finding = ({ from, line }: Edge, why: string): Finding => ({ path: from.path, line, why })

/** Files that load one another in a ring start in an order that nobody chose. Types alone load nothing. */
export const noCycles: Guard = (sources) => {
  const next = new Map<string, Edge[]>()
  for (const edge of edges(sources)) {
    if (!edge.isType) next.set(edge.from.path, [...(next.get(edge.from.path) ?? []), edge])
  }
  const done = new Set<string>()
  const findings: Finding[] = []
  const visit = (path: string, trail: string[]): void => {
    if (done.has(path)) return
    for (const edge of next.get(path) ?? []) {
      const way = [...trail, path]
      const at = way.indexOf(edge.to.path)
      if (at >= 0) findings.push(finding(edge, `a ring: ${[...way.slice(at), edge.to.path].join(' → ')}`))
      else visit(edge.to.path, way)
    }
    done.add(path)
  }
  for (const source of sources) visit(source.path, [])
  return findings
}

/** Another slice is entered by its door; nobody inside goes round by it. A folder with an `index.ts` has a door. */
export const doors: Guard = (sources) => {
  const isDoor = ({ path, storey, slice }: Source): boolean => path === `${storey}/src/${slice}/index.ts`
  const withDoor = new Set(sources.filter(isDoor).map(({ storey, slice }) => `${storey}/${slice}`))
  return edges(sources).flatMap((edge) => {
    const { from, to } = edge
    const hasDoor = withDoor.has(`${to.storey}/${to.slice}`)
    if (!hasDoor) return []
    if (from.storey === to.storey && from.slice === to.slice) {
      return isDoor(to) && !from.isTest ? [finding(edge, 'goes out by its own door: import the file itself')] : []
    }
    // Platform is built on by slices through its door; what starts, migrates and tests the whole knows its parts.
    if (to.slice === 'platform' && !(from.slice && from.slice in levels)) return []
    return isDoor(to) ? [] : [finding(edge, `a back door to ${to.slice}: import ${to.storey}/src/${to.slice}/index.ts`)]
  })
}

/** A slice without a door would be open everywhere. */
export const everySliceHasADoor: Guard = (sources) => {
  const slices = new Map<string, Source>()
  for (const source of sources) {
    if ((source.storey === 'schema' || source.storey === 'server') && source.slice && source.slice in levels) {
      slices.set(`${source.storey}/src/${source.slice}/index.ts`, source)
    }
  }
  const known = byPath(sources)
  return [...slices].flatMap(([door, { path }]) => (known.has(door) ? [] : [{ path, line: 1, why: `no ${door}` }]))
}

const mayKnow: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema'],
  collab: ['collab', 'schema'],
  server: ['server', 'schema'],
  client: ['client', 'schema'],
  tools: ['tools'],
}

/** Client → schema ← server, collab → schema. Only what starts them in one process knows server and collab. */
export const direction: Guard = (sources) =>
  edges(sources).flatMap((edge) => {
    const { from, to } = edge
    if (mayKnow[from.storey]?.includes(to.storey)) return []
    const isTool = to.storey === 'tools' && (from.isTest || from.path.startsWith('server/bin/'))
    const startsBoth = from.path.startsWith('server/bin/') && to.storey === 'collab'
    const testsBoth = from.storey === 'server' && from.isTest && to.storey === 'collab'
    return isTool || startsBoth || testsBoth ? [] : [finding(edge, `${from.storey} may not know ${to.storey}`)]
  })

/** The order in which slices may know each other; a slice knows the levels below its own. */
export const levels: Readonly<Record<string, number>> = {
  kernel: -1,
  people: 0,
  files: 0,
  letters: 0,
  rooms: 0,
  municipality: 0,
  committees: 1,
  drafts: 1,
  meetings: 2,
  needs: 2,
  commissions: 3,
  recruitment: 4,
  appointments: 4,
  proposals: 4,
  boards: 5,
  evaluations: 6,
  initiatives: 6,
  knowledge: 7,
}
const besides = new Set([
  'files people',
  'letters people',
  'rooms people',
  'appointments recruitment',
  'municipality committees',
])

export const sliceOrder: Guard = (sources) =>
  edges(sources).flatMap((edge) => {
    const { from, to } = edge
    if (from.storey !== 'schema' && from.storey !== 'server') return []
    // Tests build worlds out of whatever they need.
    if (from.isTest || from.slice === to.slice || !from.slice || !to.slice) return []
    const [above, below] = [levels[from.slice], levels[to.slice]]
    if (above === undefined || below === undefined) return []
    // The names, passes and ports of rooms are a protocol that every slice of the server may speak.
    if (from.storey === 'server' && to.storey === 'schema' && to.slice === 'rooms') return []
    return below < above || besides.has(`${from.slice} ${to.slice}`)
      ? []
      : [finding(edge, `${from.slice} (level ${above}) may not know ${to.slice} (level ${below})`)]
  })

/** What a door lets out is named, so that it can be read and nothing slips out. */
export const noExportStar: Guard = (sources) =>
  sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ isStar }) => isStar)
      .map(({ line, specifier }) => ({ path, line, why: `export * from ${specifier}` })),
  )
