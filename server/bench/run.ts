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
  options: { seconds: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
})
const seconds = Number(options.seconds)
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

async function measure(url: string, question: (typeof questions)[number]): Promise<Cell> {
  const shoot = (duration: number) =>
    autocannon({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(question), connections: 10, duration })
  // Until the code is compiled: a slow server sees fewer requests of a fixed time than a fast one.
  await shoot(seconds)
  const result = await shoot(seconds)
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} ${question.name}: ${result.non2xx} answers were no answer`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

const dataDir = await mkdtemp(join(tmpdir(), 'faellesrum-bench-'))
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: false })
const measured = new Map<string, Map<string, Cell>>()
try {
  await migrateAll(postgres.url)
  const pool = new pg.Pool({ connectionString: postgres.url })
  await fillTown(pool)
  await pool.end()
  const expected = new Map<string, unknown>()
  for (const name of servers) {
    const server = await start(name, postgres.url, dataDir)
    const cells = new Map<string, Cell>()
    try {
      for (const question of questions) {
        const data = await answer(server.url, question)
        if (expected.has(question.name)) deepStrictEqual(data, expected.get(question.name), `${name} answers ${question.name} otherwise`)
        else expected.set(question.name, data)
        cells.set(question.name, await measure(server.url, question))
        console.log(name, question.name, `${Math.round(cells.get(question.name)!.perSecond)}/s`)
      }
    } finally {
      await server.stop()
    }
    measured.set(name, cells)
  }
  const text = `${new Date().toISOString().slice(0, 10)}, ${machine()}, ${seconds} s a cell\n\n${table(measured, 'faellesrum')}`
  console.log(`\n${text}`)
  if (options.write) writeInto(new URL('../../bench/README.md', import.meta.url), text)
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
