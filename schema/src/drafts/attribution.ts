// Drafts: `attribution:v1`. Who wrote which characters of a text, computed by replaying its log. SPEC.md, AT1 to AT15.
import * as Y from 'yjs'
import { authorOf, isAuthorMap, type AuthorMap } from './author-map.js'
import { type Author, personKey } from './author.js'
import { Clipboard } from './clipboard.js'
import { RoomTexts, shortestCopy } from './copies.js'
import { Credits } from './credits.js'
import { draftRoot } from './draft-doc.js'
import { deadText, isNew, itemsIn, newText } from './items.js'
import { unknownPart } from './known-part.js'
import { matchRemoved } from './match-removed.js'
import { creditedRuns, type CreditedRun, type RemovedRun, removedRuns } from './credited-runs.js'
import { Effort } from './shared-parts.js'
import { stretchesOf, stretchOf } from './stretch.js'

/** AT15: the version of the rules. A seal names it, and an old version stays computable. */
export const attributionVersion = 'attribution:v1'

/** What attribution needs of a row of the log; `LogRow` of the rooms fits. */
export type AttributedRow = Readonly<{
  sender: Readonly<{ person: string | null; mandate: string }>
  updates: readonly Uint8Array[]
  authors?: unknown
}>

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Removals that an update may name although somebody else was quicker: as far back as this many of them (AT5). */
const recentRemovals = 500
/** Trivial updates are applied in bundles: a transaction of its own would cost more than the update. */
const bundle = 500

/**
 * Feed the rows of one room in the order in which they were received, ask at any time. The same rows give the same
 * answer, however they are cut into calls. About 15 µs for a key stroke; a paste is looked at closely.
 */
export class Attribution {
  readonly #doc = new Y.Doc({ gc: false })
  readonly #credits = new Credits()
  readonly #texts = new RoomTexts()
  readonly #clipboards = new Map<string, Clipboard>()
  /** By person, the count of removals at that person's last update. */
  readonly #sawRemovals = new Map<string, number>()
  #removals = 0
  #trivial: Uint8Array[] = []

