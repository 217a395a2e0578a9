// The bench, fan-out: everybody types at full speed: a few letters ahead of what a neighbour has heard of them.
import { Client } from '../clients/client.js'
import { comeIn, patience } from '../clients/crowd.js'
import { Progress, runsOf } from '../clients/runs.js'
import { contentOf, type Typed, typed } from '../clients/typing.js'
import { roomName, type Target } from '../names.js'
import type { Steps } from '../load.js'

/** `ahead`: so many letters of a client are under way at once. */
export type FanOut = Readonly<{ rooms: number; clients: number; ahead: number; warm: number; letters: number }>

type Seat = {
  client: Client
  typed: Typed
  frames: Uint8Array[]
  progress: Progress
  /** Whoever waits for what this one receives. */
  neighbour: Seat
  /** The next letter to send; a neighbour has heard `known` of them. */
  next: number
  known: number
}

let rooms: Seat[][] = []
let heard: Uint8Array[][] = []
let size: FanOut
/** Letters go up to here; so many deliveries are still wanted. */
let upTo = 0
let left = 0
let finish = (): void => {}

function arrived(seat: Seat, writer: number, from: number, to: number): void {
  // Its own letters come back from some servers and in some turns: they are no delivery.
  if (writer === seat.typed.writer) return
  const fresh = seat.progress.take(writer, from, to)
  if (fresh === 0) return
  left -= fresh
  if (writer === seat.neighbour.typed.writer) {
    seat.neighbour.known = to - seat.neighbour.typed.startsAt
    type(seat.neighbour)
  }
  if (left === 0) finish()
}

function type(seat: Seat): void {
  while (seat.next < upTo && seat.next - seat.known < size.ahead) seat.client.edit(seat.frames[seat.next++]!)
}

async function typeUpTo(letters: number): Promise<void> {
  const all = rooms.flat()
  left = (letters - upTo) * all.length * (size.clients - 1)
  upTo = letters
  const { done, finish: finished } = patience(() => `${left} letters have not arrived`, 600_000)
  finish = finished
  for (const seat of all) type(seat)
  await done
}

const counted = (): { messages: number; updates: number } => ({
  messages: rooms.flat().reduce((sum, { client }) => sum + client.messages, 0),
  updates: rooms.flat().reduce((sum, { client }) => sum + client.updates, 0),
})

export const steps: Steps = {
  async prepare({ target, ...wanted }: { target: Target } & FanOut) {
    size = wanted
    const writers = Array.from({ length: size.clients }, (_, n) => typed(n, size.warm + size.letters))
    const { startsAt } = writers[0]!
    rooms = Array.from({ length: size.rooms }, (_, r) => {
      const seats = writers.map((one, n): Seat => {
        const client = new Client(target, roomName(r), r * size.clients + n)
        const frames = one.letters.map((letter) => client.speech.sync(2, letter))
        return { client, typed: one, frames, progress: new Progress(), neighbour: undefined!, next: 0, known: 0 }
      })
      for (const [i, seat] of seats.entries()) seat.neighbour = seats[(i + 1) % seats.length]!
      return seats
    })
    heard = rooms.map(() => [])
    for (const [r, seats] of rooms.entries()) {
      for (const [i, seat] of seats.entries()) {
        seat.client.hears.update = (update) => {
          if (i === 0) heard[r]!.push(update)
          runsOf(update, (writer, from, to) => arrived(seat, writer, from, to))
        }
      }
    }
    const all = rooms.flat()
    await comeIn(all.map(({ client }) => client))
    left = all.length * (size.clients - 1) * startsAt
    const { done, finish: finished } = patience(() => `${left} clocks of the beginnings have not arrived`)
    finish = finished
    for (const { client, typed: { start } } of all) client.edit(client.speech.sync(2, start))
    await done
    await typeUpTo(size.warm)
  },

  async type() {
    const before = counted()
    await typeUpTo(size.warm + size.letters)
    const after = counted()
    return { messages: after.messages - before.messages, updates: after.updates - before.updates }
  },

  /** Everybody has every clock of everybody; the text that the first of each room heard is the right one. */
  async check() {
    const whole = rooms[0]!.map(({ typed: { start, letters } }) => [start, ...letters])
    const expected = contentOf(whole.flat())
    for (const [r, seats] of rooms.entries()) {
      for (const seat of seats) {
        for (const { typed: { writer, startsAt } } of seats) {
          const wanted = startsAt + size.warm + size.letters
          const has = seat.progress.next(writer)
          if (writer !== seat.typed.writer && has !== wanted) throw new Error(`somebody in room ${r} has ${has} of ${wanted}`)
        }
      }
      if (contentOf([...whole[0]!, ...heard[r]!]) !== expected) throw new Error(`room ${r} has another text`)
    }
  },
}
