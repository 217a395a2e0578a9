// The bench, presence: cursors that move, and how old each is when others see it.
import { Client } from '../clients/client.js'
import { comeIn, patience } from '../clients/crowd.js'
import { pace } from '../clients/pace.js'
import { readPresence } from '../clients/speech.js'
import { firstWriter } from '../clients/typing.js'
import type { Steps } from '../load.js'
import { roomName, type Target } from '../names.js'
import { percentiles, Samples } from '../numbers.js'

export type Presence = Readonly<{ clients: number; perSecond: number; warmSeconds: number; seconds: number }>

/** `seen[i]` is the newest clock that this one has of person i. */
type Seat = { client: Client; sentAt: Float64Array; seen: Int32Array; last: string[] }

let seats: Seat[] = []
const ages = new Samples()
let delivered = 0
/** Older states are of the warming up, however late they come. */
let countsFrom = Number.POSITIVE_INFINITY
let missing = 0
let finish = (): void => {}

const stateOf = (person: number, clock: number): string => {
  const type = { client: firstWriter + person, clock: 1 }
  const place = { type, tname: null, item: { client: firstWriter, clock }, assoc: 0 }
  const user = { name: `Person ${person}`, color: '#2f6f4f' }
  return JSON.stringify({ user, cursor: { anchor: place, head: place } })
}

function saw(seat: Seat, writer: number, clock: number, json: () => string): void {
  const other = writer - firstWriter
  if (seats[other] === undefined || seats[other] === seat || clock <= seat.seen[other]!) return
  seat.seen[other] = clock
  if (clock < countsFrom) return
  if (clock === seats[other].sentAt.length - 1) {
    seat.last[other] = json()
    if (--missing === 0) finish()
  }
  delivered++
  ages.add(performance.now() - seats[other].sentAt[clock]!)
}

/** Clocks `[from, to)` of everybody, evenly over the time. */
const move = (from: number, to: number, perSecond: number): Promise<void> =>
  pace(seats.length, perSecond, [from, to], (person, clock) => {
    const { client, sentAt } = seats[person]!
    const message = client.speech.presence(firstWriter + person, clock, stateOf(person, clock))
    sentAt[clock] = performance.now()
    client.send(message)
  })

export const steps: Steps = {
  async prepare({ target, clients, perSecond, warmSeconds, seconds }: { target: Target } & Presence) {
    const states = 1 + perSecond * (warmSeconds + seconds)
    seats = Array.from({ length: clients }, (_, n) => ({
      client: new Client(target, roomName(0), n),
      sentAt: new Float64Array(states),
      seen: new Int32Array(clients),
      last: [],
    }))
    for (const seat of seats) {
      seat.client.hears.presence = (body) => readPresence(body, (writer, clock, json) => saw(seat, writer, clock, json))
    }
    await comeIn(seats.map(({ client }) => client))
    await move(1, 1 + perSecond * warmSeconds, perSecond)
  },

  async move({ perSecond, warmSeconds, seconds }: Presence) {
    const { done, finish: finished } = patience(() => `${missing} last states were not seen`)
    finish = finished
    missing = seats.length * (seats.length - 1)
    countsFrom = 1 + perSecond * warmSeconds
    await move(countsFrom, 1 + perSecond * (warmSeconds + seconds), perSecond)
    await done
    return { delivered, ages: percentiles(ages.all(), { p50: 0.5, p95: 0.95 }) }
  },

  /** Everybody has seen everybody where they stopped. */
  async check() {
    for (const seat of seats) {
      for (const [i, other] of seats.entries()) {
        if (other === seat) continue
        const { cursor } = JSON.parse(seat.last[i]!)
        const wanted = JSON.parse(stateOf(i, other.sentAt.length - 1)).cursor
        if (JSON.stringify(cursor) !== JSON.stringify(wanted)) throw new Error(`another cursor of person ${i} arrived`)
      }
    }
  },
}
