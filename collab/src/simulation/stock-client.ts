// Collab, simulation: somebody with y-websocket's own provider. It hears of nothing being saved, and sends what it has at once.
import { comesBack, messageTypes } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { syncSteps } from '../wire.js'
import { Client } from './client.js'
import { type Line, syncMessage } from './line.js'

export class StockClient extends Client {
  protected readonly protocols = false
  /** An editor that was opened to read stays one. */
  readonly #isWriter = this.right.access === 'write'
  #hasWritten = false

  protected mayWrite(): boolean {
    return this.#isWriter
  }

  /** Also a document that is only read clears idle marks away, and y-websocket sends that. */
  protected mayBeSentAway(): boolean {
    return this.#isWriter || this.#hasWritten
  }

  protected patience(): number {
    return 30_000
  }

  protected opened(line: Line): void {
    this.failures = 0
    line.send(syncMessage(syncSteps.stateVector, Y.encodeStateVector(this.doc)))
    this.presence()
    this.#stayAlive(line)
  }

  /** y-protocols repeats a state every 15 s, and the room says it again: by that the provider knows that the line lives. */
  #stayAlive(line: Line): void {
    this.town.world.after(15_000, () => {
      if (this.line !== line) return
      this.presence()
      this.#stayAlive(line)
    })
  }

  protected heard(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    // y-websocket says again whatever it has heard of the others.
    if (type === messageTypes.awareness) this.line?.send(bytes)
    if (type !== messageTypes.sync) return
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step !== syncSteps.stateVector) return this.take(body)
    this.line?.send(syncMessage(syncSteps.answer, Y.encodeStateAsUpdate(this.doc, body)))
  }

  protected wrote(update: Uint8Array): void {
    this.#hasWritten = true
    this.line?.send(syncMessage(syncSteps.update, update))
  }

  protected ended(code: number): void {
    if (!comesBack(code)) return this.stop()
    // Its pass stands in the address that it was given; a page with a stock provider gives it a new one when it is closed 4501.
    this.dropPass()
    this.connectSoon(Math.min(2500, 100 * 2 ** Math.min(this.failures++, 8)))
  }
}
