// The probes: which updates are well formed, or nearly, and cost far more than they weigh; and what may come of each.
import { closeCodes } from '@faellesrum/schema/rooms'
import { syncSteps } from '../../bench/clients/speech.js'
import { paragraph, struct, update } from '../encode.js'

const { malformed, tooLarge, resync, tooMany } = closeCodes

export type Outcome = number | 'taken' | 'no answer'

export type Shape = Readonly<{
  name: string
  /** What may come of it; where `taken` is among them, every client must be able to bear it. */
  may: readonly Outcome[]
  /** One connection after another says these, until each was said. */
  frames: readonly Uint8Array[]
  step?: number
  /** Before the first sync is through, a hole is no fault yet. */
  early?: boolean
}>

const me = 800_000
const letters = 'Grønne veje i Lærkeby. '

/** Its beginning is missing, and never comes. */
const gap = (i: number): Uint8Array =>
  update([
    {
      client: me,
      clock: 1000 + i * 1000,
      structs: [struct.letters({ after: [me, 999 + i * 1000] }, letters.repeat(20))],
    },
  ])

const big = 2 ** 53 - 1
const own = { client: me, clock: 0 }

/** Elements within elements, each the only child of the last. */
const nest = (from: number, depth: number): Uint8Array =>
  update([
    {
      client: me,
      clock: from,
      structs: Array.from({ length: depth }, (_, i) =>
        struct.element(from + i === 0 ? 'root' : { inside: [me, from + i - 1] }, 'list'),
      ),
    },
  ])

const nestedValue = (depth: number): Uint8Array => {
  const value = new Uint8Array(depth * 2 + 1).fill(1)
  for (let i = 0; i < depth; i++) value[i * 2] = 117 // an array, of one
  value[depth * 2] = 126 // undefined
  return value
}

const tiny = (count: number): Uint8Array => {
  const words = [
    struct.element('root', 'paragraph'),
    struct.text({ inside: [me, 0] }),
    struct.letters({ inside: [me, 1] }, 'a'),
  ]
  // Every second one stands before the last, so that no two can be joined.
  for (let clock = 3; clock < count; clock++)
    words.push(struct.letters({ after: [me, clock - (clock % 2 === 0 ? 2 : 1)] }, 'a'))
  return update([{ ...own, structs: words }])
}

const eleven = 11 * 1024 * 1024

export function shapes(n: number, quick: boolean): Shape[] {
  return [
    {
      name: `${n} updates without a beginning, before the first sync`,
      may: [resync],
      early: true,
      frames: Array.from({ length: n }, (_, i) => gap(i)),
    },
    { name: 'one after it', may: [resync], frames: [gap(0)] },
    {
      name: 'a deletion of 2^40 clocks',
      may: [resync],
      frames: [update([], [{ client: me, ranges: [[0, 2 ** 40]] }])],
    },
    { name: 'a deletion beyond 2^53', may: [malformed], frames: [update([], [{ client: me, ranges: [[big, big]] }])] },
    {
      name: '100,000 deletions of one letter',
      may: [malformed, tooLarge, 'taken'],
      frames: [
        paragraph(me, letters),
        update([], [{ client: me, ranges: Array.from({ length: 100_000 }, () => [2, 1] as const) }]),
      ],
    },
    {
      name: 'a gap of 2^31 clocks as GC',
      may: [tooLarge],
      frames: [update([{ ...own, structs: [struct.gc(2 ** 31)] }])],
    },
    {
      name: '2^31 clocks as deleted',
      may: [tooLarge],
      frames: [update([{ ...own, structs: [struct.deleted('root', 2 ** 31)] }])],
    },
    {
      name: 'a clock of 2^53 - 1',
      may: [resync, malformed],
      frames: [update([{ client: me, clock: big, structs: [struct.letters({ after: [me, big - 1] }, 'a')] }])],
    },
    {
      name: '2^53 - 1 clocks of one client',
      may: [tooLarge],
      frames: [update([{ ...own, structs: [struct.gc(big)] }])],
    },
    { name: '5,000 elements within one another', may: [malformed], frames: [nest(0, 5000)] },
    {
      name: '5,000 values within one another',
      may: [malformed],
      frames: [update([{ ...own, structs: [struct.any('root', nestedValue(5000))] }])],
    },
    { name: '100,000 tiny items in one update', may: [tooLarge], frames: [tiny(100_000)] },
    {
      name: '5,000 client ids in one update',
      may: [tooMany],
      frames: [update(Array.from({ length: 5000 }, (_, i) => ({ client: me + i, clock: 0, structs: [struct.gc(1)] })))],
    },
    {
      name: 'a text of 11 MB at once',
      may: [tooLarge],
      step: syncSteps.answer,
      early: true,
      frames: [paragraph(me, 'a'.repeat(eleven))],
    },
    deepened,
    besideADeletedLetter,
    ...longerThanBefore,
    ...(quick ? [] : [grown]),
  ]
}

