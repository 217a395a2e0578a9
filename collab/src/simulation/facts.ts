// Collab, simulation: what an update says, read by Yjs itself and not by our own scan.
import * as Y from 'yjs'

export type Facts = Readonly<{
  runs: readonly { client: number; end: number }[]
  deletions: readonly { client: number; from: number; to: number }[]
}>

export function factsOf(update: Uint8Array): Facts {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  )
  return { runs: structs.map(({ id, length }) => ({ client: id.client, end: id.clock + length })), deletions }
}

/** What stands at each clock. Places that were emptied already say nothing of what stood there. */
export function* contentOf(update: Uint8Array): Generator<[client: number, clock: number, what: string]> {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) continue
    const { client, clock } = struct.id
    for (let i = 0; i < struct.length; i++) yield [client, clock + i, at(struct, i)]
  }
}

function at(item: Y.Item, index: number): string {
  const { content } = item
  // Yjs puts U+FFFD where a pair of surrogates is written into.
  if (content instanceof Y.ContentString) return content.str.charAt(index).replace(/[\ud800-\udfff]/, '\ufffd')
  if (content instanceof Y.ContentAny) return JSON.stringify(content.arr[index])
  if (content instanceof Y.ContentFormat) return `mark ${content.key}=${JSON.stringify(content.value)}`
  return content.constructor.name
}

/** A document deletes by itself what lies in something deleted, so clients name deletions that no row names. */
export function isGone(doc: Y.Doc, client: number, from: number, to: number): boolean {
  for (let clock = from; clock < to; ) {
    if (clock >= Y.getState(doc.store, client)) return false
    const struct = Y.getItem(doc.store, Y.createID(client, clock))
    if (!struct.deleted) return false
    clock = struct.id.clock + struct.length
  }
  return true
}

/** The whole struct store, clock by clock: how Yjs has joined its structs depends on when it was told what. */
export function structsOf(doc: Y.Doc): string[] {
  const lines: string[] = []
  for (const struct of Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs) {
    const { client, clock } = struct.id
    for (let i = 0; i < struct.length; i++) {
      if (!(struct instanceof Y.Item)) lines.push(`${client} ${clock + i}`)
      else {
        const { origin, rightOrigin, parent, parentSub } = struct
        const left = i > 0 ? Y.createID(client, clock + i - 1) : origin
        lines.push(`${client} ${clock + i} ${named(left)} ${named(rightOrigin)} ${left ? '' : named(parent)} ${parentSub} ${at(struct, i)}`)
      }
    }
  }
  return lines
}

const named = (place: unknown): string => (place instanceof Y.ID ? `${place.client}-${place.clock}` : String(place))

/** A mark (bold on, bold off) that has become idle is cleared away by each Yjs for itself: deleted here and not there. */
export function sameButForMarks(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  return one.every((line, i) => line === other[i] || (isMark(line) && isEmptied(other[i]!)) || (isEmptied(line) && isMark(other[i]!)))
}

const isMark = (line: string): boolean => line.includes(' mark ')
const isEmptied = (line: string): boolean => line.endsWith(' ContentDeleted') || line.split(' ').length === 2
