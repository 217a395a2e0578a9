// The faults: something is killed while people write. What was shown as saved is there afterwards.
import { TcpProxy } from '@faellesrum/tools/tcp-proxy'
import { Editor } from '../editor.js'
import { type Ground, pause } from '../ground.js'
import { at, bar, type Bar, ms, notRun, oneText, savedNow, stillThere } from '../verdict.js'

export type Size = Readonly<{ rounds: number; clients: number; seconds: number }>

/** Everybody writes a word every so many ms, until told to stop. */
export function writing(editors: readonly Editor[], everyMs = 20): () => void {
  const timer = setInterval(() => {
    for (const editor of editors) editor.write()
  }, everyMs)
  return () => clearInterval(timer)
}

export const comeIn = async (ground: Ground, room: string, urls: readonly string[], count: number): Promise<Editor[]> => {
  const editors = Array.from({ length: count }, (_, n) => new Editor({ room, urls, passKey: ground.passKey }, n))
  await Promise.all(editors.map((editor) => editor.synced(20_000)))
  return editors
}

export const worst = (bars: readonly Bar[]): Bar[] => {
  const byWhat = new Map<string, Bar[]>()
  for (const one of bars) byWhat.set(one.what, [...(byWhat.get(one.what) ?? []), one])
  return [...byWhat.values()].map((same) => same.find(({ holds }) => holds === false) ?? same.at(-1)!)
}

/** `kill -9` of collab in the middle of a sentence. */
export async function killCollab(ground: Ground, { rounds, clients }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const bars: Bar[] = []
  for (let round = 0; round < rounds; round++) {
    const room = ground.newRoom()
    const editors = await comeIn(ground, room, [node.url], clients)
    const stop = writing(editors)
    await pause(200 + Math.random() * 300)
    await node.end('SIGKILL')
    const saved = savedNow(editors)
    await pause(100)
    await node.start()
    stop()
    bars.push(...(await oneText(ground, room, editors, saved, 5000)))
    for (const editor of editors) editor.leave()
  }
  return worst(bars)
}

/** PostgreSQL is killed, or started again as an update of the system does it; nobody restarts collab. */
const postgresEnds = (signal: 'SIGKILL' | 'SIGINT') => async function (ground: Ground, { rounds, clients }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const bars: Bar[] = []
  for (let round = 0; round < rounds; round++) {
    const room = ground.newRoom()
    const editors = await comeIn(ground, room, [node.url], clients)
    const stop = writing(editors)
    await pause(300)
    const saved = savedNow(editors)
    await ground.databases.restart(signal)
    const accepts = performance.now()
    stop()
    await Promise.all(editors.map((editor) => editor.allSaved(20_000)))
    const took = performance.now() - accepts
    bars.push(bar('writes again within 10 s of PostgreSQL', took <= 10_000, ms(took)))
    bars.push(...(await oneText(ground, room, editors, saved, 10_000)), stillThere([node]))
    for (const editor of editors) editor.leave()
  }
  return worst(bars)
}
export const pgCrash = postgresEnds('SIGKILL')
export const pgRestart = postgresEnds('SIGINT')

/** PostgreSQL does not answer any more, and keeps every socket open. */
export async function pgHang(ground: Ground, { seconds, clients }: Size): Promise<Bar[]> {
  const line = await TcpProxy.start([Number(new URL(ground.databaseUrl).port)])
  const node = await ground.startNode({ databaseUrl: line.by(ground.databaseUrl) })
  const room = ground.newRoom()
  const editors = await comeIn(ground, room, [node.url], clients)
  // As fast as people: the rates that the rooms are read at afterwards are made for them.
  const stop = writing(editors, 200)
  await pause(300)
  const before = node.rssMb
  line.mode = 'stall'
  const began = performance.now()
  // What was on its way when the line went dead may be shown as saved for a moment still.
  await pause(200)
  const saved = savedNow(editors)
  while ((await node.readiness(1000)) === 200 && performance.now() - began < 15_000) await pause(50)
  const unready = performance.now() - began
  await pause(Math.max(0, seconds * 1000 - unready))
  const shownMeanwhile = editors.filter((editor) => editor.saved > saved.get(editor)!).length
  const grown = node.rssMb - before
  line.mode = 'pass'
  stop()
  const took = Math.max(...(await Promise.all(editors.map((editor) => editor.allSaved(20_000)))))
  const bars = [
    bar('not ready within 5 s', unready <= 5000, ms(unready)),
    bar('nothing shown as saved meanwhile', shownMeanwhile === 0, shownMeanwhile),
    bar('memory grows by less than 100 MB', grown < 100, `${Math.round(grown)} MB`),
    bar('all saved within 10 s afterwards', took <= 10_000, ms(took)),
    ...(await oneText(ground, room, editors, saved, 10_000)),
    stillThere([node]),
  ]
  for (const editor of editors) editor.leave()
  await node.end('SIGKILL')
  await line.close()
  return bars
}

