// Collab: what a room knows of its document without holding one: how far each client has come, and what is deleted.
import * as decoding from 'lib0/decoding'
import type { Folded } from './folder.js'
import { Children } from './children.js'
import { DeletedRanges } from './deleted-ranges.js'

/** How far one client has come. `next` counts what was accepted, `committed` what is in the log. */
export type Progress = { next: number; committed: number }

export class Knowledge {
  readonly clients = new Map<number, Progress>()
  /** Committed deletions only: a deletion that is twice in the queue is twice in the log, which changes nothing. */
  readonly deleted = new DeletedRanges()
  /** Accepted ones too. */
  readonly children: Children

  constructor(children = new Children()) {
    this.children = children
  }

  next(client: number): number {
    return this.clients.get(client)?.next ?? 0
  }

  committed(client: number): number {
    return this.clients.get(client)?.committed ?? 0
  }

  accept(client: number, end: number): void {
    const progress = this.clients.get(client)
    if (progress === undefined) this.clients.set(client, { next: end, committed: 0 })
    else if (end > progress.next) progress.next = end
  }

  commit(client: number, end: number): void {
    const progress = this.clients.get(client)
    if (progress === undefined) this.clients.set(client, { next: end, committed: end })
    else {
      if (end > progress.committed) progress.committed = end
      if (end > progress.next) progress.next = end
    }
  }

  /** Forgets what was accepted but never reached the log. */
  rollBack(): void {
    for (const [client, progress] of this.clients) {
      if (progress.committed === 0) this.clients.delete(client)
      else progress.next = progress.committed
    }
    this.children.rollBack((client) => this.committed(client))
  }

  static *vectorOf(stateVector: Uint8Array): Generator<readonly [client: number, clock: number]> {
    const decoder = decoding.createDecoder(stateVector)
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      yield [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    }
  }

  /** Takes over what a snapshot says of itself; it comes from our own fold and is trusted. */
  static of({ stateVector, deletions, children }: Folded): Knowledge {
    const knowledge = new Knowledge(Children.decode(children))
    for (const [client, clock] of Knowledge.vectorOf(stateVector)) knowledge.commit(client, clock)
    knowledge.addDeletions(deletions)
    return knowledge
  }

  /** Those that a snapshot's delete set names. */
  addDeletions(deletions: Uint8Array): void {
    const set = decoding.createDecoder(deletions)
    for (let clients = decoding.readVarUint(set); clients > 0; clients--) {
      const client = decoding.readVarUint(set)
      for (let ranges = decoding.readVarUint(set); ranges > 0; ranges--) {
        const from = decoding.readVarUint(set)
        this.deleted.add(client, from, from + decoding.readVarUint(set))
      }
    }
  }
}
