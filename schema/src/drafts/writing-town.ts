// Drafts: for tests, people who write one text, each with a document of their own, and the log of what they sent.
import * as Y from 'yjs'
import type { MandateId, PersonId } from '../kernel/index.js'
import { Attribution, type AttributedRow } from './attribution.js'
import { draftRoot, readDraft } from './draft-doc.js'
import { blockTexts } from './plain-text.js'

type Writer = { doc: Y.Doc; sent: Uint8Array[] }

export class WritingTown {
  readonly rows: AttributedRow[] = []
  readonly #writers = new Map<string, Writer>()

  constructor(...names: string[]) {
    for (const [at, name] of names.entries()) {
      const writer: Writer = { doc: new Y.Doc(), sent: [] }
      writer.doc.clientID = at + 1
      writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'received') writer.sent.push(update)
      })
      this.#writers.set(name, writer)
    }
  }

  doc(name: string): Y.Doc {
    return this.#writers.get(name)!.doc
  }

  root(name: string): Y.XmlFragment {
    return this.doc(name).getXmlFragment(draftRoot)
  }

  /** The text of the block with this id, in somebody's own document. */
  text(name: string, id: string): Y.XmlText {
    const found = [...this.root(name).createTreeWalker(() => true)].find(
      (each) => each instanceof Y.XmlText && (each.parent as Y.XmlElement).getAttribute('id') === id,
    )
    if (found === undefined) throw new Error(`${name} sees no block ${id}`)
    return found as Y.XmlText
  }

  /** One person does something, in one transaction, which nobody else sees before `deliver`. */
  alone(name: string, act: () => void): this {
    this.doc(name).transact(act, name)
    return this
  }

  /** The same, and everybody sees it at once. */
  does(name: string, act: () => void): this {
    return this.alone(name, act).deliver(name)
  }

  /** What these have sent reaches the log, in that order, and everybody; `asOne` as a provider that batches would. */
  deliver(...names: string[]): this {
    for (const name of names) this.#send(name, (updates) => updates)
    return this
  }

  deliverAsOne(name: string): this {
    this.#send(name, (updates) => [Y.mergeUpdates(updates)])
    return this
  }

  #send(name: string, cut: (updates: Uint8Array[]) => Uint8Array[]): void {
    const updates = cut(this.#writers.get(name)!.sent.splice(0))
    this.rows.push({ sender: { person: name, mandate: `m-${name}` }, updates })
    for (const { doc } of this.#writers.values()) for (const update of updates) Y.applyUpdate(doc, update, 'received')
  }

  /** A row that the server writes. */
  serverSends(update: Uint8Array, authors: unknown): this {
    this.rows.push({ sender: { person: 'server', mandate: 'server' }, updates: [update], authors })
    for (const { doc } of this.#writers.values()) Y.applyUpdate(doc, update, 'received')
    return this
  }

  attribution(): Attribution {
    return new Attribution().feed(this.rows)
  }

  /** The text with its authors: `[oda:Formålet er][birk< oda: at lære]` where Birk copied what Oda wrote. */
  told(attribution = this.attribution()): string {
    const texts = blockTexts(readDraft(attribution.doc.getXmlFragment(draftRoot)).json)
    return attribution
      .runs()
      .map(({ block, from, to, person, source, copiedBy }) => {
        const who = copiedBy === null ? (source ?? person) : `${copiedBy.person}<${source ?? person}`
        return `[${who}:${texts.get(block)!.slice(from, to)}]`
      })
      .join('')
  }
}

/** A block with text, ready to be inserted. */
export function aBlock(id: string, text: string, name = 'paragraph'): Y.XmlElement {
  const block = new Y.XmlElement(name)
  block.setAttribute('id', id)
  block.insert(0, [new Y.XmlText(text)])
  return block
}

export const person = (name: string) => ({ person: name as PersonId, mandate: `m-${name}` as MandateId })
