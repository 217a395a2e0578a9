// The faults: people come and go in the instant in which their room is unloaded, on two processes.
import { serve } from '../../bench/servers/faellesrum.js'
import { Editor } from '../editor.js'
import type { Ground } from '../ground.js'
import { bar, type Bar, oneText, savedNow } from '../verdict.js'
import type { Size } from './ends.js'

/** The real one is 10 s, in which nobody could come and go ten thousand times. */
const unloadMs = 5

export async function unloadRace(ground: Ground, { rounds, clients }: Size): Promise<Bar[]> {
  const { passKey, passKeys, databaseUrl } = ground
  const node = () => serve({ port: 0, databaseUrl, passKeys }, { unloadMs })
  const nodes = [await node(), await node()]
  const urls = nodes.map(({ port }) => `ws://127.0.0.1:${port}`)
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
  let loads = 0
  for (const { registry } of nodes) {
    const { values } = await registry.getSingleMetric('collab_loads_total')!.get()
    for (const { value } of values) loads += value
  }
  const bars: Bar[] = [bar('rooms were unloaded and loaded again', loads > rounds / 10, `${loads} times in ${cycles} visits`)]
  for (const [n, room] of rooms.entries()) {
    const two = editors.slice(n * 2, n * 2 + 2)
    bars.push(...(await oneText(ground, room, two, new Map(two.map((editor) => [editor, saved.get(editor)!])), 10_000)))
  }
  for (const editor of editors) editor.leave()
  for (const node of nodes) await node.close()
  return bars
}
