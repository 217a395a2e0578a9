// Starters: `npm run cluster`. The town as an installation runs it: two processes of the api and two of collab, jobs,
// Redis, and a balancer in front; with the demo's people, and PostgreSQL out of npm in a folder of its own.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { closers, closeWhenTold, failed, isClosing } from './lib/closing.mjs'
import { ClusterPart } from './lib/cluster-part.mjs'
import { dataDir, loadEnv, tools } from './lib/data.mjs'
import { checkNode, giveUp, root, runNode, say } from './lib/ground.mjs'
import { ensureInstalled } from './lib/install.mjs'

const files = { api: 'server/dist/bin/api.js', collab: 'collab/dist/bin/collab.js', jobs: 'server/dist/bin/jobs.js' }

checkNode()
loadEnv()
await ensureInstalled()
await ensureBuilt()

const { findRedis, startRedis } = await tools('redis')
const redisCommand = findRedis()
if (redisCommand === null) {
  giveUp(`No redis-server and no valkey-server on the PATH: through it processes of collab tell each other what was written.
Install one of them (Debian and Ubuntu: apt-get install redis-server), or use npm start, which needs none.`)
}
const { portIfFree } = await tools('ports')
const { startPostgres } = await tools('embedded-postgres')
const { withClient } = await tools('postgres/client')
const { Balancer } = await tools('balancer')

const home = join(dataDir(), 'cluster')
closeWhenTold()
await open().catch(failed)

async function open() {
  const port = await publicPort()
  const secret = await secrets()
  say('Starting PostgreSQL and Redis …')
  const postgres = await startPostgres({ dataDir: join(home, 'postgres'), log: say })
  closers.push(() => postgres.stop())
  const redis = await keepRedis()

  // Nothing of the caller's settings but these: a DATABASE_URL above all is somebody's.
  const base = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' }
  say('Migrating, and making the demo town where there is none …')
  const owner = { ...base, DATABASE_URL: postgres.url, DATA_DIR: home, PASS_KEY_FILE: secret.file('pass-key.json') }
  await finished('migrate', owner)
  await finished('seed', owner)

  const shared = {
    ...base,
    DATABASE_URL: await webLogin(postgres.url, secret.text('WEB_PASSWORD')),
    REDIS_URL: redis.url,
    PUBLIC_URL: `http://localhost:${port}`,
  }
  const server = {
    ...shared,
    DATA_DIR: home,
    SESSION_SECRET: secret.text('SESSION_SECRET'),
    PASS_KEY_FILE: secret.file('pass-key.json'),
    PROXIES: '1',
  }
  const collab = { ...shared, PASS_PUBLIC_KEYS: secret.file('pass-public-keys.json') }
  const parts = []
  for (const name of ['api 1', 'api 2', 'collab 1', 'collab 2', 'jobs']) {
    const kind = name.split(' ')[0]
    const env = kind === 'collab' ? collab : server
    parts.push(new ClusterPart({ name, file: files[kind], env, port: await portIfFree(0), failed }))
  }
  closers.push(() => Promise.all(parts.map((part) => part.stop())))
  await Promise.all(parts.map((part) => part.start()))

  const portsOf = (kind) => parts.filter(({ name }) => name.startsWith(kind)).map((part) => part.port)
  const balancer = await Balancer.start([
    { prefix: '/collab/', ports: portsOf('collab') },
    { prefix: '/', ports: portsOf('api') },
  ], port)
  // First nobody new comes, last the open sockets end: the parts say through them whether to come back.
  closers.splice(-1, 0, () => balancer.close())
  if (isClosing()) return
  for (const { name, address, pid } of parts) say(`  ${name.padEnd(10)} ${address.padEnd(24)} process ${pid}`)
  say(`  ${'redis'.padEnd(10)} ${redis.url.padEnd(24)} process ${redis.pid()}`)
  say(`  PostgreSQL on port ${postgres.port}, its data below ${join(home, 'postgres')}`)
  say(whatToTry(parts, redis.pid()))
  say(`Fællesrum: http://localhost:${port}  (Ctrl-C stops it)`)
}

async function finished(name, env) {
  const code = await runNode([join(root, `server/dist/bin/${name}.js`)], { env })
  if (code !== 0) throw new Error(`${name} ended too early: see above`)
}

/** 4000 or PORT; where it is taken the next that is free, for npm start may stand there. */
async function publicPort() {
  const wanted = Number(process.env.PORT || 4000)
  let port = wanted
  while ((await portIfFree(port)) === null) {
    if (++port > 65_535) throw new Error(`no port from ${wanted} on is free: set PORT to another one`)
  }
  if (port !== wanted) say(`Port ${wanted} is taken: this is on ${port}.`)
  return port
}

/** Made once, by what makes them for an installation. */
async function secrets() {
  const folder = join(home, 'secrets')
  if (!existsSync(folder)) {
    const maker = join(root, 'deploy/make-secrets.mjs')
    const code = await runNode([maker, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (code !== 0) throw new Error(`no secrets could be made in ${folder}`)
  }
  const file = (name) => join(folder, name)
  return { file, text: (name) => readFileSync(file(name), 'utf8') }
}

/** The parts serve under a login that owns nothing, as in deploy/postgres-roles.sh. */
async function webLogin(ownerUrl, password) {
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'web'")
    const how = rowCount === 0 ? 'create role web login in role faellesrum_app' : 'alter role web'
    await client.query(`${how} password '${password}'`)
  })
  const url = new URL(ownerUrl)
  url.username = 'web'
  url.password = password
  return url.href
}

/** Who kills Redis sees how it is without; a moment later there is another. */
async function keepRedis() {
  let running = await startRedis(redisCommand)
  const { port, url } = running
  const watch = () =>
    running.process.once('exit', async () => {
      if (isClosing()) return
      say('redis has ended; words find their way by the log until it is there again')
      running = await startRedis(redisCommand, port)
      say(`redis is there again: process ${running.process.pid}`)
      watch()
    })
  watch()
  closers.push(() => running.stop())
  return { url, pid: () => running.process.pid }
}

function whatToTry(parts, redisPid) {
  const pid = (name) => parts.find((part) => part.name === name).pid
  return `
What to try:
  - Sign in as Oda Lindskov, in a private window as Birk Ellemose, and write both in "Lokal mad". Sockets go to the two
    processes of collab in turn; what one writes comes to the other by way of Redis.
  - kill -9 ${pid('collab 1')}   Who was in collab 1 comes back in collab 2; nothing that was shown as saved is lost.
  - kill -9 ${pid('api 1')}   The other answers; at worst an act under way says that it failed, and is sent again.
  - kill -STOP ${pid('collab 2')}   It hangs and takes nobody new; kill -CONT wakes it.
  - kill -9 ${redisPid}   Words still come to the other process, some seconds later.
  Whatever dies is started anew and says its new process id here.
`
}
