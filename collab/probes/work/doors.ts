// The probes: messages that nobody speaks, addresses that no room has, and rights to somewhere else.
import { closeCodes, messageTypes } from '@faellesrum/schema/rooms'
import { noUpdate, nothing, Speech, syncSteps } from '../../bench/clients/speech.js'
import { signPass } from '../../bench/clients/passes.js'
import type { Ground } from '../../faults/ground.js'
import { bar, type Bar } from '../../faults/verdict.js'
import { prng } from '../../src/testing/prng.js'
import { Client } from '../client.js'
import { paragraph } from '../encode.js'
import { type Chance, inTurns, type Size, Tally } from '../probe.js'
import { RawSocket, upgrade } from '../raw-socket.js'
import { onScene, rowsOfStrangers, type Scene } from '../scene.js'

const { malformed, notSignedIn, unknownRoom } = closeCodes
const speech = new Speech('faellesrum', '')
const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list)
const noise = (chance: Chance, length: number): Uint8Array => Uint8Array.from({ length }, () => chance(256))

/** What a client may send at any time. */
const unspoken: readonly [name: string, make: (chance: Chance) => Uint8Array | string][] = [
  ['an empty message', () => new Uint8Array(0)],
  ['text', () => 'hej'],
  ['text that would be good as bytes', () => '\u0000\u0000\u0001\u0000'],
  ['the unknown type 255', () => bytes(255, 1)],
  ['an unknown type', (chance) => bytes(4 + chance(60), ...noise(chance, 8))],
  ['a type of ours that there is not', (chance) => bytes(67 + chance(60), 1)],
  ['auth, which only servers say', () => bytes(messageTypes.auth, 0, 0)],
  ['a saved of its own', () => bytes(messageTypes.saved, 1, 1)],
  ['a standing of its own', () => bytes(messageTypes.standing, 2, 123, 125)],
  ['a step that there is not', (chance) => bytes(messageTypes.sync, 3 + chance(100), 1, 0)],
  ['a number without an end', (chance) => new Uint8Array(10 + chance(1000)).fill(255)],
  ['a number too long', () => bytes(messageTypes.sync, 2, 255, 255, 255, 255, 255, 255, 255, 255, 127, 0)],
  ['a type only', (chance) => bytes(chance(2))],
  ['a length beyond the message', (chance) => bytes(messageTypes.sync, 2, 2 + chance(120), 1)],
  ['bytes behind the message', (chance) => bytes(messageTypes.sync, 0, 1, 0, chance(256))],
  ['a state vector that claims too much', () => speech.sync(syncSteps.stateVector, bytes(200, 200, 3))],
  // Kind 31 of struct there is not; what comes before and behind it may say anything else.
  ['an update of noise', (chance) => speech.sync(syncSteps.update, bytes(1, 2, 3, 0, 31, ...noise(chance, 20)))],
  ['a presence that claims too much', () => bytes(messageTypes.awareness, 3, 200, 1, 5)],
  ['a lease in bad UTF-8', () => bytes(messageTypes.lease, 2, 0xc3, 0x28)],
]

