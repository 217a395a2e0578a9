// Starters: `npm run playground`. Two people at one text on one page, each on a line of their own that can be cut and
// slowed. Behind it the town as npm start runs it, with data of its own; in front Vite, and what the page asks besides.
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { ensureBuilt } from './lib/build.mjs'
import { closers, closeWhenTold, failed } from './lib/closing.mjs'
import { ClusterPart } from './lib/cluster-part.mjs'
import { dataDir, loadEnv, tools } from './lib/data.mjs'
import { checkNode, giveUp, root, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

const people = ['oda-lindskov', 'birk-ellemose']
const text = 'lokal-mad'
const rowsShown = 12
const runsShown = 40

checkNode()
loadEnv()
await ensureInstalled()
await ensureBuilt(['server'])

const { portIfFree } = await tools('ports')
const { findRunning } = await tools('embedded-postgres')
const { TcpProxy } = await tools('tcp-proxy')
const { roomRecords } = await import(pathToFileURL(join(root, 'collab/dist/src/door.js')).href)

const port = Number(process.env.PORT || 4000)
if ((await portIfFree(port)) === null) {
  giveUp(`Port ${port} is taken: set PORT to another one (PORT=${port + 10} npm run playground)`)
}
const home = join(dataDir(), 'playground')
closeWhenTold()

// Nothing of the caller's settings: a DATABASE_URL above all is somebody's. The page's origin is Vite's.
const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: home, PUBLIC_URL: `http://localhost:${port}` }
const town = new ClusterPart({ name: 'town', file: 'server/dist/bin/all.js', env, port: await portIfFree(0), failed })
closers.push(() => town.stop())
say('Starting the town (the first time it is made) …')
await town.start().then(open).catch(failed)

async function open() {
  const pool = new pg.Pool({ connectionString: await findRunning(join(home, 'postgres')), max: 2 })
  // It goes when the town goes, which is told by the page.
  pool.on('error', () => {})
  const records = roomRecords(pool)
  const lines = new Map()
  for (const slug of people) lines.set(slug, await TcpProxy.start([town.port]))
  closers.push(() => Promise.all([...lines.values()].map((line) => line.close())))
  const aSide = async (slug) => ({ ...(await signedIn(slug)), port: lines.get(slug).port })
  const sides = await Promise.all(people.map(aSide))
  const { room, title } = await theText(sides[0].token)

  const answers = {
    'GET /ground': () => ({ room, title, sides }),
    'GET /known': () => whatIsKnown(pool, records, room),
  }
  const playground = {
    name: 'playground',
    configureServer({ middlewares }) {
      middlewares.use('/playground', (request, response) => {
        const [, what, slug, ...path] = request.url.split('/')
        const line = lines.get(slug)
        if (what === 'by' && line) return passOn(line, `/${path.join('/')}`, request, response)
        const setsLine = what === 'line' && line
        const work = setsLine ? () => setLine(line, request) : answers[`${request.method} ${request.url}`]
        if (!work) return response.writeHead(404).end()
        Promise.resolve(work()).then(
          (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
          (error) => response.writeHead(500).end(String(error.message)),
        )
      })
      middlewares.use((request, _, next) => {
        if (request.url === '/') request.url = '/playground.html'
        next()
      })
    },
  }
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: join(root, 'client'),
    plugins: [playground],
    logLevel: 'warn',
    server: { port, host: '127.0.0.1', strictPort: true },
  })
  closers.push(() => vite.close(), () => pool.end())
  await vite.listen()
  say(`Two at one text: http://localhost:${port}  (Ctrl-C stops it)`)
}

async function graphql(query, { token, variables } = {}) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const body = JSON.stringify({ query, variables })
  const response = await fetch(`${town.address}/graphql`, { method: 'POST', headers, body })
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors[0].message)
  return data
}

async function signedIn(slug) {
  const response = await fetch(`${town.address}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: slug }),
  })
  const { token } = await response.json()
  const query = `{
    viewer { person { name } }
    commission(slug: "${text}") { draft { viewerMandates { mandate { kind } } } }
  }`
  const { viewer, commission } = await graphql(query, { token })
  return { slug, token, name: viewer.person.name, kind: commission.draft.viewerMandates[0].mandate.kind }
}

async function theText(token) {
  const { commission } = await graphql(`{ commission(slug: "${text}") { name draft { room } } }`, { token })
  return { room: commission.draft.room, title: commission.name }
}

async function setLine(line, request) {
  let body = ''
  for await (const bytes of request) body += String(bytes)
  const { cut, delayMs } = JSON.parse(body)
  line.delayMs = Math.min(2000, Math.max(0, Number(delayMs)))
  line.mode = cut ? 'cut' : 'pass'
  return {}
}

/** A request of one side, by its line; where that is cut the page hears what a page hears without a network. */
function passOn(line, path, request, response) {
  const { method, headers } = request
  const onward = ask({ host: '127.0.0.1', port: line.port, method, path, headers, agent: false })
  onward.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode, answer.headers)))
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

/** From the records themselves, past both pages and both lines. */
async function whatIsKnown(pool, records, room) {
  const { nextSeq } = await records.head(room)
  const rows = []
  for await (const row of records.log(room, Math.max(0, nextSeq - 1 - rowsShown))) rows.unshift(row)
  const { seq, runs } = await records.attribution(room)
  const words = wordsByBlock((await records.read(room, seq)).json)
  const vouched = runs.filter(({ source }) => source === null).slice(-runsShown)
  const senders = [...rows.map(({ sender }) => sender), ...vouched]
  const names = await namesOf(pool, senders)
  const named = ({ person, mandate }) => ({ who: names.get(person) ?? null, kind: names.get(mandate) ?? null })
  return {
    log: rows.map(({ seq: number, sender, receivedAt, offline, updates }) => ({
      seq: number,
      ...named(sender),
      receivedAt,
      offline,
      updates: updates.length,
      bytes: updates.reduce((sum, { length }) => sum + length, 0),
    })),
    seq,
    runs: vouched.map(({ block, from, to, ...run }) => {
      const said = (words.get(block) ?? '').slice(from, to)
      return { block, from, ...named(run), text: said }
    }),
  }
}

/** Of persons their names, of mandates their kinds, by id. */
async function namesOf(pool, senders) {
  const isId = (id) => id !== null && id !== 'server'
  const persons = senders.map(({ person }) => person).filter(isId)
  const mandates = senders.map(({ mandate }) => mandate).filter(isId)
  const { rows } = await pool.query(
    `select id::text, name from people.person where id = any($1::uuid[])
     union all select id::text, upper(replace(kind, '-', '_')) from people.mandate where id = any($2::uuid[])`,
    [persons, mandates],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function wordsByBlock(json) {
  const words = new Map()
  const walk = (node) => {
    const inline = (node.content ?? []).map((each) => each.text ?? '\ufffc').join('')
    if (node.attrs?.id) words.set(node.attrs.id, inline)
    for (const each of node.content ?? []) walk(each)
  }
  walk(json)
  return words
}
