// The probes: what breaks the websocket below the messages, and requests that never become one.
import { closeCodes } from '@faellesrum/schema/rooms'
import type { Ground } from '../../faults/ground.js'
import { pause } from '../../faults/ground.js'
import { bar, type Bar, ms } from '../../faults/verdict.js'
import { defaultLimits } from '../../src/limits.js'
import { prng } from '../../src/testing/prng.js'
import { type Chance, inTurns, type Size, Tally, until } from '../probe.js'
import { frame, RawSocket, upgrade } from '../raw-socket.js'
import { onScene, type Scene } from '../scene.js'

const protocolError = 1002
const notUtf8 = 1007
const bytes = (chance: Chance, length: number): Buffer => Buffer.from(Array.from({ length }, () => chance(256)))
const hello = Buffer.from('hej')

type Broken = Readonly<{ name: string; make(chance: Chance): Buffer; codes: readonly number[] }>

/** How ws names what it cannot read; what it calls too large (1009), our socket calls by our code. */
const broken: readonly Broken[] = [
  { name: 'reserved bits', make: (chance) => frame({ rsv: 1 + chance(7), body: hello }), codes: [protocolError] },
  {
    name: 'unknown opcode',
    make: (chance) => frame({ opcode: [3, 4, 5, 6, 7, 11, 12, 13, 14, 15][chance(10)]! }),
    codes: [protocolError],
  },
  {
    name: 'no mask',
    make: (chance) => frame({ masked: false, body: bytes(chance, chance(100)) }),
    codes: [protocolError],
  },
  {
    name: 'bad UTF-8',
    make: (chance) => frame({ opcode: 1, body: Buffer.from([0xc3, 0x28, chance(128)]) }),
    codes: [notUtf8],
  },
  { name: 'length 2^63', make: () => frame({ length: 2n ** 63n }), codes: [closeCodes.tooLarge] },
  { name: 'length 2^53', make: () => frame({ length: 2n ** 53n }), codes: [closeCodes.tooLarge] },
  {
    name: 'longer than any message',
    make: (chance) => frame({ length: defaultLimits.firstStep2 + 1025 + chance(1e9) }),
    codes: [closeCodes.tooLarge],
  },
  {
    name: 'long ping',
    make: (chance) => frame({ opcode: 9, body: bytes(chance, 126 + chance(200)) }),
    codes: [protocolError],
  },
  { name: 'ping in pieces', make: () => frame({ opcode: 9, fin: false, body: hello }), codes: [protocolError] },
  { name: 'close of one byte', make: (chance) => frame({ opcode: 8, body: bytes(chance, 1) }), codes: [protocolError] },
  {
    name: 'close of no such code',
    make: (chance) => frame({ opcode: 8, body: Buffer.from([0, chance(256)]) }),
    codes: [protocolError],
  },
  {
    name: 'close in bad UTF-8',
    make: () => frame({ opcode: 8, body: Buffer.from([3, 232, 0xc3, 0x28]) }),
    codes: [notUtf8],
  },
  {
    name: 'the rest of nothing',
    make: (chance) => frame({ opcode: 0, body: bytes(chance, 9) }),
    codes: [protocolError],
  },
  {
    name: 'a beginning within another',
    make: () => Buffer.concat([frame({ fin: false, body: hello }), frame({ body: hello })]),
    codes: [protocolError],
  },
]

/** What may stand before it, and does no harm. */
const harmless: readonly ((chance: Chance) => Buffer)[] = [
  (chance) => frame({ opcode: 9, body: bytes(chance, chance(126)) }),
  (chance) => frame({ opcode: 10, body: bytes(chance, chance(126)) }),
  () => frame({ body: Buffer.from([0, 0, 1, 0]) }),
  () =>
    Buffer.concat([frame({ fin: false, body: Buffer.from([0, 0]) }), frame({ opcode: 0, body: Buffer.from([1, 0]) })]),
]

