// Starts what of the town belongs to this process: `null` means "not here". The only place where server and collab meet.
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { backlog, collabPool, type Collab, noRelay, RedisRelay, startCollab } from '@faellesrum/collab'
import { fastify, type FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { slices as allSlices } from '../src/app.js'
import { auth, sessionCookie } from '../src/auth/index.js'
import { startBus } from '../src/platform/bus.js'
import { type Clock, type Random, systemClock, systemRandom } from '../src/platform/clock.js'
import type { Config } from '../src/platform/config.js'
import { type Database, openDatabase } from '../src/platform/database.js'
import { openGraphql } from '../src/platform/graphql.js'
import { serveHealth } from '../src/platform/health.js'
import { type HttpOptions, makeHttp } from '../src/platform/http.js'
import { forgetOldSessions, type Job, packOldText, startJobs } from '../src/platform/jobs.js'
import { limits } from '../src/platform/limits.js'
import { makeLog } from '../src/platform/log.js'
import { isCurrent } from '../src/platform/migrator.js'
import { loadPassSigner } from '../src/platform/pass-keys.js'
import { rate } from '../src/platform/rate.js'
import { buildTownSchema } from '../src/platform/schema.js'
import { openSockets, type Sockets } from '../src/platform/sockets.js'
import type { Town } from '../src/platform/town.js'
import { drain } from './drain.js'
import { migrationSets, openRecords } from './records.js'
import { loadSecret } from './secret.js'
import { trustedDocuments } from './trusted-documents.js'

export type TownParts = Readonly<{
  config: Config
  /** Of the owner or of whoever may become `faellesrum_app`. */
  databaseUrl: string
  /** GraphQL, sign-in, the client's files (from `clientDir`, null for none). */
  api: Readonly<{ clientDir: string | null }> | null
  jobs: readonly Job[] | null
  /** Rooms; needs nothing but the notices and the passes' public key. */
  collab: Readonly<{ redisUrl: string | null }> | null
  clock?: Clock
  random?: Random
  /** What must be there before anybody is let in: the demo's town. */
  prepare?: (town: Town) => Promise<void>
  /** Where the log goes; the standard output where nothing is said. */
  logTo?: DestinationStream
}>

export type RunningTown = Readonly<{ town: Town; url: string; port: number; close(): Promise<void> }>

export const allJobs: readonly Job[] = [forgetOldSessions, packOldText]

/** The port that was asked for is in use: by another copy, most often. */
export class PortTaken extends Error {
  override name = 'PortTaken'
  constructor(readonly port: number) {
    super(
      `port ${port} is taken, perhaps by another copy: stop that one, or set PORT to another number (PORT=${port + 1} npm start)`,
    )
  }
}

/** Everything up, or nothing: what was started is closed again when something after it fails. */
export async function startTown(parts: TownParts): Promise<RunningTown> {
  const { config } = parts
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).reverse()) await step()
  }
  try {
    const port = config.port === 0 ? await freePort(config.host) : config.port
    const slices = [...allSlices, auth(config.auth)]
    const database = await openDatabase(
      parts.databaseUrl,
      slices.flatMap((slice) => slice.entities ?? []),
    )
    closers.push(() => database.close())
    const town = await makeTown(parts, database, slices, port)
    closers.push(() => town.bus.close())

    const origins = originsOf(config, town.publicUrl, port)
    const collab = parts.collab && openCollab(parts, town, origins)
    const isReady = async (): Promise<boolean> =>
      (await isCurrent((text) => database.pool.query(text), migrationSets)) &&
      (collab === null || (await collab.service.ready()))
    const registries = [town.metrics, ...(collab ? [collab.service.registry] : [])]
    const metrics = (): Promise<string> => Registry.merge(registries).metrics()
    const api = parts.api && (await openApi(parts.api, config, town, { origins, isReady, metrics }))
    const app = api?.app ?? bareHttp(isReady)
    const { stopListening, finish } = drain(app.server)
    // From the last to the first: nobody new, then rooms and sockets, then what is still being answered.
    closers.push(() => app.close())
    if (api) closers.push(api.end)
    closers.push(finish)
    if (collab) closers.push(collab.end)
    if (api) closers.push(() => api.sockets.close())
    closers.push(async () => stopListening())
    app.server.on('upgrade', (request, socket, head) => {
      // A socket without a listener ends the process with its first error.
      socket.on('error', () => socket.destroy())
      const taken =
        api?.sockets.handleUpgrade(request, socket, head) || collab?.service.handleUpgrade(request, socket, head)
      if (!taken) socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    })
    const jobs = parts.jobs && startJobs(town, parts.jobs)
    if (jobs) closers.push(() => jobs.stop())
    await parts.prepare?.(town)
    await listen(app, config.host, port)
    return { town, url: town.publicUrl, port, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeTown(
  { config, clock, random, logTo }: TownParts,
  database: Database,
  slices: Town['slices'],
  port: number,
): Promise<Town> {
  const log = makeLog(config.logLevel, logTo)
  const bus = startBus(() => database.connect(), log)
  await bus.ready
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics, prefix: 'faellesrum_' })
  return {
    slices,
    database,
    clock: clock ?? systemClock,
    random: random ?? systemRandom,
    log,
    bus,
    records: openRecords(database.pool),
    passes: await loadPassSigner(config.passKeyFile ?? `${config.dataDir}/pass-key.jwk`, config.passKeyFile === null),
    metrics,
    zone: 'Europe/Copenhagen',
    publicUrl: config.publicUrl ?? `http://${isLocal(config.host) ? 'localhost' : config.host}:${port}`,
    demo: config.auth.kind === 'demo',
    secret: config.sessionSecret === null ? loadSecret(`${config.dataDir}/secret`) : Buffer.from(config.sessionSecret),
  }
}

