// Collab: one room. Takes updates in, commits them, passes them on, answers those who come; holds no Y.Doc.
import type { CloseReason, RoomName, RoomState } from '@faellesrum/schema/rooms'
import { Attendance } from './attendance.js'
import { Children } from './children.js'
import type { Connection, Frame } from './connection.js'
import type { Folder } from './folder.js'
import type { Draft, DraftRoom, Journal, Saved } from './journal.js'
import type { Limits } from './limits.js'
import { Looks } from './looks.js'
import { LogReader } from './log-reader.js'
import type { Metrics } from './metrics.js'
import type { Clock, Log, Timers } from './ports.js'
import type { Relay } from './relay.js'
import { RoomText } from './room-text.js'
import { type Scan, scan, type ScanRefusal } from './scan.js'
import { type Scanned, splice } from './splice.js'
import { formerOwner, type Head, type Loaded, type Owner, type RoomStore } from './store/room-store.js'
import { wire } from './wire.js'

export type RoomPorts = Readonly<{
  store: RoomStore
  journal: Journal
  folder: Folder
  clock: Clock
  timers: Timers
  limits: Limits
  log: Log
  metrics: Metrics
  relay: Relay
  /** Throws the room out of memory; the next who comes loads it from the log. */
  evict(room: Room, words: string, offender: Connection | null, code: CloseReason): void
}>

const notNow = 'the text takes no changes now'
const mayNotWrite = 'you may read here, not write'

export class Room implements DraftRoom {
  readonly name: RoomName
  readonly epoch: number
  state: RoomState
  isEvicted = false
  /** Joins under way and connections: a room is unloaded when nobody holds it. */
  holders = 0
  cancelUnload: (() => void) | null = null
  readonly connections = new Set<Connection>()
  readonly attendance: Attendance
  readonly #ports: RoomPorts
  readonly #text: RoomText
  readonly #owners: Map<number, Owner>
  #looks: Looks | null = null
  #folding = false
  /** After a fold that failed: not again before the tail has doubled. */
  #foldFrom = 0
  readonly #log: LogReader

