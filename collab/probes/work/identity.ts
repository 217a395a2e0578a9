// The probes: speaking as somebody else, in the text and beside it.
import { closeCodes } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { syncSteps } from '../../bench/clients/speech.js'
import { signPass } from '../../bench/clients/passes.js'
import { personId } from '../../bench/names.js'
import type { Editor } from '../../faults/editor.js'
import type { Ground } from '../../faults/ground.js'
import { bar, type Bar } from '../../faults/verdict.js'
import { Client } from '../client.js'
import { paragraph, paragraphOnto, struct, update } from '../encode.js'
import { type Size, until } from '../probe.js'
import { onScene, type Scene } from '../scene.js'

const { clientIdTaken, tooMany, tooLarge, malformed } = closeCodes
const rule = { 4413: 'CP17', 4400: 'CP17', 4429: 'CP12', 4505: 'CP11, CP12' } as Readonly<Record<number, string>>
/** A presence that its owner does not confirm is looked at every second, after two. */
const confirmedWithin = 5000
const latest = 2 ** 53 - 1

type Trick = Readonly<{ name: string; codes: readonly (number | null)[]; play(client: Client, seen: Seen): void }>

/** What everybody can see of the victim, and the first of the ids that are one's own. */
type Seen = Readonly<{ id: number; clock: number; doc: Y.Doc; own: number }>

/** Longer than what the victim writes meanwhile, or it would be nothing new. */
const long = 'Jeg, Oda, '.repeat(100)

const tricks: readonly Trick[] = [
  {
    name: 'text under their client id',
    codes: [clientIdTaken],
    play: (client, { id, doc }) => client.sync(syncSteps.update, paragraphOnto(doc, id, long)),
  },
  {
    name: 'the same in a step 2',
    codes: [clientIdTaken],
    play: (client, { id, doc }) => client.sync(syncSteps.answer, paragraphOnto(doc, id, long)),
  },
  {
    name: 'text under theirs and under an own one',
    codes: [clientIdTaken],
    play: (client, { id, doc, own }) => {
      const clock = Y.getState(doc.store, id)
      const theirs = { client: id, clock, structs: [struct.letters({ after: [id, clock - 1] }, long)] }
      const mine = { client: own + 1, clock: 0, structs: [struct.element('root', 'paragraph')] }
      client.sync(syncSteps.update, update([mine, theirs]))
    },
  },
  {
    name: 'presence under their client id',
    codes: [clientIdTaken],
    play: (client, { id, clock, own }) => client.presence([own, 1, {}], [id, clock + 5, { section: 'falsk' }]),
  },
  {
    name: 'the end of their presence',
    codes: [clientIdTaken],
    play: (client, { id, clock, own }) => client.presence([own, 1, {}], [id, clock + 5, null]),
  },
  {
    name: 'their presence at the last clock',
    codes: [clientIdTaken],
    play: (client, { id, own }) => client.presence([own, 1, {}], [id, latest, { section: 'falsk' }]),
  },
  {
    name: 'their end at the last clock',
    codes: [clientIdTaken],
    play: (client, { id, own }) => client.presence([own, 1, {}], [id, latest, null]),
  },
  {
    name: 'their end, said before anything else',
    codes: [clientIdTaken],
    play: (client, { id, clock }) => client.presence([id, clock + 5, null]),
  },
  {
    name: 'a clock beyond 2^53',
    codes: [malformed],
    play: (client) =>
      client.ws.send(Uint8Array.of(1, 12, 1, 5, 255, 255, 255, 255, 255, 255, 255, 255, 31, 2, 123, 125)),
  },
  {
    name: 'a presence of 5 MB',
    codes: [tooLarge],
    play: (client, { own }) => client.presence([own, 1, { section: 'a'.repeat(5 * 1024 * 1024) }]),
  },
  {
    name: 'a presence of 5 KB',
    codes: [tooLarge],
    play: (client, { own }) => client.presence([own, 1, { section: 'a'.repeat(5 * 1024) }]),
  },
  {
    name: '10,000 people in one frame',
    codes: [tooLarge],
    play: (client, { own }) => client.presence(...crowd(own, 10_000)),
  },
  {
    name: '1,000 people in one frame',
    codes: [tooMany],
    play: (client, { own }) => client.presence(...crowd(own, 1000)),
  },
  {
    name: '10,000 people, frame by frame',
    codes: [tooMany],
    play: (client, { own }) => {
      for (let i = 0; i < 10_000; i += 25) client.presence(...crowd(own + i, 25))
    },
  },
  {
    name: '10,000 client ids in the text, update by update',
    codes: [tooMany],
    play: (client, { own }) => {
      for (let i = 0; i < 100; i++) client.sync(syncSteps.update, paragraph(own + i, 'x'))
    },
  },
  {
    name: 'another name, person and colour',
    codes: [null],
    play: (client, { own }) =>
      client.presence([own, 1, { user: { name: 'Borgmesteren', person: 'x', color: 'red' }, section: 'mallory' }]),
  },
]

