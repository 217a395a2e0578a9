// Drafts: brings a shared text to what it shall be with the least change, for what the server writes: acceptance, restore,
// import, harvest. Blocks are found by their ids; what must be made anew is carried from what it was made of (DR16).
import * as Y from 'yjs'
import { type AuthorMap, authorMapVersion, type AuthorRef } from './author-map.js'
import { built, freeIds, withIds } from './begin-draft.js'
import { canonicalize } from './canonical.js'
import { Carrying } from './carrying.js'
import { draftRoot, readDraft, takesText } from './draft-doc.js'
import { type DraftJson, type DraftNode, idOf } from './draft-json.js'
import { keptInOrder } from './kept-in-order.js'
import { standingBlocks } from './standing.js'
import { blockId } from './walk.js'
import { writeInline } from './write-inline.js'

/**
 * Who is credited with what comes new: runs of the wanted text, by its own block ids and in UTF-16 units within the
 * block; and who with all else that is new. What was there before stays its authors', also where it had to be rebuilt.
 */
export type WhoseWords = Readonly<{
  reason: AuthorMap['reason']
  /** The act that wrote it. */
  act: string | null
  otherwise: AuthorRef
  runs?: readonly Readonly<{ block: string; from: number; to: number; ref: AuthorRef }>[]
}>

/**
 * Changes `doc` (a copy of the text, for nobody else's eyes) into `wanted`, as one transaction under `client`, a client id
 * of the server, and answers that as one update with its author map; null where there is nothing to change. Blocks of
 * `wanted` with an id of the text are those blocks; others are new and get an id if they have none. Throws where what was
 * written does not read as wanted: that was no text as `readDraft` gives it, without faults.
 */
export function writeTarget(
  doc: Y.Doc,
  wanted: DraftJson,
  client: number,
  whose: WhoseWords,
): { update: Uint8Array; authors: AuthorMap } | null {
  const root = doc.getXmlFragment(draftRoot)
  const before = standingBlocks(root)
  const now = readDraft(root).json
  const nextId = freeIds(wanted, now)
  /** What blocks that were given an id are called in `wanted`, where their words are credited. */
  const names = new Map<string, string>()
  const give = (was: string | null): string => {
    const id = nextId()
    if (was !== null) names.set(id, was)
    return id
  }
  // One that is only called after its Y item (DR6) may stay so as long as it stays.
  const named = withIds(wanted, give, (id) => before.blocks.has(id) || blockId.test(id))
  const writing = new Writing(before.ids, now, nextId)
  doc.clientID = client
  const from = Y.getState(doc.store, client)
  let update: Uint8Array | null = null
  const hear = (made: Uint8Array): void => void (update = made)
  doc.on('update', hear)
  doc.transact(() => {
    writing.children(root, named.content)
    writing.keepNames(root)
  })
  doc.off('update', hear)
  if (update === null) return null
  const made = withIds(readDraft(root).json, (id) => writing.renamed.get(id!)!, (id) => !writing.renamed.has(id))
  if (canonicalize(made) !== canonicalize(named)) throw new TypeError('this is no text that could be written')

  const after = standingBlocks(root)
  const carrying = new Carrying(update, client, from)
  for (const { id, runs } of after.blocks.values()) carrying.took(writing.renamed.get(id) ?? id, runs)
  for (const { id, runs } of before.blocks.values()) carrying.had(id, runs)
  const { carry, fresh } = carrying.settle()
  const who: AuthorRef[] = []
  const by: [number, number, number][] = []
  for (const { block, at, clock, len } of fresh) {
    for (const piece of credited(names.get(block) ?? block, at, at + len, whose)) {
      let index = who.indexOf(piece.ref)
      if (index < 0) index = who.push(piece.ref) - 1
      by.push([clock + piece.from - at, piece.to - piece.from, index])
    }
  }
  return { update, authors: { v: authorMapVersion, client, reason: whose.reason, act: whose.act, by, carry, who } }
}

