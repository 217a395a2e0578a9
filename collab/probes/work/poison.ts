// The probes: real updates, spoilt, against a text that two people are writing.
import { readDraft } from '@faellesrum/schema/drafts'
import { closeCodes } from '@faellesrum/schema/rooms'
import { readFileSync } from 'node:fs'
import { unknownPart } from '@faellesrum/schema/drafts'
import * as Y from 'yjs'
import { syncSteps } from '../../bench/clients/speech.js'
import type { Ground } from '../../faults/ground.js'
import { at, bar, type Bar, ms, pace } from '../../faults/verdict.js'
import { PostgresRoomStore } from '../../src/store/postgres-room-store.js'
import { prng } from '../../src/testing/prng.js'
import { writeSomething } from '../../src/testing/writers.js'
import type { Client } from '../client.js'
import { type Chance, inTurns, type Size, Tally, until } from '../probe.js'
import { onScene, type Scene } from '../scene.js'

/** 4400 as a rule; the others where a spoilt byte makes a hole, an id of somebody else, too many, or too much. */
const documented: readonly number[] = [
  closeCodes.malformed,
  closeCodes.resync,
  closeCodes.clientIdTaken,
  closeCodes.tooMany,
  closeCodes.tooLarge,
]

const longestMs = 100
/** So many are sent on one connection before another is opened: no rate is to slow it down. */
const perConnection = 100
const width = 4
/** Updates that build on one state of the text, before it is looked at again. */
const perState = 400
const writers = 9

export function poison(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, (scene) => tried(scene, n, seed), { seed })
}

async function tried(scene: Scene, n: number, seed: number): Promise<Bar[]> {
  const [kinds, ended, wrong] = [new Tally(), new Tally(), new Tally()]
  const took: number[] = []
  let dearest = 0
  let unharmed = 0
  const ear = await Ear.open(scene)
  let pool: Pool = { good: [], spare: [] }
  const strike = async (client: Client, chance: Chance): Promise<boolean> => {
    const { kind, bytes } = spoil(pool, chance)
    const began = performance.now()
    const before = mainThreadMs(scene.node.pid)
    client.sync(chance(8) === 0 ? syncSteps.answer : syncSteps.update, bytes)
    const outcome = await client.outcome()
    dearest = Math.max(dearest, mainThreadMs(scene.node.pid) - before)
    took.push(performance.now() - began)
    kinds.add(kind)
    if (outcome === 'taken') unharmed += 1
    else {
      ended.add(outcome)
      if (outcome === 'no answer' || kind === 'whole' || !documented.includes(outcome))
        wrong.add(`${kind} ${outcome} for ${Buffer.from(bytes).toString('hex')}`)
    }
    return outcome === 'taken'
  }
  await inTurns(width, width, async (slot) => {
    let client: Client | null = null
    for (let i = slot; i < n; i += width) {
      if (i % perState === 0) pool = ear.updates(seed + i)
      if (client === null) {
        client = await scene.enter(1, {}, { ours: true })
        client.begin()
      }
      if ((await strike(client, prng(seed * 1_000_003 + i))) && client.sent < perConnection) continue
      client.leave()
      client = null
    }
    client?.leave()
  })
  ear.client.leave()
  const answered = [0.5, 0.99, 1].map((share) => ms(at(share, took))).join(', ')
  return [
    bar(
      `${n} spoilt updates (${kinds}) end in a documented code or are still good`,
      wrong.size === 0,
      `${ended}; ${unharmed} still good${wrong.size > 0 ? `; wrong: ${wrong}` : ''}`,
    ),
    pace(
      `no update keeps the process busy for more than ${longestMs} ms until it is answered`,
      dearest <= longestMs,
      `at most ${ms(dearest)}; answered after ${answered} (p50, p99, max)`,
    ),
    ...(await theLog(scene)),
  ]
}

/** `spare`: of somebody whose updates are never spoilt, as a proof that spoiling is what the others are refused for. */
type Pool = Readonly<{ good: readonly Uint8Array[]; spare: Uint8Array[] }>

