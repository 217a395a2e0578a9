// Collab, simulation: somebody who writes with a real document, and whose device and network are not to be relied on.
import { closeCodes } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { writeSomething } from '../testing/writers.js'
import { Line, presenceMessage } from './line.js'
import type { Right } from './rights.js'
import type { Town } from './town.js'

export abstract class Client {
  readonly town: Town
  readonly right: Right
  doc!: Y.Doc
  line: Line | null = null
  isStopped = false
  isOnline = true
  protected failures = 0
  #presence = 0
  #cancelRetry: () => void = () => {}
  #pass: { token: string; until: number } | null = null

  constructor(town: Town, right: Right) {
    this.town = town
    this.right = right
    this.renewDoc(null)
    this.connectSoon(town.world.between(0, 2000))
    this.#watchLine()
  }

  // ---- what a provider does in its own way ----

  protected abstract readonly protocols: boolean
  protected abstract opened(line: Line): void
  protected abstract heard(bytes: Uint8Array): void
  protected abstract ended(code: number): void
  protected abstract wrote(update: Uint8Array): void
  protected abstract mayWrite(): boolean
  protected abstract patience(): number
  /** By 4403, although the right to be here has not ended. */
  protected abstract mayBeSentAway(): boolean

  // ---- what a person does ----

  /** One edit, or a few at once. */
  edit(): void {
    if (this.isStopped || !this.mayWrite()) return
    for (let times = this.town.world.between(1, 3); times > 0; times--) writeSomething(this.doc, this.town.world.chance)
  }

  /** An edit that deletes, and nothing else. */
  deleteOne(): void {
    const root = this.doc.getXmlFragment('default')
    if (!this.isStopped && this.mayWrite() && root.length > 0) root.delete(0, 1)
  }

  presence(): void {
    this.line?.send(presenceMessage(this.doc.clientID, ++this.#presence, { cursor: this.town.world.chance(99) }))
  }

  goOffline(ms: number): void {
    if (!this.isOnline) return
    this.isOnline = false
    this.town.world.note(`${this.right.name} is offline for ${ms} ms`)
    this.line?.abandon()
    this.town.world.after(ms, () => this.comeOnline())
  }

  comeOnline(): void {
    if (this.isOnline) return
    this.isOnline = true
    this.connectSoon(0)
  }

  /** The page is loaded anew: another client id, and the document as this device has kept it. */
  reload(): void {
    if (this.isStopped) return
    this.town.world.note(`${this.right.name} reloads`)
    this.line?.abandon()
    this.renewDoc(this.doc)
    this.connectSoon(0)
  }

  // ---- below ----

  protected renewDoc(kept: Y.Doc | null): void {
    const doc = new Y.Doc()
    if (kept !== null) Y.applyUpdate(doc, Y.encodeStateAsUpdate(kept))
    // Yjs would ask the machine for chance.
    doc.clientID = this.town.newClientId()
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.town.witness.counts.edits++
      this.wrote(update)
    })
    this.doc = doc
  }

  protected take(update: Uint8Array): void {
    this.town.witness.delivered(this.right, update)
    Y.applyUpdate(this.doc, update, this)
  }

  protected connectSoon(ms: number): void {
    this.#cancelRetry()
    this.#cancelRetry = this.town.world.after(ms, () => void this.#connect())
  }

  protected dropPass(): void {
    this.#pass = null
  }

  protected stop(): void {
    this.isStopped = true
    this.#cancelRetry()
    this.line?.abandon()
  }

  async #connect(): Promise<void> {
    if (this.isStopped || !this.isOnline || this.line !== null) return
    const { world } = this.town
    if (this.#pass === null || this.#pass.until < world.now) this.#pass = await this.town.pass(this.right)
    if (this.isStopped || !this.isOnline || this.line !== null) return
    if (this.#pass === null) return this.stop()
    const { token } = this.#pass
    const path = `/collab/${this.right.room}`
    const asked = this.protocols
      ? { url: path, protocols: `faellesrum.v1, pass.${token}`, right: this.right }
      : { url: `${path}?pass=${token}`, protocols: null, right: this.right }
    const line: Line = new Line(this.town, asked, {
      opened: () => this.opened(line),
      heard: (bytes) => this.heard(bytes),
      ended: (code) => {
        if (this.line !== line) return
        this.line = null
        if (code !== 1006 && code !== closeCodes.restart) this.town.witness.closed(this.right, code, true, this.mayBeSentAway())
        if (!this.isStopped) this.ended(code)
      },
    })
    this.line = line
  }

  /** A line without a word for too long is given up; a provider knows no other way to find out. */
  #watchLine(): void {
    this.town.world.after(3000, () => {
      const { line } = this
      if (line !== null && this.town.world.now - line.heardAt > this.patience()) line.abandon()
      this.#watchLine()
    })
  }
}
