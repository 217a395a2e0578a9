// The probes: updates of Yjs (V1) written by hand, for what its own encoder would never write.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export type Id = readonly [client: number, clock: number]
type Struct = (encoder: encoding.Encoder) => void

const kinds = { gc: 0, deleted: 1, text: 4, type: 7, any: 8 } as const
const hasOrigin = 0x80

/** Where an item stands: after another, in another, or first in the root of the text. */
export type Place = Readonly<{ after: Id }> | Readonly<{ inside: Id }> | 'root'

function item(kind: number, place: Place, content: Struct): Struct {
  return (encoder) => {
    encoding.writeUint8(encoder, kind | (place !== 'root' && 'after' in place ? hasOrigin : 0))
    if (place === 'root') {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'default')
    } else {
      if ('inside' in place) encoding.writeVarUint(encoder, 0)
      for (const part of 'after' in place ? place.after : place.inside) encoding.writeVarUint(encoder, part)
    }
    content(encoder)
  }
}

const elementType = 3
const textType = 6

export const struct = {
  gc:
    (length: number): Struct =>
    (encoder) => {
      encoding.writeUint8(encoder, kinds.gc)
      encoding.writeVarUint(encoder, length)
    },
  deleted: (place: Place, length: number): Struct =>
    item(kinds.deleted, place, (encoder) => encoding.writeVarUint(encoder, length)),
  letters: (place: Place, letters: string): Struct =>
    item(kinds.text, place, (encoder) => encoding.writeVarString(encoder, letters)),
  element: (place: Place, name: string): Struct =>
    item(kinds.type, place, (encoder) => {
      encoding.writeVarUint(encoder, elementType)
      encoding.writeVarString(encoder, name)
    }),
  text: (place: Place): Struct => item(kinds.type, place, (encoder) => encoding.writeVarUint(encoder, textType)),
  any: (place: Place, value: Uint8Array): Struct =>
    item(kinds.any, place, (encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeUint8Array(encoder, value)
    }),
}

export type Section = Readonly<{ client: number; clock: number; structs: readonly Struct[] }>
export type Ranges = Readonly<{ client: number; ranges: readonly (readonly [from: number, length: number])[] }>

export function update(sections: readonly Section[], deletions: readonly Ranges[] = []): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { client, clock, structs } of sections) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const write of structs) write(encoder)
    }
    encoding.writeVarUint(encoder, deletions.length)
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const [from, length] of ranges) {
        encoding.writeVarUint(encoder, from)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

/** A paragraph with these words, as a client of this id would send it that has nothing else. */
export function paragraph(client: number, words: string): Uint8Array {
  return update([
    {
      client,
      clock: 0,
      structs: [
        struct.element('root', 'paragraph'),
        struct.text({ inside: [client, 0] }),
        struct.letters({ inside: [client, 1] }, words),
      ],
    },
  ])
}

/** What this client would send for writing a paragraph at the end of the text that it has. */
export function paragraphOnto(text: Y.Doc, client: number, words: string): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text))
  // Afterwards: Yjs takes another id when it hears of its own.
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  const own = new Y.XmlElement('paragraph')
  own.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').push([own])
  return Y.encodeStateAsUpdate(doc, before)
}
