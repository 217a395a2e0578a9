// Rooms: our Yjs provider. Speaks the stock y-websocket protocol and our frames beside it, and knows to the word what
// is on record. Tabs never sync past the server: they may be different persons.
import type { Access, CloseReason, Standing } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { backoff } from './backoff.js'
import { closeBehaviour, closeReason } from './close-behaviour.js'
import { Gather } from './gather.js'
import { KeptCopy } from './kept-copy.js'
import { Line } from './line.js'
import { frames, readMessage, type ServerMessage } from './messages.js'
import { PassHolder } from './pass-holder.js'
import type { Clock, EnterRefusal, FetchPass, Found, LocalCopies, OpenSocket, Pass, Random } from './ports.js'
import { Presence } from './presence.js'
import { type RoomDocument, type RoomStatus, savedKind, type Stopped } from './room-status.js'
import { nothingPending, savedState, type SavedEvent } from './saved-state.js'
import { unsavedWords } from './unsaved-words.js'

export type RoomOptions = Readonly<{
  fetchPass: FetchPass
  openSocket: OpenSocket
  clock: Clock
  random: Random
  /** Null where nothing may be kept on this device. */
  copies: LocalCopies | null
  /** The fragment whose words are shown where they cannot be handed in. */
  root: string
  /** Called just before the words of others are put into the document. */
  beforeRemote(): void
  /** A faulty frame, or an editor that threw while it was handed the others' words. */
  report(error: unknown): void
}>

/** Remote words reach the editor at most ten times a second. */
const handOnEvery = 100
/** Words under way when writing ends have so long to arrive before they are shown as lost. */
const graceMs = 3_000
const steadyMs = 5_000
const longestCopyLoad = 2_000

/** Reasons for which the copy on this device still has a chance, and therefore stays. */
const keepsCopy: ReadonlySet<CloseReason> = new Set(['notSignedIn', 'otherShape', 'tooMany'])
const reasonOf: Readonly<Record<string, CloseReason>> = {
  NOT_SIGNED_IN: 'notSignedIn',
  WRONG_SHAPE: 'otherShape',
  NOT_FOUND: 'unknownRoom',
}

type Rest = Pick<RoomStatus, 'synced' | 'stopped' | 'lostWords' | 'broughtBackAt'>

