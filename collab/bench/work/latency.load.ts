// The bench, latency: people who type at a human pace, and how old each letter is when another has it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Client } from '../clients/client.js'
import { comeIn, patience } from '../clients/crowd.js'
import { pace } from '../clients/pace.js'
import { Progress, runsOf } from '../clients/runs.js'
import { contentOf, firstWriter, type Typed, typed } from '../clients/typing.js'
import type { Steps } from '../load.js'
import { roomName, type Target } from '../names.js'
import { percentiles, Samples } from '../numbers.js'

export type Latency = Readonly<{ clients: number; perSecond: number; warmSeconds: number; seconds: number }>

type Seat = {
  client: Client
  typed: Typed
  frames: Uint8Array[]
  sentAt: Float64Array
  /** Number of the frame that was letter k, and how many letters are known to be saved. */
  numbers: number[]
  saved: number
  progress: Progress
}

let seats: Seat[] = []
const heard: Uint8Array[] = []
const ages = new Samples()
const saves = new Samples()
let left = 0
let isCounting = false
let finish = (): void => {}

const shares = { p50: 0.5, p95: 0.95, p99: 0.99, max: 1 }

function arrived(seat: Seat, writer: number, from: number, to: number): void {
  if (writer === seat.typed.writer) return
  const fresh = seat.progress.take(writer, from, to)
  if (fresh === 0) return
  const other = seats[writer - firstWriter]!
  const now = performance.now()
  for (let clock = to - fresh; clock < to; clock++) {
    const k = clock - other.typed.startsAt
    if (isCounting && k >= 0) ages.add(now - other.sentAt[k]!)
  }
  left -= fresh
  if (left === 0) finish()
}

function acknowledged(seat: Seat, n: number): void {
  const now = performance.now()
  while (seat.saved < seat.numbers.length && seat.numbers[seat.saved]! <= n) {
    if (isCounting) saves.add(now - seat.sentAt[seat.saved]!)
    seat.saved++
  }
}

/** Letters `[from, to)` of everybody, evenly over the time. */
async function type(from: number, to: number, perSecond: number): Promise<void> {
  left += (to - from) * seats.length * (seats.length - 1)
  const { done, finish: finished } = patience(() => `${left} letters have not arrived`)
  finish = finished
  await pace(seats.length, perSecond, [from, to], (person, k) => {
    const seat = seats[person]!
    seat.sentAt[k] = performance.now()
    seat.numbers[k] = seat.client.edit(seat.frames[k]!)
  })
  await done
}

export const steps: Steps = {
  async prepare({ target, clients, perSecond, warmSeconds, seconds }: { target: Target } & Latency) {
    const letters = perSecond * (warmSeconds + seconds)
    seats = Array.from({ length: clients }, (_, n) => {
      const client = new Client(target, roomName(0), n)
      const one = typed(n, letters)
      const frames = one.letters.map((letter) => client.speech.sync(2, letter))
      const sentAt = new Float64Array(letters)
      return { client, typed: one, frames, sentAt, numbers: [], saved: 0, progress: new Progress() }
    })
    for (const [i, seat] of seats.entries()) {
      seat.client.hears.acknowledged = (n) => acknowledged(seat, n)
      seat.client.hears.update = (update) => {
        if (i === 0) heard.push(update)
        runsOf(update, (writer, from, to) => arrived(seat, writer, from, to))
      }
    }
    await comeIn(seats.map(({ client }) => client))
    left = seats.length * (seats.length - 1) * seats[0]!.typed.startsAt
    for (const { client, typed: { start } } of seats) client.edit(client.speech.sync(2, start))
    await type(0, perSecond * warmSeconds, perSecond)
  },

  async type({ perSecond, warmSeconds, seconds }: Latency) {
    // What holds up this process, too, makes letters old.
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    isCounting = true
    await type(perSecond * warmSeconds, perSecond * (warmSeconds + seconds), perSecond)
    isCounting = false
    const acknowledges = seats[0]!.client.acknowledged > 0
    const saved = acknowledges ? percentiles(saves.all(), shares) : null
    return { ages: percentiles(ages.all(), shares), saves: saved, loadDelay: Math.max(0, delay.max / 1e6 - 5) }
  },

  async check() {
    const whole = seats.map(({ typed: { start, letters } }) => [start, ...letters])
    if (contentOf([...whole[0]!, ...heard]) !== contentOf(whole.flat())) throw new Error('another text arrived')
  },
}
