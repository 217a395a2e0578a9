// The bench: every piece of work, every server that can do it, one run. README.md says what is measured and how to read it.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Cell, type Work } from './bench.js'
import { Databases } from './database.js'
import { serverNames } from './names.js'
import { rounded } from './numbers.js'
import { machine, type Measured, report, versions, writeInto } from './report.js'
import { fullEdits, traceSeed } from './trace.js'
import { writeTraceFile } from './trace-file.js'
import { coldJoin } from './work/cold-join.js'
import { fanOut } from './work/fan-out.js'
import { idle } from './work/idle.js'
import { kill } from './work/kill.js'
import { latency } from './work/latency.js'
import { presence } from './work/presence.js'
import { reconnect } from './work/reconnect.js'
import { replay } from './work/replay.js'

const works: readonly Work[] = [...fanOut, latency, presence, replay, coldJoin, reconnect, idle, kill]

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    servers: { type: 'string', default: '' },
  },
})
const begins = (name: string, wanted: string): boolean =>
  wanted === '' || wanted.split(',').some((one) => name.startsWith(one))
const chosen = works.filter(({ name }) => begins(name, options.only))
const asked = serverNames.filter((name) => begins(name, options.servers))
if (chosen.length === 0 || asked.length === 0) {
  const names = works.map(({ name }) => name)
  throw new Error(`--only takes beginnings of ${names.join(', ')}; --servers of ${serverNames.join(', ')}`)
}
if (options.quick && options.write) throw new Error('--quick shows that all works; its numbers are not written down')
if (!existsSync('/proc/stat')) throw new Error('what a process costs is read from /proc: the bench wants Linux')

const scratch = await mkdtemp(join(tmpdir(), 'faellesrum-bench-trace-'))
const databases = await Databases.open()
const close = async (): Promise<void> => {
  await databases.close()
  await rm(scratch, { recursive: true, force: true })
}
// Servers and loads end with this process; a PostgreSQL and its folder would stay.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().finally(() => process.exit(1)))
}
const results = new Map<Work, Map<string, Measured>>(chosen.map((work) => [work, new Map()]))
try {
  const trace = join(scratch, 'trace')
  const needsTrace = chosen.includes(replay) || chosen.includes(coldJoin)
  const written = needsTrace ? writeTraceFile(trace, options.quick ? 3000 : fullEdits) : null
  for (const [work, measured] of results) {
    for (const name of asked.filter((server) => work.fits(server))) {
      const cell = await Cell.open(name, work, databases, trace)
      try {
        const figures = await work.measure(cell, options.quick)
        measured.set(name, { figures, othersShare: cell.othersShare })
        const said = Object.entries(figures).map(([key, value]) => `${key} ${value === null ? '–' : rounded(value)}`)
        console.log(work.name, name, ...said)
      } catch (error) {
        console.error(`${name} in ${work.name}:`)
        throw error
      } finally {
        await cell.close()
      }
    }
  }
  const facts = [
    `${new Date().toISOString().slice(0, 10)}, ${machine()}, PostgreSQL ${await databases.version()}; ${versions()}.`,
    ...(written === null ? [] : [
      `The trace: seed ${traceSeed}, ${written.edits} edits, ${written.bytes} bytes of updates, ` +
        `${written.characters} characters at the end, SHA-256 of the updates one after the other ${written.sha256}.`,
    ]),
  ]
  const text = report(results, facts)
  console.log(`\n${text}`)
  if (options.write) writeInto(new URL('../../bench/README.md', import.meta.url), text)
} finally {
  await close()
}
