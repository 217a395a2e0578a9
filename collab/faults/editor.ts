// The faults: one person who writes, whatever happens to the line: comes back by themselves, with a new pass, with what
// they have, and remembers which of their words were shown as saved.
import { passSubprotocolPrefix, subprotocol } from '@faellesrum/schema/rooms'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { signPass } from '../bench/clients/passes.js'
import { Speech, syncSteps } from '../bench/clients/speech.js'

export type Way = Readonly<{
  room: string
  passKey: object
  urls: readonly string[]
  /** Before the first try to come back, as our own client does it; longer when it is refused again. */
  firstWaitMs?: number
}>

const usualWaitMs = 100
const longestWaitMs = 2500

export class Editor {
  readonly doc = new Y.Doc()
  readonly person: number
  /** Of the document's own client id: so much of it was shown as saved. */
  saved = 0
  /** Codes with which sockets ended that were in the room, in order. */
  readonly ends: number[] = []
  /** Codes of those that never got so far. */
  readonly refusals: number[] = []
  /** Milliseconds between the end of a socket and the next time that all was synced. */
  readonly interruptions: number[] = []
  readonly words: string[] = []
  #text: Y.XmlText | null = null
  #note: Y.XmlText | null = null
  readonly #way: Way
  readonly #speech: Speech
  #url: number
  #ws: WebSocket | null = null
  #isGone = false
  #hasAnswered = false
  #hasAnswer = false
  /** How far the document was when frame n was sent on this socket. */
  #clocks: number[] = []
  #lostAt: number | null = performance.now()
  #tries = 0
  #retry: NodeJS.Timeout | undefined
  #waiters: { is: () => boolean; done: () => void }[] = []

  constructor(way: Way, person: number) {
    this.#way = way
    this.person = person
    this.#url = person % way.urls.length
    this.#speech = new Speech('faellesrum', way.room)
    this.doc.clientID = 200_000 + person
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#hasAnswered) this.#edit(this.#speech.sync(syncSteps.update, update))
      this.#look()
    })
    void this.#connect()
  }

  get room(): string {
    return this.#way.room
  }

  get isSynced(): boolean {
    return this.#hasAnswered && this.#hasAnswer
  }

  get written(): number {
    return Y.getState(this.doc.store, this.doc.clientID)
  }

  /** A word that nobody else writes, in a paragraph of one's own. */
  write(): void {
    const word = `${this.person}.${this.words.length};`
    const body = this.doc.getXmlFragment('default')
    this.doc.transact(() => {
      this.#text ??= this.#paragraph(`p${this.person}`, body)
      this.#text.insert(this.#text.length, word)
    })
    this.words.push(word)
  }

  #paragraph(id: string, body: Y.XmlFragment): Y.XmlText {
    const own = new Y.XmlElement('paragraph')
    own.setAttribute('id', id)
    const text = new Y.XmlText()
    own.insert(0, [text])
    body.push([own])
    return text
  }

  /** Takes back what it wrote so last, and writes this: much that is sent, and little that stays. */
  overwrite(letters: string): void {
    const note = this.doc.getXmlFragment('default')
    this.doc.transact(() => {
      this.#note ??= this.#paragraph(`n${this.person}`, note)
      this.#note.delete(0, this.#note.length)
      this.#note.insert(0, letters)
    })
  }

  /** Until all that was written is shown as saved. */
  allSaved(ms: number): Promise<number> {
    return this.#until(() => this.isSynced && this.saved >= this.written, ms, () => `${this.saved} of ${this.written} saved`)
  }

  synced(ms: number): Promise<number> {
    return this.#until(() => this.isSynced, ms, () => `not synced; closed ${[...this.ends, ...this.refusals].join(' ')}`)
  }

  /** Until it has heard all that stands in this state vector. */
  hasHeard(vector: ReadonlyMap<number, number>, ms: number): Promise<number> {
    const has = (): boolean => [...vector].every(([client, clock]) => Y.getState(this.doc.store, client) >= clock)
    return this.#until(has, ms, () => 'has not heard everybody')
  }

  /** Until more than so many of its sockets have ended. */
  hasLeft(ends: number, ms: number): Promise<number> {
    return this.#until(() => this.ends.length > ends, ms, () => 'still there')
  }

  /** Reads nothing any more, as a laptop that sleeps. */
  stopReading(): void {
    this.#ws?.pause()
  }

  /** Closes in good order, and comes back by itself as after any end. */
  hangUp(): void {
    this.#ws?.close()
  }

  leave(): void {
    this.#isGone = true
    clearTimeout(this.#retry)
    this.#ws?.terminate()
  }

  /** Resolves with how many milliseconds it took. */
  #until(is: () => boolean, ms: number, what: () => string): Promise<number> {
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`editor ${this.person}, after ${ms} ms: ${what()}`)), ms)
      const done = (): void => {
        clearTimeout(timer)
        resolve(performance.now() - began)
      }
      this.#waiters.push({ is, done })
      this.#look()
    })
  }

  #look(): void {
    this.#waiters = this.#waiters.filter(({ is, done }) => {
      if (!is()) return true
      done()
      return false
    })
  }

  async #connect(): Promise<void> {
    const { passKey, room, urls } = this.#way
    const pass = await signPass(passKey, room, this.person)
    if (this.#isGone) return
    const url = urls[this.#url++ % urls.length]!
    this.#hasAnswered = this.#hasAnswer = false
    this.#clocks = []
    const ws = new WebSocket(`${url}/collab/${room}`, [subprotocol, `${passSubprotocolPrefix}${pass}`], { perMessageDeflate: false })
    ws.binaryType = 'nodebuffer'
    this.#ws = ws
    ws.on('error', () => {})
    ws.on('open', () => ws.send(this.#speech.sync(syncSteps.stateVector, Y.encodeStateVector(this.doc))))
    ws.on('message', (bytes: Buffer) => this.#hear(bytes))
    ws.on('close', (code) => this.#lost(code))
  }

  #lost(code: number): void {
    if (this.isSynced) this.#lostAt = performance.now()
    const codes = this.isSynced ? this.ends : this.refusals
    codes.push(code)
    this.#look()
    this.#hasAnswered = this.#hasAnswer = false
    if (this.#isGone) return
    const wait = Math.min(longestWaitMs, (this.#way.firstWaitMs ?? usualWaitMs) * 2 ** this.#tries++)
    this.#retry = setTimeout(() => void this.#connect(), wait * (0.5 + Math.random()))
  }

  #edit(frame: Uint8Array): void {
    this.#clocks.push(this.written)
    this.#ws!.send(frame)
  }

  #hear(bytes: Buffer): void {
    const heard = this.#speech.read(bytes)
    if (heard.kind === 'saved') this.saved = Math.max(this.saved, this.#clocks[heard.n - 1] ?? 0)
    else if (heard.kind === 'sync' && heard.step === syncSteps.stateVector) {
      this.#edit(this.#speech.sync(syncSteps.answer, Y.encodeStateAsUpdate(this.doc, heard.body)))
      this.#hasAnswered = true
    } else if (heard.kind === 'sync') {
      Y.applyUpdate(this.doc, heard.body, this)
      if (heard.step === syncSteps.answer) this.#hasAnswer = true
    }
    if (this.isSynced && this.#lostAt !== null) {
      this.interruptions.push(performance.now() - this.#lostAt)
      this.#lostAt = null
      this.#tries = 0
    }
    this.#look()
  }
}
