// Rooms: who is here, as one tells and is told. One's own caret leaves at most ten times a second; of the others only
// what is vouched for gets in.
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { Gather } from './gather.js'
import type { Clock } from './ports.js'
import { vouchedState } from './vouched.js'

const tellEvery = 100

export class Presence {
  readonly awareness: Awareness
  readonly #tell: (update: Uint8Array) => void
  readonly #soon: Gather<true>

  /** `tell` is called with what the room is to hear. */
  constructor(doc: Doc, clock: Clock, tell: (update: Uint8Array) => void) {
    this.awareness = new Awareness(doc)
    this.#tell = tell
    this.#soon = new Gather(clock, tellEvery, () => this.tellNow())
    this.awareness.on('update', (_changes: unknown, origin: unknown) => {
      if (origin === 'local') this.#soon.add(true)
    })
  }

  /** Counts on: the others take a first state for no news, nor one that they have seen end. */
  comeIn(): void {
    const state = this.awareness.getLocalState()
    if (state !== null) this.awareness.setLocalState(state)
  }

  tellNow(): void {
    const { awareness } = this
    if (awareness.getLocalState() !== null) this.#tell(encodeAwarenessUpdate(awareness, [awareness.clientID]))
  }

  hear(update: Uint8Array): void {
    const vouched = modifyAwarenessUpdate(update, (state: unknown) => vouchedState(state))
    applyAwarenessUpdate(this.awareness, vouched, this)
  }

  /** Without a line nobody knows who is there. */
  forgetOthers(): void {
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID)
    removeAwarenessStates(this.awareness, others, this)
    // Else what the room tells of them when the line is back would count as old, until they move.
    for (const id of others) this.awareness.meta.delete(id)
  }

  stop(): void {
    this.#soon.clear()
  }
}
