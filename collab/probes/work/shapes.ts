// The probes: updates that are well formed, or nearly, and cost far more than they weigh.
import { unknownPart } from '@faellesrum/schema/drafts'
import * as Y from 'yjs'
import { noUpdate, syncSteps } from '../../bench/clients/speech.js'
import { cpuOf } from '../../bench/machine.js'
import { Editor } from '../../faults/editor.js'
import type { Ground } from '../../faults/ground.js'
import { bar, type Bar, ms, pace } from '../../faults/verdict.js'
import { PostgresRoomStore } from '../../src/store/postgres-room-store.js'
import type { Client } from '../client.js'
import { type Size, Tally } from '../probe.js'
import { onScene, type Scene } from '../scene.js'
import { type Outcome, type Shape, shapes } from './shape-list.js'

const cpuPerSecond = 200

export function poisonShapes(ground: Ground, { n, quick }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const bars: Bar[] = []
    for (const shape of shapes(n, quick)) bars.push(...(await tried(scene, shape)))
    return bars
  })
}

/** In a room of its own, where somebody honest sits and goes on writing. */
async function tried(scene: Scene, shape: Shape): Promise<Bar[]> {
  const room = scene.ground.newRoom()
  const honest = new Editor({ room, passKey: scene.ground.passKey, urls: [scene.node.url] }, 0)
  try {
    await honest.synced(10_000)
    const outcomes = new Tally()
    const began = performance.now()
    const before = cpuOf(scene.node.pid)
    const { wrong, connections } = await sayAll(scene, room, shape, outcomes)
    const seconds = Math.max(1, (performance.now() - began) / 1000)
    const cpu = (cpuOf(scene.node.pid) - before) / seconds / connections
    honest.write()
    const stuck = await honest.allSaved(5000).then(
      () => null,
      (error: Error) => error.message,
    )
    const { longest, fault } = await whatTheLogCosts(scene, room)
    const costs = shape.may.includes('taken') ? `whoever hears it needs ${ms(longest)}` : null
    const isSame = fault === null && stuck === null && honest.ends.length + honest.refusals.length === 0
    return [
      bar(
        shape.name,
        !wrong && isSame,
        [`${outcomes}`, costs, stuck, fault, ...honest.ends].filter((part) => part !== null).join('; '),
      ),
      pace(
        `  CPU per second and connection at most ${cpuPerSecond} ms`,
        cpu <= cpuPerSecond,
        `${ms(cpu)}, ${connections} connections`,
      ),
    ]
  } finally {
    honest.leave()
  }
}

async function sayAll(
  scene: Scene,
  room: string,
  shape: Shape,
  outcomes: Tally,
): Promise<{ wrong: boolean; connections: number }> {
  const { frames, may, step = syncSteps.update, early = false } = shape
  let wrong = false
  let connections = 0
  let client: Client | null = null
  for (let at = 0; at < frames.length;) {
    if (client === null) {
      client = await scene.enter(1, {}, { ours: true, room })
      connections += 1
      if (!early) client.sync(syncSteps.answer, noUpdate)
    }
    // What is held is neither saved nor refused, so that much is said at a time.
    const several = early && frames.length > 1 ? 200 : 1
    for (const last = Math.min(frames.length, at + several); at < last; at++) client.sync(step, frames[at]!)
    const outcome: Outcome = await client.outcome(10_000)
    outcomes.add(outcome)
    if (!may.includes(outcome)) wrong = true
    if (outcome === 'taken') continue
    client.leave()
    client = null
  }
  client?.leave()
  return { wrong, connections }
}

/** What stands in it, and how long each text says that it is. */
function lengthsIn(body: Y.XmlFragment): string {
  const texts = body.toArray().flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
  const lengths = texts.map((text) => (text instanceof Y.XmlText ? text.length : 'an element'))
  return `${`${body}`.slice(0, 200)} (${lengths.slice(0, 9).join(', ')})`
}

/** The longest that an update takes whoever hears it, and what is wrong with what they make. */
async function whatTheLogCosts({ ground }: Scene, room: string): Promise<{ longest: number; fault: string | null }> {
  const doc = new Y.Doc()
  let longest = 0
  try {
    for (const { updates } of await new PostgresRoomStore(ground.pool).rowsAfter(room as never, 0)) {
      for (const one of updates) {
        const began = performance.now()
        Y.applyUpdate(doc, unknownPart(doc, one))
        longest = Math.max(longest, performance.now() - began)
      }
    }
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(await ground.fromLog(room)))
    const [first, second] = [doc, again].map((one) => lengthsIn(one.getXmlFragment('default')))
    return { longest, fault: first === second ? null : `it is ${first}, and when read again ${second}` }
  } catch (error) {
    return { longest, fault: `what it makes cannot be read: ${String(error)}` }
  }
}