/** Somebody who hears what is written, and makes good updates that follow on it. */
class Ear {
  readonly client: Client
  readonly #text = new Y.Doc()
  readonly #live: Uint8Array[] = []
  #heard = 0
  #nextId = 700_000

  private constructor(client: Client) {
    this.client = client
  }

  static async open(scene: Scene): Promise<Ear> {
    const client = await scene.enter(0)
    client.begin()
    await until(() => client.answers > 0)
    return new Ear(client)
  }

  /** Those of people who are new, each whole in itself, and the last that the honest sent. */
  updates(seed: number): Pool {
    for (const update of this.client.updates.slice(this.#heard)) {
      Y.applyUpdate(this.#text, update)
      this.#live.push(update)
    }
    this.#heard = this.client.updates.length
    this.#live.splice(0, this.#live.length - 50)
    const chance = prng(seed)
    const now = Y.encodeStateAsUpdate(this.#text)
    const [own, spare]: [Uint8Array[], Uint8Array[]] = [[], []]
    for (let writer = 0; writer < writers; writer++) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, now)
      doc.clientID = this.#nextId++
      const before = Y.encodeStateVector(doc)
      for (let step = 0; step < 6; step++) {
        writeSomething(doc, chance)
        const list = writer === 0 ? spare : own
        list.push(Y.encodeStateAsUpdate(doc, before))
      }
    }
    return { good: [...own, ...this.#live], spare }
  }
}

/** What the thread that hears everybody has worked so far, whoever else worked beside it on this machine. */
const mainThreadMs = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6

/** Bytes flipped, an end cut off, or the head of one with the tail of another. */
function spoil({ good: pool, spare }: Pool, chance: Chance): { kind: string; bytes: Uint8Array } {
  if (chance(25) === 0) return { kind: 'whole', bytes: spare[chance(spare.length)]! }
  const good = pool[chance(pool.length)]!
  const kind = ['flipped', 'cut', 'spliced'][chance(3)]!
  if (kind === 'cut') return { kind, bytes: good.slice(0, chance(good.length)) }
  if (kind === 'spliced') {
    const other = pool[chance(pool.length)]!
    return {
      kind,
      bytes: Buffer.concat([good.subarray(0, chance(good.length + 1)), other.subarray(chance(other.length + 1))]),
    }
  }
  const bytes = Uint8Array.from(good)
  // Small ones too: what almost passes goes deepest.
  const most = chance(2) === 0 ? 1 : 8
  for (let flips = 1 + chance(most); flips > 0; flips--)
    bytes[chance(bytes.length)]! ^= most === 1 ? 1 << chance(8) : 1 + chance(255)
  return { kind, bytes }
}

/** Each row is applied in its turn and leaves nothing over; what they make can be written down, read, and opened. */
async function theLog({ ground, room }: Scene): Promise<Bar[]> {
  const rows = await new PostgresRoomStore(ground.pool).rowsAfter(room as never, 0)
  const doc = new Y.Doc()
  let poisoned = 0
  let longest = 0
  for (const { updates } of rows) {
    try {
      for (const update of updates) {
        const began = performance.now()
        Y.applyUpdate(doc, unknownPart(doc, update))
        longest = Math.max(longest, performance.now() - began)
      }
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) poisoned += 1
    } catch {
      poisoned += 1
    }
  }
  return [
    bar(
      '0 poisoned rows: each is applied in its turn, and nothing is left pending',
      poisoned === 0,
      `${poisoned} of ${rows.length}`,
    ),
    bar(
      'the document of the log is written down, read again, and opened',
      await isWhole(ground, room),
      `${Y.encodeStateAsUpdate(doc).length} bytes`,
    ),
    pace(`no apply > ${longestMs} ms`, longest <= longestMs, ms(longest)),
  ]
}

async function isWhole(ground: Ground, room: string): Promise<boolean> {
  try {
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(await ground.fromLog(room)))
    JSON.stringify(again.getXmlFragment('default').toJSON())
    readDraft(again.getXmlFragment('default'))
    return again.store.pendingStructs === null
  } catch {
    return false
  }
}