export class RoomProvider {
  readonly #options: RoomOptions
  readonly #listeners = new Set<() => void>()
  readonly #incoming: Gather<Uint8Array>
  #document: RoomDocument & { readonly presence: Presence }
  #line: Line | null = null
  readonly #passes: PassHolder
  #epoch: number | null = null
  readonly #copy: KeptCopy
  #saved = nothingPending
  #connection: RoomStatus['connection'] = 'connecting'
  #answered = false
  #joinedAsReader = false
  #heldWhileAway = false
  #failures = 0
  /** The newest attempt to connect; what an older one brings home counts for nothing. */
  #attempt = 0
  #freshPasses = 0
  #syncedAt = Infinity
  #standing: Standing | null = null
  #access: Access | null = null
  #rest: Rest = {
    synced: false,
    stopped: null,
    lostWords: [],
    broughtBackAt: null,
  }
  #cancelRetry: () => void = () => undefined
  #cancelGrace: (() => void) | null = null
  #over = false
  #status: RoomStatus

  /** Begins at once; `destroy` ends it. */
  constructor(options: RoomOptions) {
    this.#options = options
    this.#passes = new PassHolder(options.fetchPass, options.clock)
    this.#incoming = new Gather(options.clock, handOnEvery, (updates) => this.#apply(updates))
    this.#copy = new KeptCopy(options.copies, options.root, {
      found: (found) => this.#found(found),
      lost: (words) => this.#change({ lostWords: [...this.#rest.lostWords, ...words] }),
      changed: () => this.#change({}),
    })
    this.#document = this.#newDocument()
    this.#status = this.#look()
    void this.#begin()
  }

  /** The same object until something has changed. */
  readonly getStatus = (): RoomStatus => this.#status
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The browser says that there is a network again, or none. */
  networkChanged(online: boolean): void {
    if (this.#rest.stopped !== null || this.#over) return
    if (!online) return this.#line?.cut()
    this.#failures = 0
    if (this.#line === null) this.#connectSoon(0)
  }

  /** The writer has seen the words that could not be handed in. */
  putLostWordsAway(): void {
    this.#change({ lostWords: [] })
  }

  /** Tries again after a person did something about the reason: signed in again, reloaded a right. */
  tryAgain(): void {
    if (this.#rest.stopped === null || this.#over) return
    this.#passes.drop()
    this.#freshPasses = 0
    this.#connection = 'connecting'
    this.#change({ stopped: null })
    this.#connectSoon(0)
  }

  destroy(): void {
    this.#over = true
    this.#cancelRetry()
    this.#passes.stopRenewing()
    this.#cancelGrace?.()
    this.#line?.cut(1000)
    this.#incoming.clear()
    this.#document.presence.stop()
    this.#copy.close()
    this.#listeners.clear()
    this.#document.doc.destroy()
  }

  async #begin(): Promise<void> {
    const epoch = this.#copy.lastEpoch()
    if (epoch !== null) {
      this.#epoch = epoch
      await Promise.race([
        this.#copy.open(epoch, this.#document.doc),
        new Promise<void>((done) => this.#options.clock.after(longestCopyLoad, done)),
      ])
    }
    if (!this.#over) this.#connectSoon(0)
  }

  /** Words from before the page was loaded are as pending as those that were typed since. */
  #found({ brought, unsent }: Found): void {
    if (brought && unsent !== null) {
      this.#heldWhileAway = true
      this.#note({ kind: 'held', update: unsent })
    } else this.#change({})
    // Too late for what this connection has settled: the next one's first sync takes it along.
    if (brought && (this.#answered || this.#joinedAsReader)) this.#line?.cut()
  }

  #newDocument(): RoomDocument & { readonly presence: Presence } {
    const doc = new Y.Doc({ gc: true })
    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local && origin !== this) this.#wrote(update, transaction)
    })
    const presence = new Presence(doc, this.#options.clock, (update) => this.#line?.send(frames.awareness(update)))
    return { doc, awareness: presence.awareness, presence }
  }

  #wrote(update: Uint8Array, { beforeState, doc }: Y.Transaction): void {
    if (this.#rest.stopped !== null || this.#access !== 'write') return
    this.#copy.wrote(doc.clientID, beforeState.get(doc.clientID) ?? 0)
    if (this.#connection === 'offline') this.#heldWhileAway = true
    const line = this.#answered && this.#line?.isOpen === true ? this.#line : null
    this.#note({ kind: line === null ? 'held' : 'sent', update })
    line?.send(frames.update(update))
  }

  #connectSoon(ms: number): void {
    this.#cancelRetry()
    this.#cancelRetry = this.#options.clock.after(ms, () => void this.#connect())
  }

  async #connect(): Promise<void> {
    const attempt = ++this.#attempt
    const answer = await this.#passes.usable()
    if (attempt !== this.#attempt || this.#over || this.#line !== null || this.#rest.stopped !== null) return
    if (answer === 'unreachable') return this.#comeBackLater()
    if ('refusal' in answer) return this.#stop(reasonOf[answer.refusal.code] ?? 'rightEnded', answer.refusal)
    // Until the room says more exactly what one may do in it.
    if (this.#standing === null) this.#access = answer.pass.access
    this.#open(answer.pass)
  }

  #open(pass: Pass): void {
    this.#answered = false
    const line: Line = new Line(pass, this.#options.openSocket, this.#options.clock, {
      opened: () => {
        this.#note({ kind: 'opened' })
        line.send(frames.stateVector(Y.encodeStateVector(this.#document.doc)))
        this.#document.presence.comeIn()
      },
      heard: (bytes) => this.#heard(bytes),
      ended: (code) => {
        if (line === this.#line) this.#ended(code)
      },
      // A service that says that it is behind is not expected to answer.
      waits: () => !line.isOpen || (!this.#isBehind && this.#saved.pending.some(({ n }) => n !== null)),
      ask: () => line.send(frames.queryAwareness()),
    })
    this.#line = line
  }

  #heard(bytes: Uint8Array): void {
    try {
      this.#take(readMessage(bytes))
    } catch (error) {
      this.#options.report(error)
      this.#line?.cut()
    }
  }

  #take(message: ServerMessage): void {
    switch (message.kind) {
      case 'standing':
        return this.#stand(message.standing)
      case 'state-vector':
        return this.#answer(message.stateVector)
      case 'update':
        this.#incoming.add(message.update)
        if (message.answer) this.#synced()
        return
      case 'awareness':
        return this.#document.presence.hear(message.update)
      case 'query-awareness':
        return this.#document.presence.tellNow()
      case 'saved':
        return this.#note({ kind: 'committed', n: message.n, seq: message.seq, at: this.#options.clock.now() })
      case 'lease':
        return this.#passes.renewIn(message.ms * 0.8, (token) => this.#line?.send(frames.renewLease(token)))
      case 'unknown':
    }
  }

  get #isBehind(): boolean {
    return this.#standing?.reason === 'service-behind'
  }

  #stand(standing: Standing): void {
    if (this.#epoch !== null && this.#epoch !== standing.epoch) return this.#renew()
    if (this.#epoch === null) {
      this.#epoch = standing.epoch
      void this.#copy.open(standing.epoch, this.#document.doc)
    }
    this.#standing = standing
    // A room that takes no text says so by its state; the right to write in it stays what it was.
    const access = standing.access === 'write' && standing.state !== 'open' ? 'read' : standing.access
    const mayWriteAgain = this.#access !== 'write' && access === 'write'
    this.#access = access
    // What this connection was not told, or was told and did not take, is settled by the next one's first sync.
    if (mayWriteAgain && (this.#joinedAsReader || this.#saved.pending.length > 0)) return this.#line?.cut()
    this.#giveGrace()
    this.#change({})
  }

  /** Whoever may not write any more is shown what is not on record, unless it arrives in time. */
  #giveGrace(): void {
    this.#cancelGrace?.()
    this.#cancelGrace = null
    if (this.#access === 'write' || this.#saved.pending.length === 0) return
    this.#cancelGrace = this.#options.clock.after(graceMs, () => {
      if (this.#saved.pending.length > 0) this.#renew()
    })
  }

  /** The server's state vector: all that it lacks goes out as one, with whatever was held. A reader may not add it. */
  #answer(stateVector: Uint8Array): void {
    const update = Y.encodeStateAsUpdate(this.#document.doc, stateVector)
    this.#joinedAsReader = this.#access !== 'write'
    if (this.#joinedAsReader) {
      this.#note({ kind: 'compared', update })
      return this.#giveGrace()
    }
    this.#answered = true
    this.#note({ kind: 'answered', update })
    this.#line?.send(frames.answer(update))
  }

  #synced(): void {
    this.#incoming.flush()
    this.#connection = 'open'
    this.#syncedAt = this.#options.clock.now()
    this.#change({ synced: true })
  }

  #apply(updates: Uint8Array[]): void {
    try {
      const { doc } = this.#document
      this.#options.beforeRemote()
      Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update, this)), this, false)
    } catch (error) {
      // Yjs has taken the words in before it tells its observers; what threw is the editor's binding.
      this.#options.report(error)
    }
  }

  #ended(code: number): void {
    this.#line = null
    this.#answered = this.#joinedAsReader = false
    this.#passes.stopRenewing()
    if (this.#over) return
    // Only a connection that held for a while says that the next one may be tried at once.
    if (this.#options.clock.now() - this.#syncedAt > steadyMs) this.#failures = this.#freshPasses = 0
    this.#syncedAt = Infinity
    this.#document.presence.forgetOthers()
    const reason = closeReason(code)
    switch (closeBehaviour(code)) {
      case 'stop':
        return this.#stop(reason ?? 'malformed', null)
      case 'renew':
        return this.#renew()
      case 'new-pass':
        this.#passes.drop()
        if (this.#freshPasses++ === 0) return this.#connectSoon(0)
        return reason === 'notSignedIn' ? this.#stop(reason, null) : this.#comeBackLater()
      case 'retry':
        return this.#comeBackLater()
    }
  }

  #comeBackLater(): void {
    this.#connection = 'offline'
    this.#connectSoon(backoff(this.#failures++, this.#options.random))
    this.#change({})
  }

  #stop(reason: CloseReason, refusal: EnterRefusal | null): void {
    this.#connection = 'stopped'
    this.#attempt += 1
    this.#cancelRetry()
    const stopped: Stopped = { reason, refusal }
    const stays = keepsCopy.has(reason) && this.#copy.holds
    if (!keepsCopy.has(reason)) this.#copy.giveUp()
    this.#change({ stopped, ...(!stays && this.#showAsLost()) })
  }

  /** This document cannot be handed in any more: show what it holds of one's own, and begin with an empty one. */
  #renew(): void {
    const lost = this.#showAsLost()
    const old = this.#document
    this.#copy.giveUp()
    this.#epoch = null
    this.#standing = null
    this.#passes.drop()
    this.#incoming.clear()
    old.presence.stop()
    this.#cancelGrace?.()
    this.#cancelGrace = null
    this.#document = this.#newDocument()
    this.#connection = 'connecting'
    this.#change({ synced: false, ...lost })
    // After the page has let go of it.
    this.#options.clock.after(0, () => old.doc.destroy())
    const line = this.#line
    this.#line = null
    line?.cut(1000)
    this.#attempt += 1
    this.#connectSoon(backoff(this.#failures++, this.#options.random))
  }

  /** Nothing is pending any more: its writer sees it. */
  #showAsLost(): Pick<Rest, 'lostWords'> {
    const words = this.#pendingWords()
    this.#saved = savedState(this.#saved, { kind: 'given-up' })
    return { lostWords: [...this.#rest.lostWords, ...words] }
  }

  #pendingWords(): string[] {
    return unsavedWords(this.#document.doc.getXmlFragment(this.#options.root), this.#saved.pending.map(({ update }) => update))
  }

  #note(event: SavedEvent): void {
    const before = this.#saved.pending.length
    this.#saved = savedState(this.#saved, event)
    if (before > 0 && this.#saved.pending.length === 0) this.#copy.saved()
    if (event.kind === 'committed' && before > 0 && this.#saved.pending.length === 0 && this.#heldWhileAway) {
      this.#heldWhileAway = false
      this.#change({ broughtBackAt: event.at })
    } else {
      this.#change({})
    }
  }

  #change(rest: Partial<Rest>): void {
    this.#rest = { ...this.#rest, ...rest }
    this.#status = this.#look()
    for (const listener of this.#listeners) listener()
  }

  #look(): RoomStatus {
    const { pending, savedAt, seq } = this.#saved
    const onDevice = this.#copy.holds
    return {
      ...this.#rest,
      connection: this.#connection,
      document: this.#document,
      access: this.#access,
      standing: this.#standing,
      saved: { kind: savedKind(this.#connection, pending.length, onDevice, this.#isBehind), onDevice, at: savedAt, seq },
    }
  }
}
