// The bench, clients: one who writes the whole trace as fast as the socket takes it, and one who reads along.
import { roomName, servers, type Target } from '../names.js'
import { traceWriter } from '../trace.js'
import type { Trace } from '../trace-file.js'
import { Client } from './client.js'
import { comeIn, patience } from './crowd.js'
import { runsOf } from './runs.js'
import { contentOf } from './typing.js'

/** Bytes that wait in the socket before the writer does. */
const ahead = 256 * 1024

export class Replaying {
  readonly writer: Client
  readonly reader: Client
  readonly heard: Uint8Array[] = []
  readonly #trace: Trace
  readonly #target: Target

  constructor(target: Target, trace: Trace) {
    this.#target = target
    this.#trace = trace
    this.writer = new Client(target, roomName(0), 0)
    this.reader = new Client(target, roomName(0), 1)
    this.reader.hears.update = (update) => this.heard.push(update)
  }

  come(): Promise<void> {
    return comeIn([this.writer, this.reader])
  }

  /** Done when the reader has the last edit, and the writer knows all of them saved where that is said at all. */
  async write(): Promise<void> {
    const { updates } = this.#trace
    const frames = updates.map((update) => this.writer.speech.sync(2, update))
    const { done, finish } = patience(() => `heard ${this.heard.length} updates of ${frames.length}`, 900_000)
    const wanted = wantedClock(updates.at(-1)!)
    const saves = servers[this.#target.server].speaks === 'faellesrum'
    let last = 0
    let isRead = false
    const look = (): void => {
      if (isRead && (!saves || this.writer.acknowledged >= last)) finish()
    }
    this.reader.hears.update = (update) => {
      this.heard.push(update)
      // A key stroke is not looked at before the last has been sent: nothing that comes earlier can hold it.
      if (last === 0 || isRead) return
      isRead = wantedClock(update) >= wanted
      look()
    }
    if (saves) this.writer.hears.acknowledged = look
    for (const [i, frame] of frames.entries()) {
      if (i === frames.length - 1) last = this.writer.sent + 1
      this.writer.edit(frame)
      if (i % 64 === 0) while (this.writer.unsent > ahead) await new Promise((resolve) => setImmediate(resolve))
    }
    look()
    await done
  }

  check(): void {
    if (contentOf(this.heard) !== this.#trace.content) throw new Error('the reader has another text')
  }
}

/** Where the writer of the trace stands after this update; the trace ends with a letter. */
function wantedClock(update: Uint8Array): number {
  let clock = 0
  runsOf(update, (writer, _from, to) => {
    if (writer === traceWriter) clock = Math.max(clock, to)
  })
  return clock
}