/** Redis begins anew with nothing (`redis-restart`), or cannot be reached from either process (`redis-cut`). */
const redisAway = (isCut: boolean) =>
  async function (ground: Ground, { seconds, clients }: Size): Promise<Bar[]> {
    let redis = await ground.startRedis()
    if (redis === null) return [notRun('all', 'no redis-server or valkey-server on the PATH')]
    const line = await TcpProxy.start([redis.port])
    const redisUrl = line.by(redis.url)
    const nodes = [await ground.startNode({ redisUrl }), await ground.startNode({ redisUrl })]
    const room = ground.newRoom()
    const editors = await comeIn(ground, room, nodes.map(({ url }) => url), clients)
    const heard = async (): Promise<number> => {
      const [first] = editors as [Editor]
      first.write()
      const vector = new Map([[first.doc.clientID, first.written]])
      return Math.max(...(await Promise.all(editors.map((editor) => editor.hasHeard(vector, 20_000)))))
    }
    const stop = writing(editors)
    await pause(300)
    const saved = savedNow(editors)
    if (isCut) line.mode = 'cut'
    else await redis.stop()
    stop()
    const without = await heard()
    await pause(isCut ? seconds * 1000 : 200)
    if (isCut) line.mode = 'pass'
    else redis = await ground.startRedis(redis.port)
    const back = performance.now()
    let across = Number.POSITIVE_INFINITY
    // Fast again as soon as both listen again.
    while (performance.now() - back < 15_000 && (across = await heard()) > 1000) await pause(50)
    const again = performance.now() - back
    const bars = [
      bar('without Redis: at the other process within 10 s', without <= 10_000, ms(without)),
      bar('across within a second again, 5 s after it is back', across <= 1000 && again <= 5000 + across, `${ms(across)}, after ${ms(again)}`),
      ...(await oneText(ground, room, editors, saved, 10_000)),
      stillThere(nodes),
    ]
    for (const editor of editors) editor.leave()
    for (const node of nodes) await node.end('SIGKILL')
    await line.close()
    return bars
  }
export const redisRestart = redisAway(false)
export const redisCut = redisAway(true)

/** Two processes behind a balancer are replaced, one after the other. */
export async function deploy(ground: Ground, { rounds, clients }: Size): Promise<Bar[]> {
  const redis = await ground.startRedis()
  const over = redis === null ? {} : { redisUrl: redis.url }
  const nodes = [await ground.startNode(over), await ground.startNode(over)]
  const balancer = await TcpProxy.start(nodes.map(({ port }) => port))
  const room = ground.newRoom()
  const editors = await comeIn(ground, room, [`ws://127.0.0.1:${balancer.port}`], clients)
  // The first time in is no interruption.
  for (const editor of editors) editor.interruptions.length = 0
  const stop = writing(editors)
  const exits: number[] = []
  let saved = savedNow(editors)
  for (let round = 0; round < rounds; round++) {
    for (const node of nodes) {
      await pause(500)
      exits.push(await node.end('SIGTERM'))
      saved = savedNow(editors)
      await node.start()
    }
  }
  stop()
  const interruptions = editors.flatMap((editor) => editor.interruptions)
  const codes = new Set(editors.flatMap(({ ends }) => ends))
  const bars = [
    ...(await oneText(ground, room, editors, saved, 10_000)),
    bar('told to come back (1012)', [...codes].every((code) => code === 1012), [...codes].join(' ')),
    bar('an interruption lasts 3 s at most (p95)', at(0.95, interruptions) <= 3000, `${ms(at(0.95, interruptions))} of ${interruptions.length}`),
    bar('a process ends within 10 s', Math.max(...exits) <= 10_000, ms(Math.max(...exits))),
    stillThere(nodes),
  ]
  for (const editor of editors) editor.leave()
  for (const node of nodes) await node.end('SIGKILL')
  await balancer.close()
  return bars
}
