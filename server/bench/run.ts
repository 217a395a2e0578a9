// The bench: all servers, all questions, one run. See README.md for what is measured and how to read it.
import { deepStrictEqual } from 'node:assert'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import pg from 'pg'
import { startPostgres } from '@faellesrum/tools/embedded-postgres'
import { migrateAll } from './migrate.js'
import { questions } from './questions.js'
import { type Cell, machine, table, writeInto } from './report.js'
import { fillTown } from './town.js'

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
})
const seconds = Number(options.seconds)
const rounds = 5
const servers = ['faellesrum', 'mercurius', 'apollo-typeorm', 'bare-pg']

async function start(name: string, databaseUrl: string, dataDir: string) {
  const child = spawn(process.execPath, [new URL('./serve.js', import.meta.url).pathname, name, databaseUrl, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
      const line = /^(http:\/\/\S+)$/m.exec(text)
      if (line) resolve(line[1]!)
    })
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened`)))
  })
  const stop = () => new Promise<void>((resolve) => child.on('exit', () => resolve()).stdin.end())
  return { url: `${url}/graphql`, stop }
}

const bodyOf = (question: (typeof questions)[number]) =>
  JSON.stringify({ query: question.query, operationName: question.name })

async function answer(url: string, question: (typeof questions)[number]): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(question) })
  const json = (await response.json()) as { data?: unknown; errors?: unknown }
  if (json.errors !== undefined || json.data === undefined) throw new Error(`${url} ${question.name}: ${JSON.stringify(json.errors)}`)
  return json.data
}

async function shoot(url: string, question: (typeof questions)[number]): Promise<Cell> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(question),
    connections: 10,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} ${question.name}: ${result.non2xx} answers were no answer`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

const middle = (cells: readonly Cell[]): Cell => cells.toSorted((a, b) => a.perSecond - b.perSecond)[cells.length >> 1]!

type Started = Awaited<ReturnType<typeof start>>

/** In turns, so that an hour at which the machine is slow is everybody's; the first two are for compiling the code. */
async function measure(started: ReadonlyMap<string, Started>, question: (typeof questions)[number]): Promise<Map<string, Cell>> {
  const taken = new Map([...started.keys()].map((name) => [name, [] as Cell[]]))
  for (let round = -2; round < rounds; round++)
    for (const [name, { url }] of started) {
      const cell = await shoot(url, question)
      if (round >= 0) taken.get(name)!.push(cell)
    }
  return new Map([...taken].map(([name, cells]) => [name, middle(cells)]))
}

const dataDir = await mkdtemp(join(tmpdir(), 'faellesrum-bench-'))
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: false })
const started = new Map<string, Started>()
const measured = new Map(servers.map((name) => [name, new Map<string, Cell>()]))
try {
  await migrateAll(postgres.url)
  const pool = new pg.Pool({ connectionString: postgres.url })
  await fillTown(pool)
  await pool.end()
  for (const name of servers) started.set(name, await start(name, postgres.url, dataDir))
  for (const question of questions) {
    const answers = await Promise.all([...started.values()].map(({ url }) => answer(url, question)))
    servers.forEach((name, i) => deepStrictEqual(answers[i], answers[0], `${name} answers ${question.name} otherwise`))
    for (const [name, cell] of await measure(started, question)) {
      measured.get(name)!.set(question.name, cell)
      console.log(question.name, name, `${Math.round(cell.perSecond)}/s`)
    }
  }
  const text = `${new Date().toISOString().slice(0, 10)}, ${machine()}, the middle one of ${rounds} times ${seconds} s\n\n${table(measured, 'faellesrum')}`
  console.log(`\n${text}`)
  if (options.write) writeInto(new URL('../../bench/README.md', import.meta.url), text)
} finally {
  for (const { stop } of started.values()) await stop()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
