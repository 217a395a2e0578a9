// The bench, coming back: everybody is thrown out at once, and comes back at once with what they have.
import * as Y from 'yjs'
import { Client, type Memory } from '../clients/client.js'
import { comeIn, patience } from '../clients/crowd.js'
import { runsOf } from '../clients/runs.js'
import { nothing, noUpdate } from '../clients/speech.js'
import { contentOf, firstWriter, paragraph } from '../clients/typing.js'
import type { Steps } from '../load.js'
import { roomName, servers, type Target } from '../names.js'

export type Reconnect = Readonly<{ rooms: number; clients: number }>

let people: Client[] = []
let holds = true
const heardAll: Promise<void>[] = []

const updates = (room: Reconnect): Uint8Array[] => Array.from({ length: room.clients }, (_, n) => paragraph(n, 100))

/** All of a room have the same text, so they share one memory of it. */
function memoryOf(all: readonly Uint8Array[]): Memory {
  const doc = new Y.Doc()
  for (const update of all) Y.applyUpdate(doc, update)
  const vector = Y.encodeStateVector(doc)
  const answers = new Map<string, Uint8Array>()
  return {
    stateVector: () => vector,
    since(theirs) {
      const asked = Buffer.from(theirs).toString('latin1')
      const answer = answers.get(asked) ?? Y.encodeStateAsUpdate(doc, theirs)
      answers.set(asked, answer)
      return answer
    },
  }
}

/** A pass lives for two minutes, and the first way in may be longer ago. */
async function freshPasses(): Promise<void> {
  await Promise.all(people.map((client) => client.prepare()))
}

async function allBack(): Promise<void> {
  await Promise.all(people.map((client) => client.connect()))
}

export const steps: Steps = {
  async prepare({ target, ...size }: { target: Target } & Reconnect) {
    const all = updates(size)
    holds = servers[target.server].holds
    people = []
    for (let room = 0; room < size.rooms; room++) {
      // Shared, and a client's own as soon as it has heard all of it.
      const memory = memoryOf(all)
      for (let n = 0; n < size.clients; n++) {
        let isIn = false
        const own: Memory = {
          stateVector: () => (isIn ? memory.stateVector() : nothing),
          since: (theirs) => (isIn ? memory.since(theirs) : noUpdate),
        }
        const client = new Client(target, roomName(room), room * size.clients + n, own)
        const { done, finish } = patience(() => `person ${n} of room ${room} did not hear everybody`)
        const missing = new Set(all.map((_, other) => firstWriter + other).filter((other) => other !== firstWriter + n))
        client.hears.update = (update) => {
          runsOf(update, (writer) => missing.delete(writer))
          if (missing.size > 0) return
          isIn = true
          finish()
        }
        heardAll.push(done)
        people.push(client)
      }
    }
    await comeIn(people)
    for (const [i, client] of people.entries()) client.edit(client.speech.sync(2, all[i % size.clients]!))
    await Promise.all(heardAll)
    for (const client of people) client.hears = {}
  },

  /** Milliseconds until everybody is synced again. */
  async cutAndBack() {
    await freshPasses()
    await Promise.all(people.map((client) => client.cut()))
    const begin = performance.now()
    await allBack()
    return performance.now() - begin
  },

  async expectEnd() {
    await freshPasses()
    for (const client of people) void client.expectEnd()
  },

  async back() {
    await allBack()
  },

  /** The text of some rooms, to somebody who was never there. */
  async check({ target, ...size }: { target: Target } & Reconnect) {
    if (!holds) return
    const expected = contentOf(updates(size))
    for (let room = 0; room < size.rooms; room += Math.ceil(size.rooms / 5)) {
      const heard: Uint8Array[] = []
      const visitor = new Client(target, roomName(room), size.rooms * size.clients + room)
      visitor.hears.update = (update) => heard.push(update)
      await comeIn([visitor])
      await visitor.leave()
      if (contentOf(heard) !== expected) throw new Error(`room ${room} has another text than before`)
    }
  },
}