const piece = 1_000_000
/** Each within every limit but the text's own. */
const grown: Shape = {
  name: 'a text of 11 MB, bit by bit',
  may: ['taken', tooLarge],
  frames: [
    paragraph(me, 'a'),
    ...Array.from({ length: 11 }, (_, i) =>
      update([
        {
          client: me,
          clock: 3 + i * piece,
          structs: [struct.letters({ after: [me, 2 + i * piece] }, 'a'.repeat(piece))],
        },
      ]),
    ),
  ],
}

/** No update holds more of them than one may. */
const deepened: Shape = {
  name: '5,000 elements within one another, 50 in each of 100 updates',
  // What comes behind the one that goes too deep builds on nothing.
  may: ['taken', malformed, resync],
  frames: Array.from({ length: 100 }, (_, i) => nest(i * 50, 50)),
}

/** One update puts them where a letter was deleted, in a text that stands; no update holds more than its limit of anything. */
const besideADeletedLetter: Shape = {
  name: '4,000 elements within one another where a letter was deleted',
  may: ['taken', malformed],
  frames: [
    paragraph(me, 'abc'),
    update([], [{ client: me, ranges: [[3, 1]] }]),
    update([
      {
        client: me + 2,
        clock: 0,
        structs: Array.from({ length: 4000 }, (_, i) =>
          struct.element(i === 0 ? { after: [me, 3] } : { inside: [me + 2, i - 1] }, 'list'),
        ),
      },
    ]),
  ],
}

const two = update([
  {
    client: me,
    clock: 0,
    structs: [
      struct.element('root', 'paragraph'),
      struct.text({ inside: [me, 0] }),
      struct.letters({ inside: [me, 1] }, 'et'),
      struct.element({ after: [me, 0] }, 'paragraph'),
      struct.text({ inside: [me, 4] }),
      struct.letters({ inside: [me, 5] }, 'to'),
    ],
  },
])
const letter = me + 1
/** In the first paragraph, and then again, longer, as if they had stood in the second. */
const inTheFirst = update([{ client: letter, clock: 0, structs: [struct.letters({ after: [me, 3] }, 'ab')] }])
const inTheSecond = update([{ client: letter, clock: 0, structs: [struct.letters({ after: [me, 7] }, 'abc')] }])
const withoutTheFirst = update(
  [],
  [
    { client: me, ranges: [[0, 4]] },
    { client: letter, ranges: [[0, 2]] },
  ],
)

/** Yjs takes the place of the rest from what the struct says, and its neighbour from what is there. */
const longerThanBefore: readonly Shape[] = [
  {
    name: 'letters once more, longer, and elsewhere',
    may: ['taken', malformed],
    frames: [two, inTheFirst, inTheSecond],
  },
  {
    name: 'the same after what they stood in was deleted',
    may: ['taken', malformed],
    frames: [two, inTheFirst, withoutTheFirst, inTheSecond],
  },
]
