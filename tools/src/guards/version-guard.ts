// Guards: the floors below which a package has a known hole, checked in the lock file for every copy.
import type { Finding } from './source.js'

/** Not every source of packages answers `npm audit`, so the floors stand here, each with its reason. */
export const floors: Readonly<Record<string, { atLeast: string; below?: string; why: string }>> = {
  '@apollo/server': { atLeast: '5.5.0', below: '6.0.0', why: 'requests by GET across sites' },
  graphql: { atLeast: '16.11.0', below: '17.0.0', why: 'Apollo Server 5 fits 16 only' },
  'type-graphql': { atLeast: '2.0.0-rc.4', why: 'older ones are for graphql 15' },
  typeorm: { atLeast: '1.1.1', why: 'an absent condition must throw, not match the first row' },
  ws: { atLeast: '8.21.1', why: 'tiny fragments exhaust memory' },
  'graphql-ws': { atLeast: '6.4.0', why: 'the older protocol skips the handshake' },
  yjs: { atLeast: '13.6.0', below: '13.7.0', why: 'the log is read by this line' },
  'y-protocols': { atLeast: '1.0.7', below: '1.0.8', why: 'the wire is spoken by this one' },
}

type LockFile = Readonly<{ packages: Readonly<Record<string, { version?: string; link?: boolean }>> }>

/** Every copy of a listed package, wherever it is nested, and how many of the listed were seen at all. */
export function checkVersions(lock: LockFile): { findings: Finding[]; seen: Set<string> } {
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const [path, { version, link }] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1)!
    const floor = floors[name]
    if (!floor || link || !version || !path.includes('node_modules/')) continue
    seen.add(name)
    const isTooOld = compareVersions(version, floor.atLeast) < 0
    const isTooNew = floor.below !== undefined && compareVersions(version, floor.below) >= 0
    if (isTooOld || isTooNew) {
      const wanted = `>= ${floor.atLeast}${floor.below ? ` and < ${floor.below}` : ''}`
      findings.push({ path: 'package-lock.json', line: 0, why: `${path} is ${version}, wants ${wanted}: ${floor.why}` })
    }
  }
  return { findings, seen }
}

/** Negative, zero or positive, by the rules of semantic versions: a pre-release is older than its release. */
export function compareVersions(one: string, other: string): number {
  const parts = (version: string): [number[], string[] | null] => {
    const [core = '', ...pre] = version.split('+')[0]!.split('-')
    return [core.split('.').map(Number), pre.length > 0 ? pre.join('-').split('.') : null]
  }
  const [[coreA, preA], [coreB, preB]] = [parts(one), parts(other)]
  for (let i = 0; i < 3; i++) if (coreA[i] !== coreB[i]) return (coreA[i] ?? 0) - (coreB[i] ?? 0)
  if (!preA || !preB) return Number(preB !== null) - Number(preA !== null)
  for (let i = 0; i < Math.max(preA.length, preB.length); i++) {
    const [a, b] = [preA[i], preB[i]]
    if (a === b) continue
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)]
    if (isNumberA && isNumberB) return Number(a) - Number(b)
    if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
    return a < b ? -1 : 1
  }
  return 0
}
