// Collab: the scan lets every honest update through, and nothing that could hurt a document.
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Knowledge } from './knowledge.js'
import { defaultLimits } from './limits.js'
import { type Scan, scan } from './scan.js'
import { splice } from './splice.js'
import { prng } from './testing/prng.js'
import { writtenBy } from './testing/writers.js'

const full = process.env['FULL'] === '1'

/** What a room does with an update that passed. */
function take(knowledge: Knowledge, found: Scan): void {
  for (const { client, end } of found.sections) knowledge.commit(client, end)
  for (const { client, from, to } of found.deletions) knowledge.deleted.add(client, from, to)
  if (found.children !== null) knowledge.children.putAll(found.children)
}

const look = (update: Uint8Array, knowledge = new Knowledge()) => scan(update, knowledge, defaultLimits)

function bytes(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** One section of one client, then an empty delete set. */
const oneRun = (clock: number, structs: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  bytes((encoder) => {
    for (const value of [1, structs, 7, clock]) encoding.writeVarUint(encoder, value)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
  })

/** A string at the start of the root `default`. */
const rootText = (text: string) => (encoder: encoding.Encoder): void => {
  encoding.writeUint8(encoder, 4)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, 'default')
  encoding.writeVarString(encoder, text)
}

describe('honest updates', () => {
  test.each([1, 2, 3])('CP15 three people writing at random (seed %i): everything passes, and clocks agree with Yjs', (seed) => {
    const knowledge = new Knowledge()
    const doc = new Y.Doc()
    for (const update of writtenBy(3, 400, seed)) {
      const found = look(update, knowledge)
      if (typeof found === 'string') throw new Error(`refused an honest update: ${found}`)
      take(knowledge, found)
      Y.applyUpdate(doc, update)
    }
    expect(new Map([...knowledge.clients].map(([client, { next }]) => [client, next]))).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(doc)),
    )
    // A document deletes by itself what it integrates into something deleted, so only the clocks must be known.
    const whole = look(Y.encodeStateAsUpdate(doc), knowledge) as Scan
    expect(whole.sections.filter(({ client, end }) => end > knowledge.next(client))).toEqual([])
    const fresh = look(Y.encodeStateAsUpdate(doc))
    expect(fresh).toMatchObject({ news: true, flush: true })
  })

  test('CP18 an update whose only news is a deletion is news once', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getText('default').insert(0, 'Hej med jer')
    const knowledge = new Knowledge()
    take(knowledge, look(Y.encodeStateAsUpdate(doc)) as Scan)
    const before = Y.encodeStateVector(doc)
    doc.getText('default').delete(0, 3)
    const deletion = Y.encodeStateAsUpdate(doc, before)
    const found = look(deletion, knowledge) as Scan
    expect(found.news).toBe(true)
    take(knowledge, found)
    expect((look(deletion, knowledge) as Scan).news).toBe(false)
  })

  test('CP16 what comes before its beginning is a hole, not a fault', () => {
    const doc = new Y.Doc()
    doc.getText('default').insert(0, 'først')
    const before = Y.encodeStateVector(doc)
    doc.getText('default').insert(5, ' så')
    expect(look(Y.encodeStateAsUpdate(doc, before))).toBe('hole')
  })

  test.each([4, 5, 6])('CP22 a turn spliced into one update gives the same document (seed %i)', (seed) => {
    const updates = writtenBy(4, 300, seed)
    const knowledge = new Knowledge()
    const one = new Y.Doc()
    const spliced = new Y.Doc()
    for (let i = 0; i < updates.length; i += 25) {
      const turn = updates.slice(i, i + 25).map((update) => {
        const found = look(update, knowledge) as Scan
        take(knowledge, found)
        Y.applyUpdate(one, update)
        return { bytes: update, scan: found }
      })
      const merged = splice(turn)
      expect(merged).not.toBeNull()
      Y.applyUpdate(spliced, merged!)
      expect(spliced.store.pendingStructs).toBeNull()
    }
    // Not the bytes: Yjs merges collected runs differently by transaction.
    expect(spliced.getXmlFragment('default').toString()).toBe(one.getXmlFragment('default').toString())
    expect(spliced.getMap('noter').toJSON()).toEqual(one.getMap('noter').toJSON())
    expect(Y.encodeSnapshot(Y.snapshot(spliced))).toEqual(Y.encodeSnapshot(Y.snapshot(one)))
    const deletionsOnly = splice([], knowledge.deleted)!
    expect((look(deletionsOnly, knowledge) as Scan).news).toBe(false)
  })
})

