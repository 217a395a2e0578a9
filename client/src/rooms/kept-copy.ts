// Rooms: the copy on this device through a provider's life. Given up only when what it holds unsent is known.
import type * as Y from 'yjs'
import type { Found, LocalCopies, LocalCopy } from './ports.js'
import { unsavedWords } from './unsaved-words.js'

type Events = Readonly<{
  /** The copy of the document that is in use has been read. */
  found(found: Found): void
  /** A copy that was given up before it was read held these words. */
  lost(words: string[]): void
  /** `holds` has changed. */
  changed(): void
}>

type Kept = { copy: LocalCopy; epoch: number }

export class KeptCopy {
  readonly #copies: LocalCopies | null
  readonly #root: string
  readonly #events: Events
  #kept: Kept | null = null
  #closed = false

  /** `copies` is null where nothing may be kept; `root` is the fragment whose words are shown. */
  constructor(copies: LocalCopies | null, root: string, events: Events) {
    this.#copies = copies
    this.#root = root
    this.#events = events
  }

  lastEpoch(): number | null {
    return this.#copies?.lastEpoch() ?? null
  }

  /** Resolves when the copy was read. */
  async open(epoch: number, doc: Y.Doc): Promise<void> {
    if (this.#copies === null) return
    const kept: Kept = { copy: this.#copies.open(epoch, doc, this.#events.changed), epoch }
    this.#kept = kept
    const found = await kept.copy.loaded
    if (this.#closed) return
    if (kept === this.#kept) this.#events.found(found)
    else if (found.unsent !== null) this.#events.lost(unsavedWords(doc.getXmlFragment(this.#root), [found.unsent]))
  }

  get holds(): boolean {
    return this.#kept?.copy.holds ?? false
  }

  wrote(client: number, clock: number): void {
    this.#kept?.copy.wrote(client, clock)
  }

  saved(): void {
    this.#kept?.copy.saved()
  }

  /** The document of this copy cannot be handed in any more: the copy goes as soon as it has been read. */
  giveUp(): void {
    const kept = this.#kept
    this.#kept = null
    void kept?.copy.loaded.then(() => {
      kept.copy.close()
      if (!this.#closed) this.#copies?.forget(kept.epoch)
    })
  }

  close(): void {
    this.#closed = true
    this.#kept?.copy.close()
  }
}
