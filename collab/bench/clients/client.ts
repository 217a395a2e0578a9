// The bench, clients: one raw client. It speaks the protocol, keeps no document, and hands on what it hears.
import { passSubprotocolPrefix, subprotocol } from '@faellesrum/schema/rooms'
import { WebSocket } from 'ws'
import { servers, type Target } from '../names.js'
import { signPass } from './passes.js'
import { nothing, noUpdate, Speech, syncSteps } from './speech.js'

export type Hears = {
  update?(update: Uint8Array): void
  presence?(body: Uint8Array): void
  /** The first n frames that may change the text are in the log (ours), or applied in memory (Hocuspocus). */
  acknowledged?(n: number): void
}

/** What it brings along from before: a state vector, and what somebody with another one lacks. */
export type Memory = Readonly<{ stateVector(): Uint8Array; since(stateVector: Uint8Array): Uint8Array }>

const forgetful: Memory = { stateVector: () => nothing, since: () => noUpdate }

export class Client {
  readonly room: string
  readonly person: number
  readonly speech: Speech
  hears: Hears = {}
  /** Messages heard, and those of them with text. */
  messages = 0
  updates = 0
  /** Frames sent that may change the text, the answer to step 1 counted. */
  sent = 0
  acknowledged = 0
  readonly #target: Target
  readonly #memory: Memory
  #ws: WebSocket | null = null
  #isLeaving = false
  #pass = ''
  #hasAnswer = false
  #hasAnswered = false
  #synced: () => void = () => {}
  #failed: (error: Error) => void = () => {}

  constructor(target: Target, room: string, person: number, memory: Memory = forgetful) {
    this.#target = target
    this.room = room
    this.person = person
    this.speech = new Speech(servers[target.server].speaks, room)
    this.#memory = memory
  }

  /** Before the clock starts: a signature costs more than a handshake. */
  async prepare(): Promise<this> {
    if (this.speech.speaks === 'faellesrum') this.#pass = await signPass(this.#target.passKey, this.room, this.person)
    return this
  }

  /** Opens a socket; resolves when both sides have said what the other lacked. */
  connect(): Promise<void> {
    this.#hasAnswer = this.#hasAnswered = this.#isLeaving = false
    this.sent = this.acknowledged = 0
    const protocols = this.#pass === '' ? [] : [subprotocol, `${passSubprotocolPrefix}${this.#pass}`]
    const ws = new WebSocket(`${this.#target.url}/collab/${this.room}`, protocols, { perMessageDeflate: false })
    ws.binaryType = 'nodebuffer'
    this.#ws = ws
    return new Promise((resolve, reject) => {
      this.#synced = resolve
      this.#failed = reject
      ws.on('error', reject)
      ws.on('open', () => (this.speech.speaks === 'hocuspocus' ? ws.send(this.speech.introduction()) : this.#begin()))
      ws.on('message', (bytes: Buffer) => this.#hear(bytes))
      ws.on('close', (code, reason) => {
        const error = new Error(`${this.#target.server} closed person ${this.person}: ${code} ${reason.toString()}`)
        reject(error)
        // Nobody waits for it any more: a client that is lost on the way spoils the numbers, so it ends the run.
        if (!this.#isLeaving && this.#hasAnswer && this.#ws === ws) throw error
      })
    })
  }

  send(message: Uint8Array): void {
    this.#ws!.send(message)
  }

  /** Sends a prepared frame with text; the answer is its number on this connection. */
  edit(message: Uint8Array): number {
    this.#ws!.send(message)
    return ++this.sent
  }

  get unsent(): number {
    return this.#ws!.bufferedAmount
  }

  leave(): Promise<void> {
    return this.#end((ws) => ws.close())
  }

  /** As a cable that is pulled: no close frame. */
  cut(): Promise<void> {
    return this.#end((ws) => ws.terminate())
  }

  /** The other end is about to be killed: that this closes is no fault. */
  expectEnd(): Promise<void> {
    return this.#end(() => {})
  }

  #end(how: (ws: WebSocket) => void): Promise<void> {
    const ws = this.#ws!
    this.#isLeaving = true
    if (ws.readyState === ws.CLOSED) return Promise.resolve()
    const closed = new Promise<void>((resolve) => ws.once('close', () => resolve()))
    how(ws)
    return closed
  }

  #begin(): void {
    this.send(this.speech.sync(syncSteps.stateVector, this.#memory.stateVector()))
  }

  #hear(bytes: Buffer): void {
    this.messages++
    const heard = this.speech.read(bytes)
    switch (heard.kind) {
      case 'sync':
        return this.#hearSync(heard.step, heard.body)
      case 'presence':
        return this.hears.presence?.(heard.body)
      case 'saved':
        this.acknowledged = heard.n
        return this.hears.acknowledged?.(heard.n)
      case 'applied':
        if (!heard.is) throw new Error('an update was not applied')
        return this.hears.acknowledged?.(++this.acknowledged)
      case 'authenticated':
        return this.#begin()
      case 'denied':
        return this.#failed(new Error(heard.why))
      case 'other':
        return
    }
  }

  #hearSync(step: number, body: Uint8Array): void {
    if (step === syncSteps.stateVector) {
      this.edit(this.speech.sync(syncSteps.answer, this.#memory.since(body)))
      this.#hasAnswered = true
    } else {
      this.updates++
      this.hears.update?.(body)
      if (step === syncSteps.answer) this.#hasAnswer = true
    }
    if (this.#hasAnswer && this.#hasAnswered) this.#synced()
  }
}