describe('what is made to take long', () => {
  /** Sections `[client, clock, origin]` of one letter each, every one standing on a letter of somebody else. */
  const standingOn = (sections: readonly (readonly [client: number, clock: number, other: number, otherClock: number])[]) =>
    bytes((e) => {
      encoding.writeVarUint(e, sections.length)
      for (const [client, clock, other, otherClock] of sections) {
        for (const value of [1, client, clock]) encoding.writeVarUint(e, value)
        encoding.writeUint8(e, 0b10000100)
        encoding.writeVarUint(e, other)
        encoding.writeVarUint(e, otherClock)
        encoding.writeVarString(e, 'a')
      }
      encoding.writeVarUint(e, 0)
    })
  const crowd = (size: number): Knowledge => {
    const knowledge = new Knowledge()
    for (let client = 1; client <= size; client++) knowledge.commit(client, 1)
    return knowledge
  }
  const lookWithin = (ms: number, update: Uint8Array, knowledge = new Knowledge()) => {
    const at = performance.now()
    const found = look(update, knowledge)
    expect(performance.now() - at).toBeLessThan(ms)
    return found
  }

  test('CP12 an update of more client ids than an hour allows is refused as soon as it is', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => [i + 1, 0, i, 0] as const)
    expect(lookWithin(100, standingOn(many))).toBe('tooManyIds')
    expect(look(standingOn([[1, 1, 2, 0], [2, 1, 3, 0]]), crowd(3))).toMatchObject({ news: true })
  })

  test('CP17 a section for each of 100,000 people', () => {
    const all = Array.from({ length: 100_000 }, (_, i) => [i + 1, 1, ((i + 1) % 100_000) + 1, 0] as const)
    const knowledge = crowd(100_000)
    expect(lookWithin(2000, standingOn(all), knowledge)).toMatchObject({ news: true })
    expect(lookWithin(2000, standingOn([...all, all[0]!]), knowledge)).toBe('malformed')
  })

  test('CP17 a chain through 50,000 people, in the order that is worst, and the same as a ring', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => [i + 1, 1, i + 2, i === 49_999 ? 0 : 1] as const)
    const knowledge = crowd(50_001)
    expect(lookWithin(2000, standingOn(chain), knowledge)).toMatchObject({ news: true })
    expect(lookWithin(2000, standingOn(chain.toReversed()), knowledge)).toMatchObject({ news: true })
    expect(lookWithin(2000, standingOn([...chain.slice(0, -1), [50_000, 1, 1, 1]]), knowledge)).toBe('malformed')
  })

  test('CP17 two people whose letters stand on one another 100,000 times', () => {
    const rows = 100_000
    const both = bytes((e) => {
      encoding.writeVarUint(e, 2)
      for (const [client, other, ahead] of [[1, 2, 0], [2, 1, 1]] as const) {
        for (const value of [rows, client, 1]) encoding.writeVarUint(e, value)
        for (let i = 0; i < rows; i++) {
          encoding.writeUint8(e, 0b10000100)
          encoding.writeVarUint(e, other)
          encoding.writeVarUint(e, i + ahead)
          encoding.writeVarString(e, 'a')
        }
      }
      encoding.writeVarUint(e, 0)
    })
    expect(lookWithin(2000, both, crowd(2))).toMatchObject({ news: true })
  })
})

