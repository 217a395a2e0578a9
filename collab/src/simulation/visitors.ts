// Collab, simulation: those who do not keep to the protocol: a reader who sends edits, and one who tries whatever there is.
import { messageTypes } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { writeSomething } from '../testing/writers.js'
import { syncSteps } from '../wire.js'
import { unbearable } from './database.js'
import { Line, message, presenceMessage, syncMessage } from './line.js'
import type { Right } from './rights.js'
import type { Town } from './town.js'

abstract class Visitor {
  protected readonly town: Town
  readonly right: Right
  protected line: Line | null = null
  protected doc!: Y.Doc
  protected readonly overheard: Uint8Array[] = []
  #isOver = false

  constructor(town: Town, right: Right) {
    this.town = town
    this.right = right
    this.#begin()
    this.#comeSoon()
  }

  protected abstract misbehave(line: Line): void

  act(): void {
    if (this.line?.isOpen === true) this.misbehave(this.line)
  }

  leave(): void {
    this.#isOver = true
    this.line?.abandon()
  }

  /** Whatever was done to the last document has no bearing on the next. */
  #begin(): void {
    this.doc = new Y.Doc()
    this.doc.clientID = this.town.newClientId()
  }

  #comeSoon(): void {
    this.town.world.after(this.town.world.between(200, 3000), () => void this.#come())
  }

  async #come(): Promise<void> {
    const pass = await this.town.pass(this.right)
    if (this.#isOver) return
    if (pass === null) return this.#comeSoon()
    const asked = { url: `/collab/${this.right.room}?pass=${pass.token}`, protocols: null, right: this.right }
    const line: Line = new Line(this.town, asked, {
      opened: () => {
        line.send(syncMessage(syncSteps.stateVector, Y.encodeStateVector(this.doc)))
        line.send(syncMessage(syncSteps.answer, Uint8Array.of(0, 0)))
      },
      heard: (bytes) => this.#hear(bytes),
      ended: (code) => {
        this.line = null
        this.town.witness.closed(this.right, code, false, true)
        this.#begin()
        if (!this.#isOver) this.#comeSoon()
      },
    })
    this.line = line
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== messageTypes.sync || decoding.readVarUint(decoder) === syncSteps.stateVector) return
    const update = Uint8Array.from(decoding.readVarUint8Array(decoder))
    this.town.witness.delivered(this.right, update)
    Y.applyUpdate(this.doc, update, 'heard')
    this.overheard.push(update)
    if (this.overheard.length > 20) this.overheard.shift()
  }

  /** What an editor of this document would send for one edit. */
  protected edit(write: (doc: Y.Doc) => void = (doc) => writeSomething(doc, this.town.world.chance)): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => write(this.doc))
    return Y.encodeStateAsUpdate(this.doc, before)
  }
}

export class WritingReader extends Visitor {
  protected misbehave(line: Line): void {
    line.send(syncMessage(this.town.world.odds(80) ? syncSteps.update : syncSteps.answer, this.edit()))
  }
}

/** May write, and therefore may spoil the text as a writer may; nothing else. */
export class Attacker extends Visitor {
  protected misbehave(line: Line): void {
    const { world } = this.town
    const step = world.odds(80) ? syncSteps.update : syncSteps.answer
    const heard = this.overheard.length > 0 ? world.pick(this.overheard) : Uint8Array.of(0, 0)
    const trick = world.chance(10)
    world.note(`the attacker tries trick ${trick}`)
    switch (trick) {
      case 0:
        return line.send(world.random.bytes(world.between(1, 60)))
      case 1:
        return line.send(syncMessage(step, heard))
      case 2:
      case 3:
        return line.send(syncMessage(step, this.#spoiled(heard)))
      case 4:
        return line.send(syncMessage(step, heard.subarray(0, world.chance(heard.length + 1))))
      case 5:
        return line.send(syncMessage(step, this.#inTheNameOfAnother()))
      case 6:
        return line.send(presenceMessage(this.#another(), world.chance(1000), world.odds(50) ? null : { cursor: 1 }))
      case 7:
        return line.sendRaw(world.random.bytes(world.between(2, 30)))
      case 8:
        return line.send(syncMessage(step, this.edit((doc) => doc.getText('bag').insert(0, unbearable.toString()))))
      default:
        return line.send(world.odds(30) ? message(messageTypes.sync, 0, world.random.bytes(9)) : syncMessage(step, this.edit()))
    }
  }

  #spoiled(update: Uint8Array): Uint8Array {
    const { world } = this.town
    const spoiled = Uint8Array.from(update)
    for (let times = world.between(1, 3); times > 0; times--) spoiled[world.chance(spoiled.length)] = world.chance(256)
    return spoiled
  }

  #another(): number {
    const others = [...Y.decodeStateVector(Y.encodeStateVector(this.doc)).keys()].filter((id) => id !== this.doc.clientID)
    return others.length > 0 ? this.town.world.pick(others) : 1
  }

  #inTheNameOfAnother(): Uint8Array {
    const { clientID } = this.doc
    this.doc.clientID = this.#another()
    const update = this.edit((doc) => doc.getText('bag').insert(0, 'ikke mig'))
    this.doc.clientID = clientID
    return update
  }
}
