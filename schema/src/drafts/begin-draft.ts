// Drafts: the first text of a room, written by the server as one update under a client id of its own.
import * as Y from 'yjs'
import { type AuthorMap, authorMapVersion, type AuthorRef } from './author-map.js'
import { draftRoot } from './draft-doc.js'
import { type DraftJson, type DraftMark, type DraftNode, idOf } from './draft-json.js'
import { blockNames } from './draft-nodes.js'
import { blockId, walk } from './walk.js'

/** Who wrote which block of a beginning: the nearest enclosing block that is named in `blocks`, else `otherwise`. */
export type WrittenBy = Readonly<{
  otherwise: AuthorRef
  blocks?: ReadonlyMap<string, AuthorRef>
  reason?: AuthorMap['reason']
  act?: string | null
}>

/**
 * One update that makes `json` out of nothing, and its author map, in which every letter stands once. Blocks without an
 * id get one, the same each time. `client` must be an id that no person has in that room: it belongs to the server.
 */
export function beginDraft(
  json: DraftJson,
  client: number,
  who: WrittenBy,
): { update: Uint8Array; authors: AuthorMap } {
  const doc = new Y.Doc()
  doc.clientID = client
  const root = doc.getXmlFragment(draftRoot)
  doc.transact(() => root.insert(0, withIds(json, freeIds(json)).content.map(built)))
  return { update: Y.encodeStateAsUpdate(doc), authors: authorsOf(root, client, who) }
}

/** A node as Yjs has it, ready to be inserted. */
export function built(node: DraftNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string)
  element.insert(
    0,
    parts(node.content ?? []).map((part) => (Array.isArray(part) ? text(part) : built(part))),
  )
  return element
}

/** What stands in one block of letters. */
export const builtInline = (content: readonly DraftNode[]): (Y.XmlElement | Y.XmlText)[] =>
  parts(content).map((part) => (Array.isArray(part) ? text(part) : new Y.XmlElement(part.type)))

const carriesId: ReadonlySet<string> = new Set(blockNames)

/** Neighbouring text nodes become one text, as an editor's binding would have it. */
function parts(content: readonly DraftNode[]): (DraftNode | DraftNode[])[] {
  const found: (DraftNode | DraftNode[])[] = []
  for (const node of content) {
    const last = found[found.length - 1]
    if (node.type !== 'text') found.push(node)
    else if (Array.isArray(last)) last.push(node)
    else found.push([node])
  }
  return found
}

function text(nodes: readonly DraftNode[]): Y.XmlText {
  const shared = new Y.XmlText()
  const insert = nodes.map(({ text: words = '', marks = [] }) => ({
    insert: words,
    attributes: marksAsFormats(marks),
  }))
  shared.applyDelta(insert)
  return shared
}

export const marksAsFormats = (marks: readonly DraftMark[]): Record<string, Readonly<Record<string, unknown>>> =>
  Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}]))

/** The same with an id for every block that has none to stand under; `nextId` hears what it was called before. */
export function withIds<Node extends DraftNode>(
  node: Node,
  nextId: (was: string | null) => string,
  stands = (id: string): boolean => blockId.test(id),
): Node {
  const content = node.content === undefined ? {} : { content: node.content.map((child) => withIds(child, nextId, stands)) }
  const was = idOf(node)
  const isMissing = carriesId.has(node.type) && (was === null || !stands(was))
  return { ...node, ...(isMissing ? { attrs: { ...node.attrs, id: nextId(was) } } : {}), ...content }
}

/** New ids that neither this text nor those others have. */
export function freeIds(json: DraftJson, ...others: readonly DraftJson[]): () => string {
  const taken = new Set<string>()
  const rest: DraftNode[] = [json, ...others]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const id = idOf(node)
    if (id !== null) taken.add(id)
    rest.push(...(node.content ?? []))
  }
  let n = 0
  return () => {
    do n++
    while (taken.has(`b${n}`))
    return `b${n}`
  }
}

function authorsOf(root: Y.XmlFragment, client: number, who: WrittenBy): AuthorMap {
  const refs: AuthorRef[] = []
  const by: [number, number, number][] = []
  const open: AuthorRef[] = [who.otherwise]
  walk(root, {
    enter(_name, attrs) {
      open.push(who.blocks?.get(String(attrs.get('id'))) ?? open[open.length - 1]!)
      return true
    },
    leave: () => void open.pop(),
    text(words, _formats, _client, clock) {
      const ref = open[open.length - 1]!
      let index = refs.indexOf(ref)
      if (index < 0) index = refs.push(ref) - 1
      by.push([clock, words.length, index])
    },
    other: () => undefined,
  })
  return { v: authorMapVersion, client, reason: who.reason ?? 'begin', act: who.act ?? null, by, carry: [], who: refs }
}
