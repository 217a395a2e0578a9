// The probes: whoever may read, and tries to write.
import { type Access, closeCodes, messageTypes } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { noUpdate, syncSteps } from '../../bench/clients/speech.js'
import type { Ground } from '../../faults/ground.js'
import { bar, type Bar } from '../../faults/verdict.js'
import { prng } from '../../src/testing/prng.js'
import type { Client } from '../client.js'
import { type Id, paragraph, paragraphOnto, struct, update } from '../encode.js'
import { type Chance, inTurns, type Size, Tally } from '../probe.js'
import { onScene, rowsOfStrangers, type Scene } from '../scene.js'

const { rightEnded, malformed, clientIdTaken, tooLarge } = closeCodes

type Try = Readonly<{
  name: string
  codes: readonly (number | null)[]
  play(client: Client, text: Y.Doc, own: number, chance: Chance): void
}>

const removed = (text: Y.Doc): Uint8Array => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text))
  const before = Y.encodeStateVector(doc)
  const body = doc.getXmlFragment('default')
  body.delete(0, body.length)
  return Y.encodeStateAsUpdate(doc, before)
}

const someone = (text: Y.Doc): Id =>
  [...text.store.clients].map(([client]): Id => [client, Y.getState(text.store, client)])[0]!

/** Longer than what its owner writes meanwhile, or it would be nothing new. */
const long = 'læser '.repeat(300)

/** What changes the text closes 4403; what only could is no offence where it brings nothing. */
const tries: readonly Try[] = [
  {
    name: 'an update',
    codes: [rightEnded],
    play: (c, text, own) => c.sync(syncSteps.update, paragraphOnto(text, own, 'læser')),
  },
  {
    name: 'a step 2 with text',
    codes: [rightEnded],
    play: (c, text, own) => c.sync(syncSteps.answer, paragraphOnto(text, own, 'læser')),
  },
  {
    name: 'text of nobody known',
    codes: [rightEnded],
    play: (c, _, own) => c.sync(syncSteps.update, paragraph(own, 'læser')),
  },
  {
    name: 'text under the id of a writer',
    codes: [rightEnded],
    play: (c, text) => c.sync(syncSteps.update, paragraphOnto(text, someone(text)[0], long)),
  },
  { name: 'a deletion of everything', codes: [rightEnded], play: (c, text) => c.sync(syncSteps.update, removed(text)) },
  {
    name: 'an update without its beginning',
    codes: [rightEnded],
    play: (c, _, own) =>
      c.sync(
        syncSteps.update,
        update([{ client: own, clock: 9, structs: [struct.letters({ after: [own, 8] }, 'x')] }]),
      ),
  },
  {
    name: 'text within a step 2 that is known',
    codes: [rightEnded],
    play: (c, text, own) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(text))
      Y.applyUpdate(doc, paragraph(own, 'læser'))
      c.sync(syncSteps.answer, Y.encodeStateAsUpdate(doc))
    },
  },
  {
    name: 'an update of noise',
    codes: [malformed],
    play: (c, _, __, chance) =>
      c.sync(
        syncSteps.update,
        Uint8Array.from({ length: 30 }, () => 128 + chance(128)),
      ),
  },
  {
    name: 'a raw frame of noise',
    codes: [malformed],
    play: (c, _, __, chance) => c.ws.send(Uint8Array.from({ length: 30 }, () => 128 + chance(128))),
  },
  {
    name: 'a frame of 2 MB',
    codes: [tooLarge],
    play: (c) => c.sync(syncSteps.update, new Uint8Array(2 * 1024 * 1024)),
  },
  {
    name: "somebody else's presence",
    codes: [clientIdTaken],
    play: (c, text, own) => c.presence([own, 1, {}], [someone(text)[0], 99, { section: 'falsk' }]),
  },
  {
    name: "the end of somebody else's presence",
    codes: [clientIdTaken],
    play: (c, text, own) => c.presence([own, 1, {}], [someone(text)[0], 99, null]),
  },
  // No offence.
  { name: 'an empty step 2', codes: [null], play: (c) => c.sync(syncSteps.answer, noUpdate) },
  {
    name: 'a step 2 without news',
    codes: [null],
    play: (c, text) => c.sync(syncSteps.answer, Y.encodeStateAsUpdate(text)),
  },
  // What a document has deleted by itself is no offence. Of text that is still shown it may be, and changes nothing.
  {
    name: 'a step 2 with a deletion and no text',
    codes: [null, rightEnded],
    play: (c, text) => c.sync(syncSteps.answer, removed(text)),
  },
  { name: 'where they are themselves', codes: [null], play: (c, _, own) => c.presence([own, 1, { section: 'et' }]) },
  {
    name: 'a question who is there',
    codes: [null],
    play: (c) => c.ws.send(Uint8Array.of(messageTypes.queryAwareness)),
  },
]

const accesses: readonly Access[] = ['read', 'comment', 'suggest']

export function collabReadonly(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const chance = prng(seed)
    // Of the log: what an editor has may be on its way, and then it is news.
    let text = await ground.fromLog(scene.room)
    const [ended, wrong] = [new Tally(), new Tally()]
    let reader = 0
    await inTurns(n * tries.length * accesses.length, tries.length, async (i) => {
      const { name, codes, play } = tries[i % tries.length]!
      if (i % tries.length === 0) text = await ground.fromLog(scene.room)
      const access = accesses[Math.floor(i / tries.length) % accesses.length]!
      const begins = chance(2) === 0
      const code = await scene.sentAway(
        () => scene.enter(reader++, { access }, { ours: i % 2 === 0 }),
        (client) => {
          if (begins) client.begin()
          play(client, text, 2_000_000 + i, chance)
        },
        codes.includes(null) ? 300 : 5000,
      )
      ended.add(code ?? 'goes on')
      if (!codes.includes(code)) wrong.add(`${name} (${access}) ${code}`)
    })
    return [
      bar(
        `${n} × ${tries.length} tries of readers, commenters and suggesters`,
        wrong.size === 0,
        wrong.size === 0 ? `${ended}` : `${wrong}`,
      ),
      ...(await nothingChanged(scene)),
    ]
  })
}

async function nothingChanged({ ground, room, editors }: Scene): Promise<Bar[]> {
  const rows = await rowsOfStrangers(ground, room)
  const theirs = new Set(editors.map(({ doc }) => doc.clientID))
  const strange = editors.flatMap(({ doc }) => [...doc.store.clients.keys()].filter((client) => !theirs.has(client)))
  return [
    bar('rows of theirs in the log: 0', rows === 0, rows),
    bar('letters of theirs at the honest: 0', strange.length === 0, strange.length),
  ]
}
