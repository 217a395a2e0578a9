// Rooms: one document's copy in this browser's IndexedDB. Our own and not y-indexeddb's: that one throws into Yjs when
// another tab, or the person, takes the storage away, and a document whose listener threw is silent for ever.
import * as Y from 'yjs'
import type { Found, LocalCopy } from './ports.js'
import { unsentSince } from './unsent.js'

/** Updates as they came, and for each of one's own clients the clock from which on its words are not on record. */
const [updates, unsent] = ['updates', 'unsent']
const version = 2
/** So many rows are written together as one. */
const packAt = 500

const nothing: Found = { brought: false, unsent: null }

export class DeviceCopy implements LocalCopy {
  readonly loaded: Promise<Found>
  readonly #doc: Y.Doc
  readonly #changed: () => void
  readonly #unsent = new Map<number, number>()
  #database: IDBDatabase | null = null
  #isRead = false
  #rows = 0
  #over = false

  constructor(name: string, doc: Y.Doc, changed: () => void) {
    this.#doc = doc
    this.#changed = changed
    doc.on('update', this.#write)
    this.loaded = this.#load(name).catch(() => {
      this.#lose()
      return nothing
    })
  }

  get holds(): boolean {
    return this.#database !== null && this.#isRead
  }

  wrote(client: number, clock: number): void {
    if (!this.#unsent.has(client)) this.#unsent.set(client, clock)
  }

  saved(): void {
    const clients = [...this.#unsent.keys()]
    this.#unsent.clear()
    if (clients.length > 0) this.#in((store) => clients.forEach((client) => store(unsent).delete(client)))
  }

  close(): void {
    this.#over = true
    this.#doc.off('update', this.#write)
    this.#database?.close()
    this.#database = null
  }

  async #load(name: string): Promise<Found> {
    const database = await openDatabase(name)
    if (this.#over) {
      database.close()
      return nothing
    }
    // Another tab deletes the database, or the browser takes it away: whoever does not let go stands in the way.
    database.onversionchange = database.onclose = () => this.#lose()
    this.#database = database
    const found = await new Promise<Found>((done, fail) => {
      const transaction = database.transaction([updates, unsent], 'readwrite')
      const rows = transaction.objectStore(updates).getAll() as IDBRequest<Uint8Array[]>
      const clients = transaction.objectStore(unsent).getAllKeys() as IDBRequest<number[]>
      const clocks = transaction.objectStore(unsent).getAll() as IDBRequest<number[]>
      let read = nothing
      clocks.onsuccess = () => {
        clients.result.forEach((client, at) => this.wrote(client, clocks.result[at]!))
        read = this.#apply(rows.result)
        this.#replace(transaction, Y.encodeStateAsUpdate(this.#doc))
        this.#mark(transaction)
      }
      transaction.oncomplete = () => done(read)
      transaction.onabort = () => fail(transaction.error ?? new Error('The copy could not be read.'))
    })
    this.#isRead = true
    if (!this.#over) this.#changed()
    return found
  }

  /** A row that is no update, or an editor that throws over one, must not cost the others. */
  #apply(rows: Uint8Array[]): Found {
    let brought = false
    const hear = () => (brought = true)
    this.#doc.on('update', hear)
    for (const row of rows) {
      try {
        Y.transact(this.#doc, () => Y.applyUpdate(this.#doc, row), this, false)
      } catch (error) {
        reportError(error)
      }
    }
    this.#doc.off('update', hear)
    return { brought, unsent: unsentSince(this.#doc, this.#unsent) }
  }

  readonly #write = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#in((store, transaction) => {
      store(updates).add(update)
      this.#mark(transaction)
      if (++this.#rows < packAt) return
      this.#rows = 0
      const rows = store(updates).getAll() as IDBRequest<Uint8Array[]>
      rows.onsuccess = () => this.#pack(transaction, rows.result)
    })
  }

  #mark(transaction: IDBTransaction): void {
    for (const [client, clock] of this.#unsent) transaction.objectStore(unsent).put(clock, client)
  }

  /** Another tab of the same person may write into the same copy: what is packed is what stands there. */
  #pack(transaction: IDBTransaction, rows: Uint8Array[]): void {
    const all = new Y.Doc({ gc: true })
    Y.transact(all, () => rows.forEach((row) => Y.applyUpdate(all, row)))
    this.#replace(transaction, Y.encodeStateAsUpdate(all))
    all.destroy()
  }

  #replace(transaction: IDBTransaction, all: Uint8Array): void {
    const store = transaction.objectStore(updates)
    store.clear()
    store.add(all)
  }

  /** Never throws: it is called while Yjs tells what has changed. */
  #in(write: (store: (name: string) => IDBObjectStore, transaction: IDBTransaction) => void): void {
    if (this.#database === null) return
    try {
      const transaction = this.#database.transaction([updates, unsent], 'readwrite')
      transaction.onabort = () => this.#lose()
      write((name) => transaction.objectStore(name), transaction)
    } catch {
      this.#lose()
    }
  }

  /** From now on the words are on the screen only, and `holds` says so. */
  #lose(): void {
    if (this.#over) return
    this.close()
    this.#changed()
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      const { result: database } = request
      if (!database.objectStoreNames.contains(updates)) database.createObjectStore(updates, { autoIncrement: true })
      if (!database.objectStoreNames.contains(unsent)) database.createObjectStore(unsent)
    }
    request.onerror = () => fail(request.error ?? new Error('The copy could not be opened.'))
    request.onsuccess = () => done(request.result)
  })
}