export function protocol(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const chance = prng(seed)
    const [ended, wrong] = [new Tally(), new Tally()]
    for (let round = 0; round < n; round++) {
      await inTurns(unspoken.length, 4, async (i) => {
        const [name, make] = unspoken[i]!
        const client = await scene.enter(i)
        if (chance(2) === 0) client.begin()
        client.ws.send(make(chance))
        const code = await client.closedWithin()
        client.leave()
        ended.add(code)
        if (code !== malformed) wrong.add(`${name} ${code}`)
      })
    }
    // A hand that asks for the text, hands in some, and says who it is, at once and without waiting to be let in.
    const eager = (client: Client): void => {
      client.sync(syncSteps.answer, paragraph(700_001, 'uden adgang'))
      client.sync(syncSteps.stateVector, nothing)
      client.sync(syncSteps.update, noUpdate)
      client.presence([700_001, 1, {}])
      client.ws.send(bytes(messageTypes.queryAwareness))
    }
    const without = await refused(
      scene,
      [
        ['no pass', null, notSignedIn],
        ['an empty pass', '', notSignedIn],
        ['a pass of noise', 'abc.def.ghi', notSignedIn],
        ['a forged pass', `${(await scene.pass(1)).slice(0, -8)}AAAAAAAA`, notSignedIn],
        [
          'a pass that has run out',
          await scene.pass(1, scene.room, { iat: 1_700_000_000, exp: 1_700_000_120 }),
          notSignedIn,
        ],
        [
          'a pass of a year',
          await scene.pass(1, scene.room, { exp: Math.floor(Date.now() / 1000) + 31_536_000 }),
          notSignedIn,
        ],
        [
          'a pass for another shape of document',
          await scene.pass(1, scene.room, { shape: 999 }),
          closeCodes.otherShape,
        ],
      ],
      eager,
    )
    const rows = await rowsOfStrangers(ground, scene.room)
    return [
      bar(
        `${n} × ${unspoken.length} messages that nobody speaks: 4400`,
        wrong.size === 0,
        wrong.size === 0 ? `${ended}` : `${wrong}`,
      ),
      ...without,
      bar('rows of strangers: 0', rows === 0, rows),
    ]
  })
}

/** Each hears this code and not a byte of state. */
async function refused(
  scene: Scene,
  cases: readonly [name: string, pass: string | null, code: number, room?: string, headers?: Record<string, string>][],
  eager: (client: Client) => void = (client) => client.begin(),
): Promise<Bar[]> {
  return Promise.all(
    cases.map(async ([name, pass, code, room = scene.room, headers = {}]) => {
      const client = await Client.enter(scene.node.url, room, pass, { headers })
      if (client.ws.readyState === client.ws.OPEN) eager(client)
      const got = await client.closedWithin()
      client.leave()
      return bar(
        `${name}: ${code}, and not a byte before`,
        got === code && client.heard === 0,
        `${got}, ${client.heard} bytes`,
      )
    }),
  )
}

export function cookieToRoom(ground: Ground, { n }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const { room, node, editors } = scene
    const bars: Bar[] = []
    for (let round = 0; round < n; round++) {
      const [empty, unknown] = [ground.newRoom(), `branch/${room.split('/')[1]}`]
      const undeclared = `chat/${room.split('/')[1]}`
      const own = await signPass(ground.passKey, room, editors[0]!.person)
      const outcomes = await refused(scene, [
        ['a pass of one room at another that is in use', await scene.pass(1, empty), notSignedIn],
        ['a pass of one room at another that is empty', await scene.pass(1, room), notSignedIn, empty],
        ['a pass of one room at one that there is not', await scene.pass(1, room), notSignedIn, unknown],
        ['a pass for a room that was never made', await scene.pass(1, unknown), unknownRoom, unknown],
        ['a pass for a kind that there is not', await scene.pass(1, undeclared), unknownRoom, undeclared],
        [
          'a session and no pass',
          null,
          notSignedIn,
          room,
          { cookie: `__Host-faellesrum=${own}; faellesrum=${own}; pass=${own}` },
        ],
        ['a session in a header', null, notSignedIn, room, { authorization: `Bearer ${own}` }],
      ])
      bars.push(...outcomes.filter(({ holds }) => round === 0 || holds === false))
    }
    const asked = await RawSocket.ask(node.port, upgrade(`/collab/${room}`, 'Origin: https://ondt.example\r\n'))
    asked.leave()
    return [...bars, bar('a page of somebody else is answered in HTTP', asked.status === 403, `${asked.status}`)]
  })
}

