// The faults: people come and go in the instant in which their room is unloaded, on two processes.
import { randomBytes } from 'node:crypto'
import { generateKeyPair, exportJWK } from 'jose'
import pino from 'pino'
import { listen } from '../../bench/servers/listen.js'
import { collabPool, type PassKeys, startCollab } from '../../src/index.js'
import { Editor } from '../editor.js'
import type { Ground } from '../ground.js'
import { bar, type Bar, oneText, savedNow } from '../verdict.js'
import type { Size } from './ends.js'

/** The real one is 10 s, in which nobody could come and go ten thousand times. */
const unloadMs = 5

/** Collab of the parts that its program starts, in this process, with rooms that are unloaded at once. */
async function quickToForget(ground: Ground, keys: PassKeys) {
  const pool = collabPool(ground.databaseUrl)
  const collab = startCollab({
    pool,
    passKeys: keys,
    clock: { now: () => Date.now() },
    random: { bytes: (count) => randomBytes(count) },
    log: pino({ level: 'error' }, pino.destination(2)),
    origins: [],
    limits: { unloadMs },
  })
  const { port, server } = await listen(0, (request, socket, head) => {
    if (!collab.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const loads = async (): Promise<number> => Number(/^collab_loads_total (\d+)/m.exec(await collab.registry.metrics())?.[1] ?? 0)
  const close = async (): Promise<void> => {
    server.close()
    await collab.close()
    await pool.end()
  }
  return { url: `ws://127.0.0.1:${port}`, loads, close }
}

export async function unloadRace(ground: Ground, { rounds, clients }: Size): Promise<Bar[]> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const passKey = { ...(await exportJWK(privateKey)), kid: 'bench' }
  const keys: PassKeys = [{ ...(await exportJWK(publicKey)), kid: 'bench' }]
  const nodes = [await quickToForget(ground, keys), await quickToForget(ground, keys)]
  const urls = nodes.map(({ url }) => url)
  // Two in a room, so that it is empty again and again.
  const rooms = Array.from({ length: Math.ceil(clients / 2) }, () => ground.newRoom())
  const editors = Array.from({ length: clients }, (_, n) => new Editor({ room: rooms[n >> 1]!, passKey, urls, firstWaitMs: unloadMs }, n))
  let cycles = 0
  const comesAndGoes = async (editor: Editor): Promise<void> => {
    for (; cycles < rounds; cycles++) {
      await editor.synced(20_000)
      editor.write()
      await editor.allSaved(20_000)
      const left = editor.ends.length
      editor.hangUp()
      await editor.hasLeft(left, 20_000)
    }
  }
  await Promise.all(editors.map(comesAndGoes))
  await Promise.all(editors.map((editor) => editor.synced(20_000)))
  const saved = savedNow(editors)
  const loads = await nodes[0]!.loads() + await nodes[1]!.loads()
  const bars: Bar[] = [bar('rooms were unloaded and loaded again', loads > rounds / 10, `${loads} times in ${cycles} visits`)]
  for (const [n, room] of rooms.entries()) {
    const two = editors.slice(n * 2, n * 2 + 2)
    bars.push(...(await oneText(ground, room, two, new Map(two.map((editor) => [editor, saved.get(editor)!])), 10_000)))
  }
  for (const editor of editors) editor.leave()
  for (const node of nodes) await node.close()
  return bars
}