function crowd(own: number, count: number): [number, number, unknown][] {
  return Array.from({ length: count }, (_, i) => [own + i, 1, {}])
}

export function impersonate(ground: Ground, { n }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const [victim] = scene.editors as [Editor, Editor]
    const id = victim.doc.clientID
    // Another tab of the victim's: the one that says where they are.
    const tab = await Client.enter(
      scene.node.url,
      scene.room,
      await signPass(ground.passKey, scene.room, victim.person),
    )
    tab.begin()
    const watcher = await scene.enter(0)
    watcher.begin()
    const bars: Bar[] = []
    const sections: string[] = []
    let stranger = 1
    const goTo = async (section: string): Promise<void> => {
      sections.push(section)
      tab.presence([id, sections.length, { section }])
      await until(() => seenOf(watcher, id).at(-1)?.['section'] === section)
    }
    for (let round = 0; round < n; round++) {
      await goTo(`sted ${round}`)
      // What the victim's own document has may still be on its way, and would be a hole.
      const doc = await ground.fromLog(scene.room)
      const played = await Promise.all(
        tricks.map(async (trick) => {
          const own = 1_000_000 + stranger * 20_000
          const person = stranger++
          const code = await scene.sentAway(
            () => scene.enter(person),
            (client) => {
              client.begin()
              trick.play(client, { id, clock: round + 1, doc, own })
            },
            trick.codes.includes(null) ? 1000 : confirmedWithin,
          )
          const name = (seenOf(watcher, own).at(-1)?.['user'] as { name?: string } | undefined)?.name
          return { trick, code, name }
        }),
      )
      for (const { trick, code, name } of played) {
        const isNamed = name === undefined || name.startsWith('Person ')
        const holds = trick.codes.includes(code) && isNamed
        if (round === 0 || !holds)
          bars.push(bar(trick.name, holds, code === null ? `goes on, as ${name}` : `${code} ${rule[code] ?? ''}`))
      }
    }
    await goTo('til sidst')
    bars.push(...(await unchanged(scene, watcher, id, sections)))
    for (const client of [tab, watcher]) client.leave()
    return bars
  })
}

const seenOf = (watcher: Client, id: number): (Record<string, unknown> | null)[] =>
  watcher.presences.filter(({ client }) => client === id).map(({ state }) => state)

/** Nobody was told anything of the victim that they had not said, and no row of others holds text under their id. */
async function unchanged(
  { ground, room }: Scene,
  watcher: Client,
  id: number,
  sections: readonly string[],
): Promise<Bar[]> {
  const states = seenOf(watcher, id)
  const said = states.map((state) => state?.['section'] ?? 'gone')
  const isTheirs = said.every((section) => sections.includes(section as string)) && said.at(-1) === sections.at(-1)
  const names = new Set(states.map((state) => (state?.['user'] as { name: string } | undefined)?.name))
  const { rows } = await ground.pool.query('select updates, ends from collab.log where room = $1 and person <> $2', [
    room,
    personId(0),
  ])
  const under = rows.filter(({ updates, ends }: { updates: Buffer; ends: number[] }) =>
    ends.some((end, i) => Y.parseUpdateMeta(updates.subarray(ends[i - 1] ?? 0, end)).to.has(id)),
  )
  return [
    bar(
      "the victim's presence is what they said, under their name",
      isTheirs && names.size === 1,
      `${states.length} told: ${[...new Set(said)].join(', ')}`,
    ),
    bar('rows of others with text under their client id: 0', under.length === 0, `${under.length} of ${rows.length}`),
  ]
}