const openBroken = async (scene: Scene, path: string): Promise<RawSocket> => {
  const one = await RawSocket.ask(scene.node.port, upgrade(path))
  if (one.status !== 101) throw new Error(`not let in: ${one.status}`)
  return one
}

export function wsFrames(ground: Ground, { n, seed }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const chance = prng(seed)
    const [ended, wrong] = [new Tally(), new Tally()]
    let path = ''
    let frames = 0
    const rss: number[] = []
    while (frames < n) {
      // A pass opens sockets for two minutes.
      path = `/collab/${scene.room}?pass=${await scene.pass(0)}`
      await inTurns(Math.min(500, Math.ceil((n - frames) / 2)), 8, async () => {
        const { name, make, codes } = broken[chance(broken.length)]!
        const one = await openBroken(scene, path)
        for (let i = chance(4); i > 0; i--, frames++) one.send(harmless[chance(harmless.length)]!(chance))
        one.send(make(chance))
        frames += 1
        const code = await one.closeCode()
        one.leave()
        ended.add(code)
        if (code === null || !codes.includes(code)) wrong.add(`${name} ${code}`)
      })
      rss.push(scene.node.rssMb)
    }
    const noise = await someNoise(scene, Math.min(500, n / 10), chance)
    const odd = await oddRequests(scene)
    // Its code is compiled and its pools are filled by a quarter; the least of each time is what is held.
    const quarter = Math.ceil(rss.length / 4)
    const grown = Math.min(...rss.slice(-quarter)) - Math.min(...rss.slice(quarter - 1, quarter * 2))
    return [
      bar(
        `${frames} frames, broken ones end in 1002, 1007 or 4413`,
        wrong.size === 0,
        wrong.size === 0 ? `${ended}` : `wrong: ${wrong}`,
      ),
      bar('sockets with noise on them all end', noise === 0, `${noise} still open`),
      bar(
        '2,000 headers and subprotocols of 8 kB are answered',
        odd.every(({ holds }) => holds),
        odd.map(({ name, got }) => `${name} ${got}`).join(', '),
      ),
      bar(
        'memory flat: less than 30 MB more in the last quarter than in the second',
        grown < 30,
        `${grown.toFixed(1)} MB more`,
      ),
    ]
  })
}

/** Bytes of chance, and then nothing more: the other end is to hang up as well. */
async function someNoise(scene: Scene, n: number, chance: Chance): Promise<number> {
  const path = `/collab/${scene.room}?pass=${await scene.pass(0)}`
  let open = 0
  await inTurns(n, 8, async () => {
    const one = await openBroken(scene, path)
    one.socket.end(bytes(chance, 1 + chance(200)))
    if (!(await until(() => one.isGone, 5000))) open += 1
    one.leave()
  })
  return open
}

async function oddRequests(scene: Scene): Promise<{ name: string; got: string; holds: boolean }[]> {
  const path = `/collab/${scene.room}`
  const token = (length: number): string => 'a'.repeat(length)
  const cases: [name: string, headers: string, statuses: (number | null)[], codes: (number | null)[]][] = [
    // Whatever Node leaves out of them, it is answered.
    ['2,000 headers', 'a:b\r\n'.repeat(2000), [101, 400, 431], [closeCodes.notSignedIn, null]],
    ['5,000 headers', 'abcdefghi:b\r\n'.repeat(5000), [431], [null]],
    ['a subprotocol of 8 kB', `Sec-WebSocket-Protocol: ${token(8192)}\r\n`, [101], [closeCodes.notSignedIn]],
    [
      'a pass of 8 kB',
      `Sec-WebSocket-Protocol: faellesrum.v1, pass.${token(8192)}\r\n`,
      [101],
      [closeCodes.notSignedIn],
    ],
    ['8 kB of commas', `Sec-WebSocket-Protocol: ${','.repeat(8192)}\r\n`, [400], [null]],
    ['8 kB of blanks', `Sec-WebSocket-Protocol: a${' '.repeat(8192)}a\r\n`, [400], [null]],
  ]
  return Promise.all(
    cases.map(async ([name, headers, statuses, codes]) => {
      const one = await RawSocket.ask(scene.node.port, upgrade(path, headers))
      const code = one.status === 101 ? await one.closeCode() : null
      one.leave()
      return {
        name,
        got: `${one.status}${code === null ? '' : ` ${code}`}`,
        holds: statuses.includes(one.status) && codes.includes(code),
      }
    }),
  )
}

