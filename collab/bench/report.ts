// The bench: what was measured, as tables that a person can read.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import type { Figures, Work } from './bench.js'
import { rounded } from './numbers.js'

export type Measured = Readonly<{ figures: Figures; othersShare: number | null }>
export type Results = ReadonlyMap<Work, ReadonlyMap<string, Measured>>

const marker = '<!-- written by `npm run bench -- collab --write` -->'
const ours = 'faellesrum'

const cell = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : rounded(value))

/** A row per server, and below it what ours needs for one of theirs. */
function table({ name, about, columns }: Work, measured: ReadonlyMap<string, Measured>): string {
  const rows = [...measured].map(
    ([server, { figures, othersShare }]) =>
      `| ${server} | ${columns.map((column) => cell(figures[column.name])).join(' | ')} | ${othersShare === null ? '–' : `${Math.round(othersShare * 100)} %`} |`,
  )
  const own = measured.get(ours)?.figures
  const ratios = own === undefined ? [] : [...measured].filter(([server]) => server !== ours).map(([server, { figures }]) => {
    const cells = columns.map(({ name: column, isRatio }) => {
      const [mine, theirs] = [own[column], figures[column]]
      if (!isRatio || mine === null || mine === undefined || !theirs) return ''
      return `${rounded(mine / theirs)}${mine > 0 && theirs / mine >= 2 ? ` = 1/${rounded(theirs / mine)}` : ''}`
    })
    return `| ${ours} ÷ ${server} | ${cells.join(' | ')} | |`
  })
  return [
    `### ${name}`,
    '',
    `${about[0]!.toUpperCase()}${about.slice(1)}.`,
    '',
    `| | ${columns.map(({ title }) => title).join(' | ')} | others |`,
    `|---|${columns.map(() => '--:').join('|')}|--:|`,
    ...rows,
    ...(columns.some(({ isRatio }) => isRatio) ? ratios : []),
  ].join('\n')
}

export const report = (results: Results, facts: readonly string[]): string =>
  [facts.join('\n'), ...[...results].filter(([, measured]) => measured.size > 0).map(([work, measured]) => table(work, measured))].join('\n\n')

export const machine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Linux ${release()}`

/** Versions as `package.json` pins them. */
export function versions(): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const all = { ...dependencies, ...devDependencies }
  const named = ['yjs', 'y-protocols', 'lib0', 'ws', 'pg', '@y/websocket-server', '@hocuspocus/server', '@hocuspocus/extension-database']
  return named.map((name) => `${name} ${all[name]}`).join(', ')
}

export function writeInto(file: URL, text: string): void {
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, `${whole.slice(0, whole.indexOf(marker) + marker.length)}\n\n${text}\n`)
}
