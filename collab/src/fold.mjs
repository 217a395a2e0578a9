// Collab: many updates into one. Plain JavaScript, because the worker that runs it is started from its file.
import { unknownPart } from '@faellesrum/schema/drafts'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * One transaction for all: replaying 20,000 updates takes 0.2 s, `mergeUpdates` of the same list 14 s.
 * @param {Uint8Array | null} base
 * @param {readonly Uint8Array[]} updates
 * @param {boolean} isLog as they stand in the log, and not as a room has taken them in: each is cut at what is known
 */
export function fold(base, updates, isLog = false) {
  const doc = new Y.Doc()
  let hadElements = false
  // Before what is deleted is forgotten.
  doc.once('afterTransaction', () => (hadElements = kindOfRoot(doc) === 'elements'))
  doc.transact(() => {
    if (base !== null) Y.applyUpdate(doc, base)
    for (const update of updates) Y.applyUpdate(doc, isLog ? unknownPart(doc, update) : update)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('something is missing before these updates')
  }
  const update = Y.encodeStateAsUpdate(doc)
  // An update without structs is a zero and a delete set.
  const everything = Y.encodeStateVector(doc)
  const deletions = Y.encodeStateAsUpdate(doc, everything).subarray(1)
  return { update, stateVector: everything, deletions: Uint8Array.from(deletions), children: childrenOf(doc, hadElements) }
}

/**
 * Whether a reader would see anything else after these. What a document deletes by itself (marks that say nothing any more,
 * what lies in something deleted) nobody sees.
 * @param {Uint8Array | null} base
 * @param {readonly Uint8Array[]} updates
 * @param {readonly Uint8Array[]} then
 */
export function shows(base, updates, then) {
  const doc = new Y.Doc()
  const apply = (/** @type {readonly Uint8Array[]} */ list) => doc.transact(() => list.forEach((update) => Y.applyUpdate(doc, update)))
  const seen = () => doc.getXmlFragment('default').toString()
  apply(base === null ? updates : [base, ...updates])
  const before = seen()
  apply(then)
  return seen() !== before
}

/**
 * What stands among the children of the text and of its elements, as `Children` in children.ts reads it.
 * @param {Y.Doc} doc
 * @param {boolean} hadElements
 */
function childrenOf(doc, hadElements) {
  /** @type {Map<number, [from: number, to: number, kind: number][]>} */
  const clients = new Map()
  /** @type {[item: Y.Item | null, depth: number][]} */
  const open = kindOfRoot(doc) === 'plain' ? [] : [[doc.share.get('default')?._start ?? null, 1]]
  for (let list = open.pop(); list !== undefined; list = open.pop()) {
    const depth = list[1]
    const isRoot = depth === 1
    for (let item = list[0]; item !== null; item = item.right) {
      const type = item.content instanceof Y.ContentType ? item.content.type : null
      const isElement = type instanceof Y.XmlElement
      const isGone = item.content instanceof Y.ContentDeleted
      if (!isElement && !isGone && (isRoot || !(type instanceof Y.XmlText))) continue
      const { client, clock } = item.id
      const runs = clients.get(client) ?? []
      const kind = isElement ? (isRoot ? 1 : 2) : isGone ? (isRoot ? 4 : 5) : 3
      runs.push([clock, clock + item.length, kind | (depth << 3)])
      clients.set(client, runs)
      if (isElement) open.push([type._start, depth + 1])
    }
  }
  for (const [client, structs] of doc.store.clients) {
    const runs = clients.get(client) ?? []
    for (const { id, length } of structs.filter((struct) => struct instanceof Y.GC)) runs.push([id.clock, id.clock + length, 6])
    if (runs.length > 0) clients.set(client, runs)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, hadElements ? 1 : 0)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, runs] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, runs.length * 3)
    for (const value of runs.sort(([a], [b]) => a - b).flat()) encoding.writeVarUint(encoder, value)
  }
  return encoding.toUint8Array(encoder)
}

/**
 * A text of elements, a plain one (which no editor of ours opens), or one of which nothing is left to say.
 * @param {Y.Doc} doc
 */
function kindOfRoot(doc) {
  let isPlain = false
  for (let item = doc.share.get('default')?._start ?? null; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement) return 'elements'
    isPlain ||= !(item.content instanceof Y.ContentDeleted)
  }
  return isPlain ? 'plain' : 'nothing'
}