describe('what nobody honest writes', () => {
  const cases: [string, Uint8Array, string][] = [
    ['an empty frame', new Uint8Array(0), 'malformed'],
    ['bytes after the end', bytes((e) => { for (const v of [0, 0, 0]) encoding.writeVarUint(e, v) }), 'malformed'],
    ['a section without structs', oneRun(0, 0, () => {}), 'malformed'],
    ['2^31 structs', oneRun(0, 2 ** 31, rootText('a')), 'malformed'],
    ['a run of 2^31 collected clocks', oneRun(0, 1, (e) => { encoding.writeUint8(e, 0); encoding.writeVarUint(e, 2 ** 31) }), 'tooLarge'],
    ['a run without length', oneRun(0, 1, (e) => { encoding.writeUint8(e, 0); encoding.writeVarUint(e, 0) }), 'malformed'],
    ['an empty text', oneRun(0, 1, rootText('')), 'malformed'],
    ['a skip', oneRun(0, 1, (e) => { encoding.writeUint8(e, 10); encoding.writeVarUint(e, 3) }), 'malformed'],
    ['a document in a document', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 9)
      encoding.writeVarUint(e, 1)
      encoding.writeVarString(e, 'default')
      encoding.writeVarString(e, 'guid')
      encoding.writeAny(e, {})
    }), 'malformed'],
    ['an item that stands on itself', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 0b10000100)
      encoding.writeVarUint(e, 7)
      encoding.writeVarUint(e, 0)
      encoding.writeVarString(e, 'a')
    }), 'malformed'],
    ['broken JSON in a format', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 6)
      encoding.writeVarUint(e, 1)
      for (const text of ['default', 'bold', '{"a":']) encoding.writeVarString(e, text)
    }), 'malformed'],
    ['bad UTF-8', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 4)
      encoding.writeVarUint(e, 1)
      encoding.writeVarString(e, 'default')
      encoding.writeVarUint8Array(e, Uint8Array.of(0xc3, 0x28))
    }), 'malformed'],
    ['a prototype as a key', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 5)
      encoding.writeVarUint(e, 1)
      encoding.writeVarString(e, 'default')
      encoding.writeVarString(e, '{"__proto__":{"x":1}}')
    }), 'malformed'],
    ['JSON nested 200 deep', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 5)
      encoding.writeVarUint(e, 1)
      encoding.writeVarString(e, 'default')
      encoding.writeVarString(e, '['.repeat(200) + ']'.repeat(200))
    }), 'malformed'],
    ['a dependency nobody has', oneRun(0, 1, (e) => {
      encoding.writeUint8(e, 0b10000100)
      encoding.writeVarUint(e, 99)
      encoding.writeVarUint(e, 4)
      encoding.writeVarString(e, 'a')
    }), 'hole'],
    ['a deletion of what nobody wrote', bytes((e) => { for (const v of [0, 1, 9, 1, 0, 5]) encoding.writeVarUint(e, v) }), 'hole'],
    ['two items that stand on each other', bytes((e) => {
      encoding.writeVarUint(e, 2)
      for (const [client, other] of [[7, 8], [8, 7]] as const) {
        for (const value of [1, client, 0]) encoding.writeVarUint(e, value)
        encoding.writeUint8(e, 0b10000100)
        encoding.writeVarUint(e, other)
        encoding.writeVarUint(e, 0)
        encoding.writeVarString(e, 'a')
      }
      encoding.writeVarUint(e, 0)
    }), 'malformed'],
    ['types nested 101 deep', oneRun(0, 102, (e) => {
      for (let i = 0; i < 102; i++) {
        encoding.writeUint8(e, 7)
        encoding.writeVarUint(e, i === 0 ? 1 : 0)
        if (i === 0) encoding.writeVarString(e, 'default')
        else { encoding.writeVarUint(e, 7); encoding.writeVarUint(e, i - 1) }
        encoding.writeVarUint(e, 3)
        encoding.writeVarString(e, 'blockquote')
      }
    }), 'malformed'],
  ]

  test.each(cases)('CP17 %s', (_name, update, refusal) => {
    expect(look(update)).toBe(refusal)
  })

  test('CP17 spoilt updates: whatever passes can be applied, leaves nothing pending, and the document can be read again', () => {
    const rounds = full ? 50_000 : 4000
    const chance = prng(20261123)
    const good = writtenBy(3, 250, 11)
    let passed = 0
    const base = new Y.Doc()
    const knowledge = new Knowledge()
    for (const update of good.slice(0, 150)) {
      take(knowledge, look(update, knowledge) as Scan)
      Y.applyUpdate(base, update)
    }
    const state = Y.encodeStateAsUpdate(base)
    // Spoilt from what could follow now; the rest would only be holes.
    const next = good.slice(150).filter((update) => typeof look(update, knowledge) !== 'string')
    for (let round = 0; round < rounds; round++) {
      const spoilt = spoil(next[chance(next.length)]!, good[chance(good.length)]!, chance)
      const found = scan(spoilt, knowledge, defaultLimits)
      if (typeof found === 'string' || !found.news) continue
      passed++
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      Y.applyUpdate(doc, spoilt)
      expect(doc.store.pendingStructs, `round ${round}`).toBeNull()
      expect(doc.store.pendingDs, `round ${round}`).toBeNull()
      const again = new Y.Doc()
      Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
      expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc))
    }
    // Enough of them must have passed for this to say anything.
    expect(passed).toBeGreaterThan(rounds / 100)
  })
})

function spoil(update: Uint8Array, other: Uint8Array, chance: (below: number) => number): Uint8Array {
  const spoilt = Uint8Array.from(update)
  switch (chance(4)) {
    case 0:
      return spoilt.subarray(0, chance(spoilt.length))
    case 1: {
      const at = chance(spoilt.length)
      return Uint8Array.of(...spoilt.subarray(0, at), ...other.subarray(chance(other.length)))
    }
    default:
      for (let i = chance(4); i >= 0; i--) spoilt[chance(spoilt.length)] = chance(256)
      return spoilt
  }
}