/** Addresses that no room has; `{}` is a good one. */
const oddPaths: readonly [name: string, path: string][] = [
  ['nothing', ''],
  ['a slash', '/'],
  ['a kind', 'draft'],
  ['a kind and a slash', 'draft/'],
  ['up and away', '../draft/{}'],
  ['up within', 'draft/../{}'],
  ['up at the end', '{}/../../etc/passwd'],
  ['escaped dots', '%2e%2e%2f{}'],
  ['escaped twice', '%252e%252e%252f{}'],
  ['dots and NUL', '..%00'],
  ['NUL at the end', '{}%00'],
  ['a line break', '{}%0a'],
  ['10 kB', 'a'.repeat(10_000)],
  ['10 kB of a kind', `${'a'.repeat(10_000)}/{}`],
  ['__proto__', '__proto__'],
  ['__proto__ as a kind', '__proto__/{}'],
  ['constructor', 'constructor'],
  ['constructor as an id', 'draft/constructor'],
  ['an id in upper case', 'draft/0190ABCD-0000-7000-8000-000000000001'],
  ['a kind in upper case', 'DRAFT/{id}'],
  ['a slash at the end', '{}/'],
  ['two slashes', 'draft//{id}'],
  ['a slash before', '/{}'],
  ['a dot at the end', '{}.'],
  ['a blank at the end', '{}%20'],
  ['a query in the path', '{}%3fpass=x'],
  ['a hash in the path', '{}%23x'],
  ['a slash of Unicode', 'draft%E2%88%95{id}'],
  ['a wide slash', 'draft%EF%BC%8F{id}'],
  ['a wide digit', 'draft/%EF%BC%90{id}'],
  ['a backslash', 'draft%5c{id}'],
  ['a bad escape', 'draft/%zz{id}'],
  ['half a letter', 'draft/%C3{id}'],
  ['an id too short', 'draft/0190'],
  ['an id with dashes elsewhere', `draft/${'-'.repeat(36)}`],
  ['quotes', "draft/' or 1=1 --"],
].map(([name, path]) => [name!, path!])

/** Not for as long as a room may take to load. */
const whileLocked = 500

export function rooms(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const { room, node } = scene
    const chance = prng(seed)
    const fill = (path: string): string => path.replace('{id}', room.split('/')[1]!).replace('{}', room)
    const spoilt = Array.from({ length: n }, (): [string, string] => ['spoilt', spoil(room, chance)])
    const pass = await scene.pass(0)
    const wrong = new Tally()
    const cases = [...oddPaths.map(([name, path]): [string, string] => [name, fill(path)]), ...spoilt]
    const askAll = (some: readonly (readonly [string, string])[]): Promise<void> =>
      inTurns(some.length, 16, async (i) => {
        const [name, path] = some[i]!
        const asked = await RawSocket.ask(node.port, upgrade(`/collab/${path}?pass=${pass}`))
        asked.leave()
        if (asked.status !== 400) wrong.add(`${name} ${name === 'spoilt' ? path : ''} ${asked.status}`)
      })
    // Whoever looked a room up would wait for this lock.
    const act = await ground.pool.connect()
    let waits = false
    try {
      await act.query('begin')
      await act.query('lock table collab.room in access exclusive mode')
      const other = ground.newRoom()
      const looksUp = await Client.enter(node.url, other, await scene.pass(1, other))
      looksUp.begin()
      await askAll(cases.slice(0, whileLocked))
      waits = looksUp.heard === 0 && looksUp.code === null
      looksUp.leave()
    } finally {
      await act.query('rollback')
      act.release()
    }
    await askAll(cases.slice(whileLocked))
    const unknown = `draft/${room.split('/')[1]!.replace(/^0190/, '0191')}`
    const othersId = `branch/${room.split('/')[1]}`
    return [
      bar(
        `${cases.length} addresses that no room has: HTTP 400 before any look-up`,
        wrong.size === 0 && waits,
        wrong.size > 0 ? `${wrong}` : waits ? 'all, while a look-up had to wait' : 'a look-up did not wait',
      ),
      ...(await refused(scene, [
        ['a room that was never made', await scene.pass(1, unknown), unknownRoom, unknown],
        ['the id of another kind of room', await scene.pass(1, othersId), unknownRoom, othersId],
      ])),
    ]
  })
}

const signs = ['.', '~', 'G', ';', '@', '%2f%2f', '%00', '%25', '%5c', '%C3%A6', '%E2%80%8B']

/** A good name with one sign more, or in the place of another: no sign of these is in any good one. */
function spoil(name: string, chance: Chance): string {
  const at = chance(name.length)
  return name.slice(0, at) + signs[chance(signs.length)]! + name.slice(at + chance(2))
}