const pieces = 16_000
const longestMs = 10_000

/** How much it grew at most while something went on, and what of it was held to the end. */
async function growthWhile<T>(scene: Scene, work: () => Promise<T>): Promise<[most: number, held: number, T]> {
  const before = scene.node.rssMb
  const samples: number[] = []
  const timer = setInterval(() => samples.push(scene.node.rssMb), 25)
  try {
    const done = await work()
    samples.push(scene.node.rssMb)
    // What is waiting to be collected comes and goes by 30 MB where two people only write.
    const held = Math.min(...samples.slice(Math.floor(samples.length / 2)))
    return [Math.max(...samples) - before, held - before, done]
  } finally {
    clearInterval(timer)
  }
}

export function wsFragments(ground: Ground, { n, quick }: Size): Promise<Bar[]> {
  return onScene(ground, async (scene) => {
    const [grown, , ended] = await growthWhile(scene, () => neverWhole(scene, n))
    const late = ended.filter(({ code, after }) => code !== closeCodes.malformed || after > longestMs)
    const longest = Math.max(...ended.map(({ after }) => after))
    const bars = [
      bar(
        `${n} × ${pieces} pieces of one byte, never whole: 4400 within 10 s`,
        late.length === 0,
        `${n - late.length} of ${n}, at last after ${ms(longest)}`,
      ),
      bar('memory +< 30 MB meanwhile', grown < 30, `+${grown.toFixed(1)} MB`),
    ]
    if (quick) return bars
    const [, heldMb, slow] = await growthWhile(scene, () => letterByLetter(scene, n))
    const tooSlow = slow.filter((after) => after > longestMs)
    return [
      ...bars,
      bar(
        `${n} requests at 1 byte a second are given up within 10 s`,
        tooSlow.length === 0,
        `at last after ${ms(Math.max(...slow))}`,
      ),
      bar('memory +< 30 MB for as long', heldMb < 30, `+${heldMb.toFixed(1)} MB`),
    ]
  })
}

async function neverWhole(scene: Scene, n: number): Promise<{ code: number | null; after: number }[]> {
  const path = `/collab/${scene.room}?pass=${await scene.pass(0)}`
  const first = frame({ fin: false, body: Uint8Array.of(0) })
  const more = frame({ fin: false, opcode: 0, body: Uint8Array.of(0) })
  const all = Buffer.concat([first, ...Array.from({ length: pieces - 1 }, () => more)])
  const sockets = await Promise.all(Array.from({ length: n }, () => openBroken(scene, path)))
  return Promise.all(
    sockets.map(async (one) => {
      const began = performance.now()
      one.send(all)
      const code = await one.closeCode(longestMs * 2)
      await until(() => one.isGone, longestMs * 2)
      one.leave()
      return { code, after: performance.now() - began }
    }),
  )
}

/** Milliseconds until each was hung up on. */
async function letterByLetter(scene: Scene, n: number): Promise<number[]> {
  const request = Buffer.from(upgrade(`/collab/${scene.room}?pass=${await scene.pass(0)}`))
  return Promise.all(
    Array.from({ length: n }, async () => {
      const one = new RawSocket(scene.node.port)
      const began = performance.now()
      for (let at = 0; !one.isGone && at < request.length && performance.now() - began < 60_000; at++) {
        one.send(request.subarray(at, at + 1))
        await Promise.race([one.gone, pause(1000)])
      }
      one.leave()
      return performance.now() - began
    }),
  )
}
