// The bench, kill: people type; which of their letters were said to be there, and which somebody finds afterwards.
import * as Y from 'yjs'
import { Client } from '../clients/client.js'
import { comeIn, leave, pause } from '../clients/crowd.js'
import { runsOf } from '../clients/runs.js'
import { type Typed, typed } from '../clients/typing.js'
import type { Steps } from '../load.js'
import { roomName, servers, type Target } from '../names.js'

type Seat = { client: Client; typed: Typed; acknowledged: number; numbers: number[] }

let seats: Seat[] = []

export type KillSize = Readonly<{ clients: number; letters: number; everyMs: number }>

export const steps: Steps = {
  /** Everybody types all letters; done when each has been acknowledged, by whatever the server acknowledges with. */
  async type({ target, room, clients, letters, everyMs }: { target: Target; room: number } & KillSize) {
    seats = Array.from({ length: clients }, (_, n) => {
      const client = new Client(target, roomName(room), n)
      const seat: Seat = { client, typed: typed(n, letters), acknowledged: 0, numbers: [] }
      if (servers[target.server].speaks !== 'y-websocket') {
        client.hears.acknowledged = (upTo) => {
          seat.acknowledged = seat.numbers.filter((number) => number <= upTo).length
        }
      } else {
        // The reference server says nothing but the edit itself, to its writer too.
        client.hears.update = (update) =>
          runsOf(update, (writer, _from, to) => {
            if (writer === seat.typed.writer) seat.acknowledged = Math.max(seat.acknowledged, to - seat.typed.startsAt)
          })
      }
      return seat
    })
    await comeIn(seats.map(({ client }) => client))
    for (const { client, typed: { start } } of seats) client.edit(client.speech.sync(2, start))
    for (let k = 0; k < letters; k++) {
      for (const seat of seats) seat.numbers.push(seat.client.edit(seat.client.speech.sync(2, seat.typed.letters[k]!)))
      await pause(everyMs)
    }
    const deadline = performance.now() + 30_000
    while (seats.some(({ acknowledged }) => acknowledged < letters)) {
      if (performance.now() > deadline) throw new Error('not all letters were acknowledged')
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (const { client } of seats) void client.expectEnd()
  },

  async leave() {
    await leave(seats.map(({ client }) => client))
  },

  /** Somebody who was never there comes in and waits a little; how many acknowledged letters are missing. */
  async missing({ target, room }: { target: Target; room: number }) {
    const doc = new Y.Doc()
    const client = new Client(target, roomName(room), seats.length)
    client.hears.update = (update) => Y.applyUpdate(doc, update)
    await comeIn([client])
    const until = performance.now() + 2000
    while (lacking(doc) > 0 && performance.now() < until) await pause(20)
    await client.leave()
    return lacking(doc)
  },
}

function lacking(doc: Y.Doc): number {
  const found = Y.decodeStateVector(Y.encodeStateVector(doc))
  return seats.reduce((sum, { typed: { writer, startsAt }, acknowledged }) => {
    const there = Math.max(0, (found.get(writer) ?? 0) - startsAt)
    return sum + Math.max(0, acknowledged - there)
  }, 0)
}
