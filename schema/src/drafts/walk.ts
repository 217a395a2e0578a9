// Drafts: one walk over a shared text, for reading and for authorship. It never touches the types: the readers of the
// editor's binding delete what their schema refuses, and that would be an edit made by looking.
import * as Y from 'yjs'

/** Formats that hold for a piece of text, by mark name. */
export type Formats = ReadonlyMap<string, unknown>

export type Visitor = {
  /** An element begins. Answer false to pass over all that is inside; `leave` is then not called. */
  enter(name: string, attrs: ReadonlyMap<string, unknown>, item: Y.Item): boolean
  leave(): void
  /** A piece of text with one id per UTF-16 unit: `client`, from `clock` on. Neighbours are not joined. */
  text(text: string, formats: Formats, client: number, clock: number): void
  /** Where given: text that was deleted, where it stood; elements that were deleted are not entered, and not told. */
  removed?(text: string, client: number, clock: number): void
  /** Something that is neither element nor text: an embed, a map. */
  other(): void
}

type Frame = { next: Y.Item | null; isElement: boolean; formats: Map<string, unknown> }

/**
 * Visits what stands in `root`, in document order. With its own stack instead of recursion, since the depth of a tree
 * is chosen by whoever sends it.
 */
export function walk(root: Y.XmlFragment, visitor: Visitor): void {
  const stack: Frame[] = [frame(root, true)]
  for (;;) {
    const top = stack[stack.length - 1]
    if (top === undefined) return
    const item = top.next
    if (item === null) {
      stack.pop()
      if (top.isElement && stack.length > 0) visitor.leave()
      continue
    }
    top.next = item.right
    const content = item.content
    if (item.deleted) {
      if (visitor.removed === undefined) continue
      if (content instanceof Y.ContentString) visitor.removed(content.str, item.id.client, item.id.clock)
      if (content instanceof Y.ContentType) stack.push(frame(content.type, false))
      continue
    }
    if (content instanceof Y.ContentString) {
      visitor.text(content.str, top.formats, item.id.client, item.id.clock)
    } else if (content instanceof Y.ContentFormat) {
      if (content.value === null) top.formats.delete(content.key)
      else top.formats.set(content.key, content.value)
    } else if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) {
      stack.push(frame(content.type, false))
    } else if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) {
      if (visitor.enter(content.type.nodeName, attributesOf(content.type), item)) stack.push(frame(content.type, true))
    } else {
      visitor.other()
    }
  }
}

const frame = (type: Readonly<{ _start: Y.Item | null }>, isElement: boolean): Frame => ({
  next: type._start,
  isElement,
  formats: new Map(),
})

function attributesOf(element: Y.XmlElement): Map<string, unknown> {
  const attrs = new Map<string, unknown>()
  for (const [name, item] of element._map) {
    if (item.deleted) continue
    const values: unknown[] = item.content.getContent()
    attrs.set(name, values[values.length - 1])
  }
  return attrs
}

/**
 * DR6 as a running rule: the first block with an id keeps it; a later one with the same id, or one without, is called
 * by its Y item. The same for every reader, and nobody has to write for it.
 */
export class EffectiveIds {
  readonly #seen = new Set<string>()

  of(id: unknown, item: Y.Item): string {
    const name =
      typeof id === 'string' && blockId.test(id) && !this.#seen.has(id) ? id : `${item.id.client}:${item.id.clock}`
    this.#seen.add(name)
    return name
  }
}

/** What may stand as a block's id, and so as that of an element on a page. A colon marks names from Y items. */
export const blockId = /^[A-Za-z0-9][\w.-]{0,63}$/
