// The bench: what was measured, as tables that a person can read.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import type { Figures, Work } from './bench.js'
import { rounded } from './numbers.js'

export type Measured = Readonly<{ figures: Figures; othersShare: number | null }>
export type Results = ReadonlyMap<Work, ReadonlyMap<string, Measured>>

const marker = '<!-- written by `npm run bench -- collab --write` -->'
const ours = 'faellesrum'

const cell = (value: number | null | undefined): string => (value == null ? '–' : rounded(value))

/** What ours needs for one of theirs, and as a fraction where it is half or less. */
function ratio(mine: number | null | undefined, theirs: number | null | undefined): string {
  if (mine == null || theirs == null || mine === 0 || theirs === 0) return ''
  return `${rounded(mine / theirs)}${theirs / mine >= 2 ? ` = 1/${rounded(theirs / mine)}` : ''}`
}

/** A row per server, and below it ours beside each of them. */
function table({ name, about, columns }: Work, measured: ReadonlyMap<string, Measured>): string {
  const row = (title: string, cells: readonly string[], others: string): string =>
    `| ${[title, ...cells, others].join(' | ')} |`
  const rows = [...measured].map(([server, { figures, othersShare }]) => {
    const others = othersShare === null ? '–' : `${Math.round(othersShare * 100)} %`
    return row(server, columns.map((column) => cell(figures[column.name])), others)
  })
  const own = measured.get(ours)?.figures
  const compares = own !== undefined && columns.some(({ isRatio }) => isRatio)
  const peers = compares ? [...measured.keys()].filter((server) => server !== ours) : []
  const ratios = peers.map((server) => {
    const theirs = measured.get(server)!.figures
    const cells = columns.map(({ name: column, isRatio }) => (isRatio ? ratio(own![column], theirs[column]) : ''))
    return row(`${ours} ÷ ${server}`, cells, '')
  })
  const head = row('', columns.map(({ title }) => title), 'others')
  const line = `|---|${columns.map(() => '--:').join('|')}|--:|`
  return [`### ${name}`, '', `${about[0]!.toUpperCase()}${about.slice(1)}.`, '', head, line, ...rows, ...ratios].join('\n')
}

export function report(results: Results, facts: readonly string[]): string {
  const tables = [...results].filter(([, measured]) => measured.size > 0).map(([work, measured]) => table(work, measured))
  return [facts.join('\n'), ...tables].join('\n\n')
}

export const machine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Linux ${release()}`

/** Versions as `package.json` pins them. */
export function versions(): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const all = { ...dependencies, ...devDependencies }
  const peers = ['@y/websocket-server', '@hocuspocus/server', '@hocuspocus/extension-database']
  const named = ['yjs', 'y-protocols', 'lib0', 'ws', 'pg', ...peers]
  return named.map((name) => `${name} ${all[name]}`).join(', ')
}

export function writeInto(file: URL, text: string): void {
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, `${whole.slice(0, whole.indexOf(marker) + marker.length)}\n\n${text}\n`)
}
