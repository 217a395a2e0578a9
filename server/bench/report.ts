// The bench: what was measured, as a table that a person can read.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

export type Cell = Readonly<{ perSecond: number; p50: number; p99: number }>
export type Measured = ReadonlyMap<string, ReadonlyMap<string, Cell>>

const marker = '<!-- written by `npm run bench -- server --write` -->'

/** Requests per second, a row per server, and our ratio to each peer below it. */
export function table(measured: Measured, ours: string): string {
  const servers = [...measured.keys()]
  const names = [...(measured.get(ours)?.keys() ?? [])]
  const rate = (server: string, name: string) => measured.get(server)?.get(name)?.perSecond ?? 0
  const rows = servers.map((server) => `| ${server} | ${names.map((name) => Math.round(rate(server, name))).join(' | ')} |`)
  const ratios = servers
    .filter((server) => server !== ours)
    .map((server) => {
      const cells = names.map((name) => (rate(ours, name) / Math.max(1, rate(server, name))).toFixed(2))
      return `| ${ours} ÷ ${server} | ${cells.join(' | ')} |`
    })
  return [`| requests/s | ${names.join(' | ')} |`, `|---|${names.map(() => '--:').join('|')}|`, ...rows, ...ratios].join('\n')
}

export const machine = (): string => `Node ${process.versions.node}, ${cpus().length} cores, ${process.platform} ${process.arch}`

export function writeInto(file: URL, text: string): void {
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, `${whole.slice(0, whole.indexOf(marker) + marker.length)}\n\n${text}\n`)
}