  constructor(name: RoomName, loaded: Loaded, ports: RoomPorts) {
    this.name = name
    this.epoch = loaded.epoch
    this.state = loaded.state
    this.#ports = ports
    this.#owners = new Map(loaded.owners)
    this.#text = new RoomText(loaded, ports.limits)
    this.attendance = new Attendance({
      ...ports,
      room: name,
      connections: this.connections,
      ownerOf: (client) => this.#owners.get(client),
      claim: (from, clients, blames) => this.claim(from, clients, blames),
    })
    this.#log = new LogReader({
      ...ports,
      room: name,
      text: this.#text,
      isOver: () => this.isEvicted,
      isWriting: () => ports.journal.last(this) !== null,
      taken: (updates) => this.#deliver(updates, null),
      failed: (error) => this.failed(error),
    })
    ports.relay.listen(name, (told, process) => {
      if (told.kind === 'presence') this.attendance.hearElsewhere(process, told.entries)
      else if (told.kind === 'whoIsThere') this.attendance.tellElsewhere()
      else if (told.epoch === this.epoch) {
        this.#log.hear(told.rows)
        this.#foldSoon()
      }
    })
  }

  /** Updates that no snapshot holds yet. */
  get tailLength(): number {
    return this.#text.tailLength
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    // The standing comes first: it holds the epoch, by which a client knows whether its own copy is of this document.
    connection.stand(this.state, this.epoch)
    connection.send(wire.askFor(this.#text.stateVector()))
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return
    this.attendance.leave(connection)
  }

  // ---- text ----

  /** Takes in a frame, or refuses it. A promise where the store has to be asked first. */
  receive(from: Connection, frame: Frame): void | Promise<void> {
    const { limits } = this.#ports
    const found = scan(frame.update, this.#text.knowledge, limits)
    if (typeof found === 'string') return this.#refuse(from, frame, found)
    if (!frame.answer && found.sections.reduce((sum, { structs }) => sum + structs, 0) > limits.structs) return this.#refuse(from, frame, 'tooLarge')
    const fresh = found.sections.filter(({ client, end }) => end > this.#text.knowledge.next(client))
    if (!found.news) this.#nothingNew(from, frame, found)
    else if (!from.writes) {
      // A document deletes by itself what lies in something deleted, so an honest reader's step 2 may name deletions.
      if (fresh.length > 0 || !frame.answer) return this.#mayNot(from, frame)
      this.#keepsNone(from, [frame.update], mayNotWrite, frame.n)
    } else if (this.state !== 'open') return this.#notNowUnlessOpen(from, frame, fresh.length > 0)
    else if (this.#text.bytes + frame.update.length > limits.document) return from.close('tooLarge', 'the text would grow too large')
    else {
      const unknown: number[] = []
      for (const { client } of fresh) {
        const owner = this.#owners.get(client)
        if (owner === undefined) unknown.push(client)
        else if (owner !== from.owner) return this.#foreign(from, owner)
      }
      if (unknown.length > 0) return this.claim(from, unknown).then((own) => (own ? this.receive(from, frame) : undefined))
      this.#accept(from, frame, found)
    }
    if (frame.answer) return this.#handedIn(from)
  }

  #accept(from: Connection, frame: Frame, found: Scan): void {
    const { journal, metrics } = this.#ports
    const offline = frame.answer
    for (const { client, end } of found.sections) this.#text.knowledge.accept(client, end)
    if (found.children !== null) this.#text.knowledge.children.putAll(found.children)
    let draft = from.draft
    // The newest row to be follows all that is accepted; an older one would overtake what this builds on.
    const follows = !found.crosses || journal.last(this) === draft
    if (draft === null || !follows || draft.offline !== offline) draft = from.draft = journal.draft(this, from, offline)
    draft.add({ bytes: this.#text.keep(frame.update), scan: found }, frame)
    metrics.updates.inc()
    metrics.bytes.inc(frame.update.length)
  }

  /** The room has all of it. Saved, if it is committed already; else as soon as that row is. */
  #nothingNew(from: Connection, frame: Frame, found: Scan): void {
    const isCommitted = found.sections.every(({ client, end }) => end <= this.#text.knowledge.committed(client))
    const last = isCommitted ? null : this.#ports.journal.last(this)
    if (last === null) from.saved([frame.n], this.#text.seq)
    else last.followers.push({ connection: from, n: frame.n })
  }

  #refuse(from: Connection, frame: Frame, refusal: ScanRefusal): void | Promise<void> {
    if (refusal === 'malformed') return from.close('malformed', 'not an update')
    if (refusal === 'tooLarge') return from.close('tooLarge', 'the update is too large')
    if (refusal === 'tooManyIds') return from.close('tooMany', 'too many client ids')
    if (!from.writes) return this.#mayNot(from, frame)
    // It goes on behind words that were not taken in, and waits to be told to come anew.
    if (from.diverged && from.ours) return
    if (from.handedIn || frame.answer) return from.close('resync', 'something is missing before this')
    // Typed before the first sync is through: its beginning comes with step 2. Held, and asked for again.
    const { limits, clock } = this.#ports
    from.heldBytes += frame.update.length
    if (from.heldBytes > limits.heldBytes) return from.close('resync', 'too much before the first sync')
    if (from.held.length === 0) {
      from.heldUntil = clock.now() + limits.heldMs
      from.send(wire.askFor(this.#text.stateVector()))
    }
    from.held.push({ ...frame, update: Uint8Array.from(frame.update) })
  }

  /** Whoever reads is sent away for text. Words that were under way when the right was lowered are shown by our client, which reads on. */
  #mayNot(from: Connection, frame: Frame): void | Promise<void> {
    if (from.lowered && from.ours) from.diverged = true
    else if (frame.answer) return this.#blame(from, 'rightEnded', mayNotWrite)
    else from.close('rightEnded', mayNotWrite)
  }

  async #handedIn(from: Connection): Promise<void> {
    from.handedIn = true
    from.heldUntil = Number.POSITIVE_INFINITY
    for (const frame of from.held.splice(0)) {
      if (from.isClosed) return
      await this.receive(from, frame)
    }
  }

  /** Between the thaw and its notice lies up to a second: nobody is sent away for what we have not heard of yet. */
  async #notNowUnlessOpen(from: Connection, frame: Frame, isText: boolean): Promise<void> {
    const { seq } = this.#text
    const [head] = await this.#ports.store.heads([this.name])
    this.stand(head ?? null)
    if (from.isClosed || this.isEvicted) return
    if (this.state === 'open') return this.receive(from, frame)
    // It may be text of others that we have not read yet, or what a document has deleted by itself.
    if (!from.ours && frame.answer && head!.seq > seq) return from.close('resync', 'the log has gone on elsewhere')
    if (frame.answer && !isText) this.#keepsNone(from, [frame.update])
    else this.#notNow(from)
    if (frame.answer) return this.#handedIn(from)
  }

  /** The room takes no text now. Our client shows its writer the words; any other is told to stop. */
  #notNow(from: Connection): void {
    from.diverged = true
    if (!from.ours) from.close('rightEnded', notNow)
  }

  /**
   * Deletions that are not taken in. Only what a document has deleted by itself is nobody's offence, and frame `n` is as good
   * as saved; for a deletion of text, of one's own from before the right ended, its writer comes to know.
   */
  #keepsNone(from: Connection, updates: readonly Uint8Array[], words = notNow, n: number | null = null): void {
    from.diverged = true
    if (from.ours && n === null) return
    const { base, updates: tail, seq } = this.#text.toFold()
    const seen = (this.#looks ??= new Looks(this.#ports)).shows(from, base, tail, updates)
    if (seen === null) return from.close('resync', 'too much to look at')
    const judge = async (): Promise<void> => {
      const isText = await seen
      if (isText && !from.ours) await this.#blame(from, 'rightEnded', words, seq)
      if (isText || n === null || from.isClosed) return
      from.diverged = from.lowered
      if (!from.lowered) from.saved([n], seq)
    }
    judge().catch((error: unknown) => {
      this.#ports.log.warn({ room: this.name, reason: String(error) }, 'it could not be told what somebody would delete')
      from.close('resync', 'it cannot be told what this would delete')
    })
  }

  /** Makes client ids this person's. False if one is somebody else's, and closed if that is held against them. */
  async claim(from: Connection, clients: readonly number[], blames = true): Promise<boolean> {
    for (let i = 0; i < clients.length; i++) {
      if (!from.mayBringId()) {
        from.close('tooMany', 'too many client ids')
        return false
      }
    }
    const { seq } = this.#text
    const owners = await this.#ports.store.claim(clients.map((client) => ({ room: this.name, client, owner: from.owner })))
    for (const [i, client] of clients.entries()) this.#owners.set(client, owners[i]!)
    if (owners.every((owner) => owner === from.owner)) return !from.isClosed
    if (blames) await this.#foreign(from, owners.find((owner) => owner !== from.owner)!, seq)
    return false
  }

  /** An id that is somebody else's; or one of a document from before the room was made anew, which is nobody's fault. */
  #foreign(from: Connection, owner: Owner, seq?: number): void | Promise<void> {
    if (owner === formerOwner) return from.close('otherEpoch', 'this text was made anew since')
    return this.#blame(from, 'clientIdTaken', 'this client id belongs to somebody else', seq)
  }

  /**
   * Whoever comes from a process that has read further in the log brings along what we have not read yet, text of others
   * too. That is our lack and not their fault: they come again, and we read on. `seq`: how far we had read when we looked.
   */
  async #blame(from: Connection, reason: 'clientIdTaken' | 'rightEnded', words: string, seq = this.#text.seq): Promise<void> {
    const [head] = await this.#ports.store.heads([this.name])
    if (from.isClosed || this.isEvicted) return
    if (head == null || head.epoch !== this.epoch || head.seq <= seq) return from.close(reason, words)
    this.stand(head)
    from.close('resync', 'the log has gone on elsewhere')
  }

  // ---- what the journal tells ----

  async committed(saved: readonly Saved[]): Promise<void> {
    if (this.isEvicted) return
    const taken: Scanned[] = []
    for (const { draft, seq } of saved) {
      if (seq > this.#text.seq + 1) await this.#log.readUpTo(seq)
      if (this.isEvicted) return
      // A commit may hold a hundred thousand: more than one call can be given.
      for (const one of this.#text.take(draft.scanned, seq)) taken.push(one)
    }
    for (const { draft, seq } of saved) {
      draft.from.saved(draft.frames, seq)
      for (const { connection, n } of draft.followers) connection.saved([n], seq)
    }
    const [{ draft }] = saved as [Saved]
    const only = saved.every((one) => one.draft.from === draft.from) ? draft.from : null
    this.#deliver(taken, only)
    this.#ports.relay.tell(this.name, {
      kind: 'rows',
      epoch: this.epoch,
      rows: saved.map(({ draft: { updates }, seq: at }) => ({ seq: at, updates })),
    })
    this.#log.readOnIfBehind()
    this.#foldSoon()
  }

  rejected(drafts: readonly Draft[], outcome: 'shut' | 'gone'): void {
    if (this.isEvicted) return
    if (outcome === 'gone') return this.#ports.evict(this, 'the document is another one now', null, 'otherEpoch')
    this.#text.knowledge.rollBack()
    for (const { from, offline, scanned, followers } of drafts) {
      if (offline && scanned.every(({ scan: { sections } }) => sections.length === 0)) this.#keepsNone(from, scanned.map(({ bytes }) => bytes))
      else this.#notNow(from)
      for (const { connection } of followers) this.#notNow(connection)
    }
    // The notice may have come and gone already: ask where the room stands rather than guess.
    void this.#ports.store.heads([this.name]).then(
      ([head]) => this.stand(head ?? null),
      () => {},
    )
  }

  poisoned(draft: Draft, error: Error): void {
    if (this.isEvicted) return
    this.#ports.log.error({ room: this.name, mandate: draft.sender.mandate, reason: error.message }, 'a row was refused by the store')
    this.#ports.evict(this, 'something here could not be saved', draft.from, 'malformed')
  }

  /** A fault of ours, and nobody's who writes: the room starts again from the log, with whoever comes back. */
  failed(error: unknown): void {
    this.#ports.log.error({ room: this.name, err: error }, 'a room starts again from the log')
    this.#ports.evict(this, 'the room starts again', null, 'evicted')
  }

  /** Where the room stands in the database. Tells everybody of a change; reads on if the log has gone on without us. */
  stand(head: Head | null): void {
    if (this.isEvicted) return
    if (head === null || head.epoch !== this.epoch) {
      return this.#ports.evict(this, 'the document is another one now', null, head === null ? 'unknownRoom' : 'otherEpoch')
    }
    if (head.seq > this.#text.seq && this.#ports.journal.last(this) === null) this.#log.readOn(head.seq)
    const changed = head.state !== this.state
    this.state = head.state
    for (const connection of this.connections) {
      if (this.state === 'open' && connection.diverged && connection.writes) connection.close('resync', 'the text is open again')
      else if (changed) connection.stand(this.state, this.epoch)
    }
  }

  // ---- passing on ----

  /** One frame per room and turn, where the updates can be joined; nothing to whom has sent all of it. */
  #deliver(updates: readonly Scanned[], sender: Connection | null): void {
    if (updates.length === 0) return
    const receivers = [...this.connections].filter((connection) => connection.synced && connection !== sender)
    if (receivers.length === 0) return
    const spliced = updates.length === 1 ? updates[0]!.bytes : splice(updates)
    const frames = spliced === null ? updates.map(({ bytes }) => wire.update(bytes)) : [wire.update(spliced)]
    for (const connection of receivers) for (const frame of frames) connection.send(frame)
    this.#ports.metrics.delivered.inc(frames.length * receivers.length)
  }

  /** Answers a step 1 out of what lies ready. */
  answer(connection: Connection, theirs: ReadonlyMap<number, number>): void {
    const { snapshot, before, answer } = this.#text.lackedBy(theirs)
    const updates = snapshot === null ? before : [snapshot, ...before]
    const size = updates.reduce((sum, { length }) => sum + length, answer.length)
    const isLarge = size > this.#ports.limits.largeAnswer
    if (isLarge && this.#answerLater(connection, theirs)) return
    connection.asked = null
    for (const frame of [...updates.map(wire.update), wire.answer(answer)]) {
      if (isLarge) connection.sendOwed(frame)
      else connection.send(frame)
    }
    if (connection.synced) return
    connection.synced = true
    this.attendance.welcome(connection)
  }

  /** A cheap question with a dear answer: who asks again waits, and is answered what they asked last. */
  #answerLater(connection: Connection, theirs: ReadonlyMap<number, number>): boolean {
    const { clock, limits, timers } = this.#ports
    const wait = connection.isOwed ? limits.largeAnswerEveryMs : connection.answeredAt + limits.largeAnswerEveryMs - clock.now()
    if (wait <= 0) {
      connection.answeredAt = clock.now()
      return false
    }
    const isWaiting = connection.asked !== null
    connection.asked = theirs
    if (isWaiting) return true
    timers.after(wait, () => {
      const asked = connection.asked
      connection.asked = null
      if (asked !== null && !connection.isClosed && !this.isEvicted) this.answer(connection, asked)
    })
    return true
  }

  // ---- snapshots ----

  #foldSoon(): void {
    const { limits } = this.#ports
    const { tailLength, tailBytes, snapshotBytes } = this.#text
    if (tailLength < this.#foldFrom) return
    // A fold costs by the whole text: one for every 500 letters would cost a long text more than all else.
    if (tailBytes < Math.min(snapshotBytes, limits.foldAgainBytes)) return
    if (tailLength >= limits.foldUpdates || tailBytes >= limits.foldBytes) void this.fold()
  }

  /** Makes a snapshot of what is committed, while people write on. False if it could not be made. */
  async fold(): Promise<boolean> {
    if (this.#folding || this.tailLength === 0 || this.isEvicted) return false
    this.#folding = true
    const { folder, store, metrics, log } = this.#ports
    const { base, updates, seq } = this.#text.toFold()
    try {
      const folded = await folder.fold(base, updates)
      const { hasElements } = this.#text.knowledge.children
      const snapshot = { seq, ...folded, children: hasElements ? Children.withElements(folded.children) : folded.children }
      await store.saveSnapshot(this.name, this.epoch, snapshot)
      this.#text.useSnapshot(snapshot, updates.length)
      this.#foldFrom = 0
      metrics.folds.inc({ outcome: 'made' })
      return true
    } catch (error) {
      metrics.folds.inc({ outcome: 'failed' })
      this.#foldFrom = updates.length * 2
      log.error({ room: this.name, seq, reason: error instanceof Error ? error.message : String(error) }, 'no snapshot could be made')
      return false
    } finally {
      this.#folding = false
    }
  }

  stop(): void {
    this.isEvicted = true
    this.attendance.stop()
    this.#ports.relay.forget(this.name)
    this.cancelUnload?.()
  }
}