/** Who is credited with [from, to) of a block, piece by piece. */
function credited(block: string, from: number, to: number, { otherwise, runs = [] }: WhoseWords): { from: number; to: number; ref: AuthorRef }[] {
  const pieces: { from: number; to: number; ref: AuthorRef }[] = []
  let at = from
  const own = runs.filter((run) => run.block === block && run.to > from && run.from < to).sort((a, b) => a.from - b.from)
  for (const run of own) {
    const start = Math.max(at, run.from)
    const end = Math.min(to, run.to)
    if (start > at) pieces.push({ from: at, to: start, ref: otherwise })
    if (end > start) pieces.push({ from: start, to: end, ref: run.ref })
    at = Math.max(at, end)
  }
  if (at < to) pieces.push({ from: at, to, ref: otherwise })
  return pieces
}

class Writing {
  readonly #ids: ReadonlyMap<Y.XmlElement, string>
  /** Ids that were given to blocks made anew, and what these are called in the wanted text. */
  readonly renamed = new Map<string, string>()
  readonly #renamed = new Set<Y.XmlElement>()
  readonly #now = new Map<string, DraftNode>()
  readonly #nextId: () => string

  constructor(ids: ReadonlyMap<Y.XmlElement, string>, now: DraftJson, nextId: () => string) {
    this.#ids = ids
    this.#nextId = nextId
    const rest: DraftNode[] = [...now.content]
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      const id = idOf(node)
      if (id !== null) this.#now.set(id, node)
      rest.push(...(node.content ?? []))
    }
  }

  /** Those that stay are the heaviest that stand in the same order on both sides, of the same kind. */
  children(parent: Y.XmlFragment, wanted: readonly DraftNode[]): void {
    const standing = parent.toArray().map((child) => (child instanceof Y.XmlElement ? child : null))
    const places = new Map(standing.map((child, at) => [child === null ? undefined : this.#ids.get(child), at]))
    const kept = keptInOrder(
      wanted.map((node) => {
        const at = places.get(idOf(node) ?? undefined)
        const child = idOf(node) === null || at === undefined ? null : standing[at]!
        return child?.nodeName === node.type ? { at: at!, weight: 1 + child.toString().length } : null
      }),
    )
    const stays = new Set(kept.filter((at) => at !== null))
    for (let at = standing.length - 1; at >= 0; at--) if (!stays.has(at)) parent.delete(at, 1)
    for (const [at, node] of wanted.entries()) {
      const was = kept[at]
      if (was == null) parent.insert(at, [built(withIds(node, (was) => this.#rename(was!)))])
      else this.#keep(standing[was]!, node)
    }
  }

  /** Of two blocks with one id the first has gone: the other, called by its Y item until now, would be taken for it. */
  keepNames(root: Y.XmlFragment): void {
    for (let isDone = false; !isDone; ) {
      isDone = true
      for (const [element, id] of standingBlocks(root).ids) {
        const was = this.#ids.get(element)
        if (was === undefined || was === id || this.#renamed.has(element)) continue
        element.setAttribute('id', this.#rename(was))
        this.#renamed.add(element)
        isDone = false
      }
    }
  }

  #rename(was: string): string {
    const id = this.#nextId()
    this.renamed.set(id, was)
    return id
  }

  #keep(element: Y.XmlElement, node: DraftNode): void {
    const now = this.#now.get(this.#ids.get(element)!)
    if (now !== undefined && equal(now, node)) return
    const { id: _now, ...had } = now?.attrs ?? {}
    const { id: _id, ...wanted } = node.attrs ?? {}
    for (const name of Object.keys(had)) if (!(name in wanted)) element.removeAttribute(name)
    for (const [name, value] of Object.entries(wanted)) {
      if (!equal(had[name], value)) element.setAttribute(name, value as string)
    }
    if (takesText.has(node.type)) writeInline(element, node.content ?? [])
    else this.children(element, node.content ?? [])
  }
}

/** Plain data out of one reader, so that keys stand in one order. */
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
