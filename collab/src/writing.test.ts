// Collab: what the server writes into a text that people have open: whole or not at all, and each letter its author's.
import type { DraftJson, WhoseWords } from '@faellesrum/schema/drafts'
import { RoomName, type Tx } from '@faellesrum/schema/rooms'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomRecords } from './door.js'
import { House, id, type Person, synced, until } from './testing/house.js'
import { begun, letters, now, p, ref, same, text } from './testing/texts.js'

let house: House
let oda: Person
let clerk: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
  clerk = await house.person('Yasmin', 'administration')
})
afterAll(() => house.close())

const whose = (who: Person, over: Partial<WhoseWords> = {}): WhoseWords => ({ reason: 'accept', act: 'act-1', otherwise: ref(who), ...over })

/** An act, to its end or undone. */
async function act<Result>(body: (tx: Tx) => Promise<Result>, end: 'commit' | 'rollback' = 'commit'): Promise<Result> {
  const client: PoolClient = await house.database.pool.connect()
  try {
    await client.query('begin')
    const result = await body(client)
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

test('CP35 whoever has the text open gets what the server writes, and keeps what they type meanwhile', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Vi vil have træer.'), p('b', 'Og stier.')))
  const [a, b] = [await house.write(oda, room), await house.write(clerk, room)]
  await synced(a, b)
  const wanted = text(p('b', 'Og mange stier.'), p('a', 'Vi vil have store træer.'))
  const written = await act(async (tx) => {
    const answer = await records.write(tx, room, 1, wanted, whose(oda, { runs: [{ block: 'b', from: 3, to: 9, ref: ref(clerk) }] }))
    // The act is not through: what is typed now waits for it, and is not lost.
    letters(a.doc, 'a').insert(0, 'NB: ')
    return answer
  })
  expect(written).toEqual({ kind: 'written', seq: 2 })
  const all = text(p('b', 'Og mange stier.'), p('a', 'NB: Vi vil have store træer.'))
  await until(() => same(now(b.doc), all) && same(now(a.doc), all))
  await until(async () => same((await records.read(room))!.json, all))
  const whole: Record<string, string> = { a: 'NB: Vi vil have store træer.', b: 'Og mange stier.' }
  const told = (await records.attribution(room))!.runs.map(({ block, from, to, person }) => [person === oda.id ? 'oda' : 'clerk', whole[block]!.slice(from, to)])
  expect(told).toEqual([
    ['clerk', 'Og mange stier.'],
    ['oda', 'NB: '],
    ['clerk', 'Vi vil have '],
    ['oda', 'store '],
    ['clerk', 'træer.'],
  ])
  for await (const row of records.log(room)) if (row.seq === 2) expect(row.sender).toEqual({ person: 'server', mandate: 'server' })
})

test('CP35 made for an older row it is not written, and then nobody can come in between', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Et')))
  const a = await house.write(oda, room)
  await synced(a)
  letters(a.doc, 'a').insert(2, ' to')
  await until(async () => (await records.head(room))!.nextSeq === 3)
  await act(async (tx) => {
    expect(await records.write(tx, room, 1, text(p('a', 'Nul')), whose(clerk))).toEqual({ kind: 'moved', seq: 2 })
    letters(a.doc, 'a').insert(0, 'X')
    const { seq, json } = (await records.read(room))!
    expect(json).toEqual(text(p('a', 'Et to')))
    expect(await records.write(tx, room, seq, text(p('a', 'Et to tre')), whose(clerk))).toEqual({ kind: 'written', seq: 3 })
    // One act may write twice.
    expect(await records.write(tx, room, 3, text(p('a', 'Et to tre fire')), whose(clerk))).toEqual({ kind: 'written', seq: 4 })
    expect(await records.write(tx, room, 4, text(p('a', 'Et to tre fire')), whose(clerk))).toEqual({ kind: 'unchanged' })
  })
  await until(async () => same((await records.read(room))!.json, text(p('a', 'XEt to tre fire'))))
  await until(() => now(a.doc).content[0]!.content![0]!.text === 'XEt to tre fire')
})

test('CP35 an act that is undone has written nothing, and what people typed meanwhile stays', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Et')))
  const a = await house.write(oda, room)
  await synced(a)
  await act(async (tx) => {
    expect(await records.write(tx, room, 1, text(p('a', 'Nul')), whose(clerk))).toEqual({ kind: 'written', seq: 2 })
    letters(a.doc, 'a').insert(2, ' to')
  }, 'rollback')
  await until(async () => same((await records.read(room))!.json, text(p('a', 'Et to'))))
  expect((await records.head(room))!.nextSeq).toBe(3)
})

test('CP35 a room that takes no text takes none from the server; one that is not there, and what is no text, throws', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Et')))
  await act((tx) => records.setState(tx, room, 'sealed'))
  expect(await act((tx) => records.write(tx, room, 1, text(p('a', 'To')), whose(clerk)))).toEqual({ kind: 'shut', state: 'sealed' })
  const unknown = RoomName.print('draft', id())
  await expect(act((tx) => records.write(tx, unknown, 1, text(p('a', 'To')), whose(clerk)))).rejects.toThrow('no room')
  const other = await begun(house, clerk, text(p('a', 'Et')))
  const script = { type: 'script', attrs: { id: 's' } } as never
  await expect(act((tx) => records.write(tx, other, 1, text(p('a', 'Et'), script), whose(clerk)))).rejects.toThrow('no text')
})

test('CP35 an earlier version is brought back as a new row, its words still their first authors’', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Vi vil have træer.'), p('b', 'Og stier.')))
  const a = await house.write(oda, room)
  await synced(a)
  letters(a.doc, 'a').insert(12, 'store ')
  await until(async () => (await records.head(room))!.nextSeq === 3)
  const [old, runs] = [(await records.read(room, 2))!, (await records.attributionAt(room, 2))!.runs]
  a.doc.getXmlFragment('default').delete(0, 1)
  await until(async () => (await records.head(room))!.nextSeq === 4)
  const restored = await act((tx) =>
    records.write(tx, room, 3, old.json as DraftJson, whose(clerk, {
      reason: 'restore',
      runs: runs.map(({ block, from, to, person, mandate }) => ({ block, from, to, ref: { person, mandate: mandate! } })),
    })),
  )
  expect(restored.kind).toBe('written')
  expect((await records.read(room))!.json).toEqual(old.json)
  const told = (await records.attribution(room))!.runs
  expect(told.map(({ block, from, to, person }) => [block, from, to, person])).toEqual(runs.map(({ block, from, to, person }) => [block, from, to, person]))
})

test('CP27 the attribution of any row, and all that was deleted with who had written and who deleted it', async () => {
  const records = roomRecords(house.database.pool)
  const room = await begun(house, clerk, text(p('a', 'Vi vil have træer.')))
  const a = await house.write(oda, room)
  await synced(a)
  letters(a.doc, 'a').delete(3, 4)
  await until(async () => (await records.head(room))!.nextSeq === 3)
  expect((await records.removed(room))!.runs).toMatchObject([
    { block: 'a', at: 3, text: 'vil ', person: clerk.id, deletedBy: { person: oda.id, mandate: oda.mandate } },
  ])
  const { runs } = (await records.attributionAt(room, 1))!
  expect(runs).toMatchObject([{ block: 'a', from: 0, to: 18, person: clerk.id }])
  expect((await records.attribution(room))!.runs).toMatchObject([{ from: 0, to: 14 }])
  expect(await records.attributionAt(room, 3)).toBeNull()
  expect(await records.removed(RoomName.print('draft', id()))).toBeNull()
})