  feed(rows: Iterable<AttributedRow>): this {
    for (const { sender, updates, authors } of rows) {
      const author = authorFrom(sender)
      for (const update of updates) {
        const decoded = Y.decodeUpdate(update)
        if (isAuthorMap(authors)) this.#takeServers(update, decoded, author, authors)
        else if (this.#isTrivial(decoded)) this.#takeTrivial(update, decoded, author)
        else this.#take(update, decoded, author)
        this.#sawRemovals.set(personKey(author), this.#removals)
      }
    }
    return this
  }

  /** AT14: the text of now as runs of one author, per block, in document order. */
  runs(): CreditedRun[] {
    this.#flush()
    return creditedRuns(this.#doc.getXmlFragment(draftRoot), this.#credits)
  }

  /** AT11: all that was ever deleted, with who wrote it and who deleted it. */
  removed(): RemovedRun[] {
    this.#flush()
    return removedRuns(this.#doc.getXmlFragment(draftRoot), this.#credits)
  }

  /** AT11: who deleted a unit of text first; null while it stands. */
  deletedBy(client: number, clock: number): Author | null {
    return this.#credits.author(this.#credits.ledger(client).deletedBy[clock] ?? 0)
  }

  /** The document as it stands, with all that was ever deleted (`gc: false`). Read only. */
  get doc(): Y.Doc {
    this.#flush()
    return this.#doc
  }

  /** AT3: one or two letters typed or deleted need no search, unless they may bring back what they stand beside. */
  #isTrivial({ structs, ds }: Decoded): boolean {
    const [struct] = structs
    if (struct === undefined) {
      const [[client, ranges] = [0, []]] = ds.clients
      if (ds.clients.size > 1 || ranges.length > 1) return false
      // Only text: with an element goes what others wrote into it meanwhile, which the update does not name.
      return ranges.every(({ clock, len }) => {
        const { author } = this.#credits.ledger(client)
        return len <= 2 && (author[clock] ?? 0) > 0 && (author[clock + len - 1] ?? 0) > 0
      })
    }
    if (structs.length > 1 || ds.clients.size > 0 || !(struct instanceof Y.Item)) return false
    if (!(struct.content instanceof Y.ContentString) || struct.length > 2) return false
    const { author } = this.#credits.ledger(struct.id.client)
    // Begun before: looked at closely.
    if (struct.length === 2 && (author[struct.id.clock] ?? 0) > 0 && (author[struct.id.clock + 1] ?? 0) === 0) return false
    const beside = struct.rightOrigin
    return beside === null || (this.#credits.ledger(beside.client).deletedBy[beside.clock] ?? 0) === 0
  }

  #takeTrivial(update: Uint8Array, decoded: Decoded, author: Author): void {
    const number = this.#credits.number(author)
    this.#creditNew(decoded, number)
    for (const [client, ranges] of decoded.ds.clients) {
      for (const { clock, len } of ranges) this.#remove(client, clock, len, number)
    }
    if (decoded.ds.clients.size > 0) this.#removals++
    if (this.#trivial.push(update) >= bundle) this.#flush()
  }

  #flush(): void {
    if (this.#trivial.length === 0) return
    const updates = this.#trivial
    this.#trivial = []
    this.#doc.transact((transaction) => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
      for (const type of transaction.changed.keys()) this.#texts.changed(type)
    })
  }

  /** What is new belongs to the sender until a rule finds its source. Read off the update, not the document. */
  #creditNew({ structs }: Decoded, number: number): void {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      const { client, clock } = struct.id
      const { author } = this.#credits.ledger(client, clock + struct.length)
      for (let at = clock; at < clock + struct.length; at++) if (author[at] === 0) author[at] = number
    }
  }

  /** AT11: the first person whose update deleted a unit. */
  #remove(client: number, clock: number, len: number, number: number): void {
    const { deletedBy, deletedAt } = this.#credits.ledger(client, clock + len)
    for (let at = clock; at < clock + len; at++) {
      if (deletedBy[at] !== 0) continue
      deletedBy[at] = number
      deletedAt[at] = this.#removals + 1
    }
  }

  #take(whole: Uint8Array, wholeDecoded: Decoded, author: Author): void {
    this.#flush()
    const update = unknownPart(this.#doc, whole, wholeDecoded)
    const decoded = update === whole ? wholeDecoded : Y.decodeUpdate(update)
    if (
      decoded.structs.some(({ length, content }: any) => content instanceof Y.ContentString && length >= shortestCopy)
    ) {
      this.#texts.refresh(this.#credits)
    }
    const number = this.#credits.number(author)
    this.#doc.transact((transaction) => {
      Y.applyUpdate(this.#doc, update)
      this.#creditNew(decoded, number)
      const { removed, died } = this.#removedBy(transaction, decoded, author, number)
      const alive: Y.Item[] = []
      const brief: Y.Item[] = []
      for (const item of newText(transaction)) (died.has(item) ? brief : alive).push(item)
      const sources = stretchesOf(removed, this.#credits)
      const briefOnes = stretchesOf(new Set(this.#withoutUndone(transaction, brief, number)), this.#credits)
      const effort = new Effort()
      matchRemoved(briefOnes, sources, effort)
      const targets = stretchesOf(new Set(this.#withoutUndone(transaction, alive, number)), this.#credits)
      matchRemoved(targets, [...sources, ...briefOnes.map((stretch) => stretch.fresh())], effort)
      const clipboard = this.#clipboardOf(author)
      for (const target of targets) {
        clipboard.match(target, effort)
        for (const { at, source, from, len } of this.#texts.copiesIn(target, effort)) {
          target.creditAs(at, len, source, from, number)
        }
      }
      for (const stretch of sources) {
        clipboard.put(stretch.fresh())
        this.#texts.removed(stretch.fresh())
      }
      for (const type of transaction.changed.keys()) this.#texts.changed(type)
      for (const item of [...alive, ...brief]) this.#texts.changed(item.parent)
    })
  }

  /**
   * AT5: what this update removed, with what it names although somebody else had removed it a moment before; and apart
   * what it brought and removed itself (AT9).
   */
  #removedBy(transaction: Y.Transaction, decoded: Decoded, author: Author, number: number) {
    const removed = new Set<Y.Item>()
    const died = new Set<Y.Item>()
    const since = Math.min(this.#sawRemovals.get(personKey(author)) ?? 0, this.#removals - recentRemovals)
    for (const [client, ranges] of decoded.ds.clients) {
      const { deletedBy, deletedAt } = this.#credits.ledger(client)
      for (const { clock, len } of ranges) {
        for (const item of itemsIn(transaction, client, clock, len)) {
          if (!(item.content instanceof Y.ContentString)) continue
          const by = deletedBy[item.id.clock] ?? 0
          if (isNew(transaction, item)) died.add(item)
          else if (by === 0) removed.add(item)
          else if ((deletedAt[item.id.clock] ?? 0) > since && !this.#credits.samePerson(by, number)) removed.add(item)
        }
      }
    }
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const { clock, len } of ranges) {
        for (const item of itemsIn(transaction, client, clock, len)) {
          if (item.content instanceof Y.ContentString) (isNew(transaction, item) ? died : removed).add(item)
        }
        this.#remove(client, clock, len, number)
      }
    }
    if (transaction.deleteSet.clients.size > 0) this.#removals++
    return { removed, died }
  }

  /** AT4: an item whose right origin is the dead item with the same words is an undo, and takes its authors. */
  #withoutUndone(transaction: Y.Transaction, items: readonly Y.Item[], number: number): Y.Item[] {
    return items.filter((item) => {
      const origin = item.rightOrigin
      const dead = origin === null ? null : deadText(transaction, origin, item.length)
      if (origin === null || dead === null) return true
      const source = stretchOf(dead, null, this.#credits)
      const words = (item.content as Y.ContentString).str
      if (!source.text.startsWith(words)) return true
      const by = this.#credits.ledger(origin.client).deletedBy[origin.clock] ?? 0
      if (words.length === 1 && !this.#credits.samePerson(by, number)) return true
      stretchOf([item], null, this.#credits).creditAs(0, words.length, source, 0)
      return false
    })
  }

  #clipboardOf(author: Author): Clipboard {
    const key = personKey(author)
    let clipboard = this.#clipboards.get(key)
    if (clipboard === undefined) this.#clipboards.set(key, (clipboard = new Clipboard()))
    return clipboard
  }

  /** AT10: what the server wrote says itself whose it is. */
  #takeServers(update: Uint8Array, decoded: Decoded, author: Author, map: AuthorMap): void {
    this.#flush()
    const number = this.#credits.number(author)
    const ledger = this.#credits.ledger(map.client)
    for (const [clock, len, who] of map.by) {
      ledger.reach(clock + len)
      ledger.author.fill(this.#credits.number(authorOf(map.who[who]!)), clock, clock + len)
    }
    for (const [clock, len, oldClient, oldClock] of map.carry) {
      ledger.reach(clock + len)
      const old = this.#credits.ledger(oldClient, oldClock + len)
      ledger.author.set(old.author.slice(oldClock, oldClock + len), clock)
      ledger.copiedBy.set(old.copiedBy.slice(oldClock, oldClock + len), clock)
    }
    this.#creditNew(decoded, number)
    this.#doc.transact((transaction) => {
      Y.applyUpdate(this.#doc, update)
      for (const [client, ranges] of transaction.deleteSet.clients) {
        for (const { clock, len } of ranges) this.#remove(client, clock, len, number)
      }
      if (transaction.deleteSet.clients.size > 0) this.#removals++
      for (const type of transaction.changed.keys()) this.#texts.changed(type)
      for (const struct of decoded.structs) {
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
          this.#texts.changed(Y.getItem(this.#doc.store, struct.id).parent)
        }
      }
    })
  }
}

/** A row that the server sent without saying whose it is has nobody who vouches for it. */
const authorFrom = ({ person, mandate }: AttributedRow['sender']): Author =>
  person === 'server'
    ? { person: null, mandate: null, source: 'import' }
    : ({ person, mandate, source: null } as Author)
