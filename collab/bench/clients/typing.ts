// The bench, clients: what writers will send, made before the clock starts.
import * as Y from 'yjs'

/** Yjs client ids are numbered like persons, so that every room and server has the same updates. */
export const firstWriter = 100_000

const sentence = 'Vi vil have en vej, som børn kan cykle på, og en bænk ved åen til dem, der går tur. '

export type Typed = Readonly<{ writer: number; start: Uint8Array; startsAt: number; letters: readonly Uint8Array[] }>

/** A paragraph of one's own (`start`), and then a letter at a time at its end: letter k has clock `startsAt + k`. */
export function typed(number: number, letters: number): Typed {
  const doc = new Y.Doc()
  doc.clientID = firstWriter + number
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('id', `p${number}`)
    paragraph.insert(0, [text])
    doc.getXmlFragment('default').insert(0, [paragraph])
    text.insert(0, '»')
  })
  const startsAt = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID)!
  for (let k = 0; k < letters; k++) text.insert(text.length, sentence[k % sentence.length]!)
  const [start, ...rest] = updates
  return { writer: doc.clientID, start: start!, startsAt, letters: rest }
}

/** One update that is a paragraph of so many characters. */
export function paragraph(number: number, length: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = firstWriter + number
  const element = new Y.XmlElement('paragraph')
  element.setAttribute('id', `p${number}`)
  element.insert(0, [new Y.XmlText(sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length))])
  doc.getXmlFragment('default').insert(0, [element])
  return Y.encodeStateAsUpdate(doc)
}

export const contentOf = (updates: Iterable<Uint8Array>): string => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const { pendingStructs, pendingDs } = doc.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error('something before this never came')
  return doc.getXmlFragment('default').toString()
}
