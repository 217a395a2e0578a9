// Collab, tests: people who write at random, with everything a text may hold, and the updates they send.
import * as Y from 'yjs'
import { prng } from './prng.js'

/** Updates of `people` who write concurrently and hear of one another now and then, in an order that can be applied. */
export function writtenBy(people: number, steps: number, seed: number, gc = true): Uint8Array[] {
  const chance = prng(seed)
  const sent: Uint8Array[] = []
  const docs = Array.from({ length: people }, (_, i) => {
    const doc = new Y.Doc({ gc })
    doc.clientID = 1000 + i
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'others') sent.push(update)
    })
    return doc
  })
  const heard = docs.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const who = chance(people)
    const doc = docs[who]!
    // A server that commits before it relays gives everybody the same order.
    while (heard[who]! < sent.length && chance(10) > 0) Y.applyUpdate(doc, sent[heard[who]!++]!, 'others')
    writeSomething(doc, chance)
  }
  return sent
}

/** One thing that somebody does in a text; now and then it is nothing. */
export function writeSomething(doc: Y.Doc, chance: (below: number) => number): void {
  const root = doc.getXmlFragment('default')
  doc.transact(() => {
    const block = root.length > 0 ? root.get(chance(root.length)) : null
    const kind = chance(12)
    if (!(block instanceof Y.XmlElement) || kind === 0) {
      const paragraph = new Y.XmlElement(chance(2) === 0 ? 'paragraph' : 'heading')
      paragraph.insert(0, [new Y.XmlText('Kære naboer')])
      root.insert(chance(root.length + 1), [paragraph])
      return
    }
    if (kind === 1) return void block.setAttribute('id', `b${chance(99)}`)
    if (kind === 2 && root.length > 3) return root.delete(chance(root.length), 1)
    const text = block.get(0)
    if (!(text instanceof Y.XmlText)) return
    const at = chance(text.length + 1)
    if (kind === 3) text.insertEmbed(at, { type: 'mention', person: 'å', at })
    else if (kind === 4 && text.length > 2) text.format(0, 2, { bold: chance(2) === 0 ? true : null })
    else if (kind === 5 && text.length > at) text.delete(at, Math.min(3, text.length - at))
    else if (kind === 6) doc.getMap<unknown>('noter').set(`n${chance(5)}`, { a: [1, 'æ', null, 2.5, true], at })
    else text.insert(at, ['e', 'ø', ' og ', '👩‍🌾', 'Grønne veje i Lærkeby'][chance(5)]!)
  })
}
