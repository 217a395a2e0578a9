// Collab, simulation: somebody with our own client. It does what client/src/rooms does, and asks the witness at each `saved`.
import { closeCodes, comesBack, messageTypes, type Standing } from '@faellesrum/schema/rooms'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { syncSteps } from '../wire.js'
import { Client } from './client.js'
import { type Line, message, syncMessage } from './line.js'

/** An edit on its way: `n` is the frame that carried it on this connection. */
type Pending = { update: Uint8Array; n: number | null }

const graceMs = 3_000

export class OurClient extends Client {
  protected readonly protocols = true
  /** Edits that the server has said are saved: never lost from then on. */
  readonly saved: Uint8Array[] = []
  pending: Pending[] = []
  #sent = 0
  #answered = false
  #joinedAsReader = false
  #standing: Standing | null = null
  #epoch: number | null = null
  #cancelGrace: () => void = () => {}

  protected mayWrite(): boolean {
    return this.#standing === null ? this.right.access === 'write' : this.#standing.access === 'write' && this.#standing.state === 'open'
  }

  protected mayBeSentAway(): boolean {
    return false
  }

  protected patience(): number {
    const isBehind = this.#standing?.reason === 'service-behind'
    return !isBehind && this.pending.some(({ n }) => n !== null) ? 12_000 : 45_000
  }

  protected opened(line: Line): void {
    this.#sent = 0
    this.#answered = this.#joinedAsReader = false
    for (const one of this.pending) one.n = null
    line.send(syncMessage(syncSteps.stateVector, Y.encodeStateVector(this.doc)))
    this.presence()
  }

  protected wrote(update: Uint8Array): void {
    // A reader's document clears idle marks away by itself; that is nobody's business.
    if (!this.mayWrite()) return
    const isSent = this.#answered && this.line?.isOpen === true
    this.pending.push({ update, n: isSent ? ++this.#sent : null })
    if (isSent) this.line!.send(syncMessage(syncSteps.update, update))
  }

  override reload(): void {
    super.reload()
    this.#standing = null
  }

  protected heard(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync: {
        const step = decoding.readVarUint(decoder)
        const body = decoding.readVarUint8Array(decoder)
        if (step !== syncSteps.stateVector) return this.take(body)
        return this.#answer(body)
      }
      case messageTypes.saved:
        return this.#hearSaved(decoding.readVarUint(decoder))
      case messageTypes.standing:
        return this.#stand(JSON.parse(decoding.readVarString(decoder)) as Standing)
    }
  }

  #answer(vector: Uint8Array): void {
    this.#joinedAsReader = !this.mayWrite()
    if (this.#joinedAsReader) return this.#giveGrace()
    this.#answered = true
    const n = ++this.#sent
    for (const one of this.pending) one.n = n
    this.line?.send(syncMessage(syncSteps.answer, Y.encodeStateAsUpdate(this.doc, vector)))
  }

  #hearSaved(n: number): void {
    const { witness } = this.town
    if (n > this.#sent) witness.fail('saved', `${this.right.name} sent ${this.#sent} frames and is told that ${n} are saved`)
    for (const one of this.pending.filter((pending) => pending.n !== null && pending.n <= n)) {
      witness.acknowledged(this.right, one.update)
      this.saved.push(one.update)
    }
    this.pending = this.pending.filter((pending) => pending.n === null || pending.n > n)
  }

  #stand(standing: Standing): void {
    if (this.#epoch !== null && this.#epoch !== standing.epoch) return this.#renew()
    this.#epoch = standing.epoch
    const could = this.#standing !== null && this.mayWrite()
    this.#standing = standing
    if (!could && this.mayWrite() && (this.#joinedAsReader || (this.pending.length > 0 && this.#answered))) return this.line?.abandon()
    this.#giveGrace()
  }

  /** What may not be handed in any more is shown to its writer, and the document begins anew. */
  #giveGrace(): void {
    this.#cancelGrace()
    if (this.mayWrite() || this.pending.length === 0) return
    this.#cancelGrace = this.town.world.after(graceMs, () => {
      if (this.pending.length > 0) this.#renew()
    })
  }

  #renew(): void {
    this.#cancelGrace()
    this.pending = []
    this.#standing = this.#epoch = null
    this.dropPass()
    const { line } = this
    this.line = null
    line?.abandon()
    this.renewDoc(null)
    this.connectSoon(this.#backoff())
  }

  protected ended(code: number): void {
    if (!comesBack(code) && code !== closeCodes.notSignedIn && code !== closeCodes.otherEpoch) return this.stop()
    if (code === closeCodes.clientIdTaken || code === closeCodes.otherEpoch) return this.#renew()
    if (code === closeCodes.notSignedIn || code === closeCodes.fetchNewPass) this.dropPass()
    this.connectSoon(this.#backoff())
  }

  #backoff(): number {
    const most = Math.min(15_000, 500 * 2 ** Math.min(this.failures++, 10))
    // A connection that held for a while starts the count again; here every fifth attempt does.
    if (this.failures > 4) this.failures = 0
    return this.town.world.between(most >> 1, most)
  }

  override presence(): void {
    if (this.town.world.odds(10)) this.line?.send(message(messageTypes.queryAwareness))
    super.presence()
  }
}
