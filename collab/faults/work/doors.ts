// The faults: lines that go dead, crowds that come at once, rooms that cannot be loaded.
import { TcpProxy } from '@faellesrum/tools/tcp-proxy'
import * as Y from 'yjs'
import { Editor } from '../editor.js'
import { type Ground, pause } from '../ground.js'
import { at, bar, type Bar, ms, oneText, savedNow, stillThere } from '../verdict.js'
import type { Size } from './ends.js'

/** Cables are pulled: sockets stay, and nothing comes. The server has to notice by itself. */
export async function halfOpen(ground: Ground, { clients }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const line = await TcpProxy.start([node.port])
  const room = ground.newRoom()
  const way = { room, passKey: ground.passKey, urls: [`ws://127.0.0.1:${line.port}`] }
  const editors = Array.from({ length: clients }, (_, n) => new Editor(way, n))
  await Promise.all(editors.map((editor) => editor.synced(20_000)))
  line.mode = 'stall'
  const began = performance.now()
  let open = clients
  while (open > 0 && performance.now() - began < 60_000) {
    await pause(250)
    open = await node.metric('collab_clients')
  }
  const took = performance.now() - began
  for (const editor of editors) editor.leave()
  const bars = [bar('dead sockets are closed within 35 s', open === 0 && took <= 35_000, `${open} left, ${ms(took)}`), stillThere([node])]
  await node.end('SIGKILL')
  await line.close()
  return bars
}

/** Everybody is thrown out at once, and comes back. */
export async function storm(ground: Ground, { clients }: Size): Promise<Bar[]> {
  const node = await ground.startNode()
  const line = await TcpProxy.start([node.port])
  const perRoom = 20
  const rooms = Array.from({ length: Math.ceil(clients / perRoom) }, () => ground.newRoom())
  const urls = [`ws://127.0.0.1:${line.port}`]
  const editors: Editor[] = []
  for (let n = 0; n < clients; n++) {
    editors.push(new Editor({ room: rooms[Math.floor(n / perRoom)]!, urls, passKey: ground.passKey }, n))
    if (n % 50 === 49) await Promise.all(editors.map((editor) => editor.synced(30_000)))
  }
  await Promise.all(editors.map((editor) => editor.synced(30_000)))
  for (const editor of editors) editor.write()
  await Promise.all(editors.map((editor) => editor.allSaved(30_000)))
  const saved = savedNow(editors)
  const before = node.rssMb
  for (const editor of editors) editor.interruptions.length = 0
  line.reset()
  for (const editor of editors) editor.write()
  await Promise.all(editors.map((editor) => editor.allSaved(60_000)))
  const back = editors.flatMap(({ interruptions }) => interruptions)
  const grown = node.rssMb / before
  const bars = [
    bar('back and synced within 10 s (p95) and 20 s (p99)', at(0.95, back) <= 10_000 && at(0.99, back) <= 20_000, `${ms(at(0.95, back))}, ${ms(at(0.99, back))}`),
    bar('memory at most 1.5 times as before', grown <= 1.5, grown.toFixed(2)),
    ...(await oneText(ground, rooms[0]!, editors.slice(0, perRoom), new Map([...saved].slice(0, perRoom)), 20_000)),
    stillThere([node]),
  ]
  for (const editor of editors) editor.leave()
  await node.end('SIGKILL')
  await line.close()
  return bars
}

/** A text is there; the room is in nobody's memory. */
async function aLongText(ground: Ground, url: string): Promise<{ room: string; writer: Editor }> {
  const room = ground.newRoom()
  const writer = new Editor({ room, urls: [url], passKey: ground.passKey }, 0)
  await writer.synced(20_000)
  for (let n = 0; n < 100; n++) writer.write()
  await writer.allSaved(20_000)
  writer.leave()
  return { room, writer }
}

/** PostgreSQL cannot be reached when the first comes in: refused, nothing written, and whole as soon as it can. */
export async function loadFail(ground: Ground, { clients }: Size): Promise<Bar[]> {
  const first = await ground.startNode()
  const { room, writer } = await aLongText(ground, first.url)
  await first.end('SIGTERM')
  const line = await TcpProxy.start([Number(new URL(ground.databaseUrl).port)])
  const node = await ground.startNode({ databaseUrl: line.by(ground.databaseUrl) })
  const rows = async (): Promise<string> =>
    (await ground.pool.query('select count(*), max(seq) from collab.log where room = $1', [room])).rows.map((row) => JSON.stringify(row)).join()
  const before = await rows()
  line.mode = 'cut'
  const editors = Array.from({ length: clients }, (_, n) => new Editor({ room, urls: [node.url], passKey: ground.passKey }, n + 1))
  while (editors.some(({ refusals }) => refusals.length === 0)) await pause(20)
  const codes = new Set(editors.flatMap(({ refusals }) => refusals))
  const after = await rows()
  line.mode = 'pass'
  await Promise.all(editors.map((editor) => editor.synced(20_000)))
  const whole = editors.filter(({ doc }) => Y.getState(doc.store, writer.doc.clientID) === writer.written).length
  for (const editor of editors) editor.leave()
  const bars = [
    bar('refused with 4503', codes.size === 1 && codes.has(4503), [...codes].join(' ')),
    bar('nothing was written', before === after, after),
    bar('whoever comes back finds all of it', whole === clients, `${whole} of ${clients}`),
    stillThere([node]),
  ]
  await node.end('SIGKILL')
  await line.close()
  return bars
}

/** Many come at once into a room that nobody has in memory. */
export async function joinWhileLoading(ground: Ground, { clients }: Size): Promise<Bar[]> {
  const first = await ground.startNode()
  const { room, writer } = await aLongText(ground, first.url)
  await first.end('SIGTERM')
  const node = await ground.startNode()
  let whole = 0
  const editors = Array.from({ length: clients }, (_, n) => new Editor({ room, urls: [node.url], passKey: ground.passKey }, n + 1))
  const times = await Promise.all(
    editors.map(async (editor) => {
      const took = await editor.synced(20_000)
      // In the turn in which it says that it is synced.
      if (Y.getState(editor.doc.store, writer.doc.clientID) === writer.written) whole++
      return took
    }),
  )
  for (const editor of editors) editor.leave()
  const bars = [
    bar('all of the text before "synced"', whole === clients, `${whole} of ${clients}, p95 ${ms(at(0.95, times))}`),
    stillThere([node]),
  ]
  await node.end('SIGKILL')
  return bars
}