async function openApi(
  { clientDir }: { clientDir: string | null },
  config: Config,
  town: Town,
  around: Pick<HttpOptions, 'origins' | 'isReady' | 'metrics'>,
): Promise<{ app: FastifyInstance; sockets: Sockets; end(): Promise<void> }> {
  const graphql = await openGraphql(buildTownSchema(town.slices), {
    isTrusted: trustedDocuments(clientDir),
    anonymous: rate(town.clock, limits.anonymousPerMinute, 60_000),
  })
  const cookie = sessionCookie(town)
  const { proxies } = config
  const sockets = openSockets(town, graphql, { origins: around.origins, proxies, sessionCookie: cookie })
  const app = await makeHttp(town, graphql, { ...around, proxies, clientDir, sessionCookie: cookie })
  return { app, sockets, end: () => graphql.apollo.stop() }
}

function openCollab(
  parts: TownParts,
  town: Town,
  origins: readonly string[],
): { service: Collab; end(): Promise<void> } {
  const pool = collabPool(parts.databaseUrl)
  const { clock, random, log, passes } = town
  const relay = parts.collab?.redisUrl ? new RedisRelay(parts.collab.redisUrl, { random, log }) : noRelay
  const service = startCollab({ pool, passKeys: [passes.publicKey], clock, random, log, origins, relay })
  return {
    service,
    async end() {
      await service.close()
      await relay.close()
      await pool.end()
    },
  }
}

/** A process without the api still says how it is. */
function bareHttp(isReady: () => Promise<boolean>): FastifyInstance {
  const app = fastify({ forceCloseConnections: true })
  serveHealth(app, isReady)
  return app
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port, backlog })
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new PortTaken(port)
    throw error
  }
}

/** Pages of these origins may use cookies and open sockets here. */
function originsOf(config: Config, publicUrl: string, port: number): readonly string[] {
  if (config.publicUrl !== null) return [config.publicUrl]
  return [
    ...new Set([publicUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://${config.host}:${port}`]),
  ]
}

const isLocal = (host: string): boolean => ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)

/** Links must know the port before anything listens on it. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
