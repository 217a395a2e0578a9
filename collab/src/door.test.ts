// Collab: what the server gets through the door: rooms made in its transactions, versions, and who wrote what.
import { Attribution, beginDraft, commissionBeginning, plainText, readDraft, type DraftJson } from '@faellesrum/schema/drafts'
import { RoomName } from '@faellesrum/schema/rooms'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomRecords } from './door.js'
import { House, id, type Person, synced, until } from './testing/house.js'

let house: House
let oda: Person
let clerk: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
  clerk = await house.person('Yasmin', 'administration')
})
afterAll(() => house.close())

const author = () => ({ person: clerk.id, mandate: clerk.mandate })

/** A commission's text as the act that enters it would make it. */
async function begun(filled: Parameters<typeof commissionBeginning>[1] = { purpose: 'Færre biler ved skolen.' } as never) {
  const room = RoomName.print('draft', id())
  const { json, who } = commissionBeginning('Grønne veje', filled, author())
  const { update, authors } = beginDraft(json, 77, who)
  const head = await roomRecords(house.database.pool).create(house.database.pool, room, { update, authors })
  return { room, head }
}

const paragraphs = (doc: Y.Doc) => doc.getXmlFragment('default').toArray() as Y.XmlElement[]

test('CP26 a room begins with the text of an act, credited to whom the act says', async () => {
  const records = roomRecords(house.database.pool)
  const { room, head } = await begun()
  expect(head).toEqual({ room, state: 'open', epoch: 1, nextSeq: 2 })
  const version = await records.read(room)
  expect(version?.seq).toBe(1)
  expect(plainText(version!.json as DraftJson)).toContain('Grønne veje')
  const { runs, version: rules } = (await records.attribution(room))!
  expect(rules).toBe('attribution:v1')
  expect(runs.filter((run) => run.person === clerk.id).length).toBeGreaterThan(0)
  await expect(records.create(house.database.pool, room, null)).rejects.toMatchObject({ code: '23505' })
  expect(await records.head(RoomName.print('draft', id()))).toBeNull()
  expect(await records.read(RoomName.print('draft', id()))).toBeNull()
})

test('CP26 many rooms are looked up at once, with the moment of the last row; one that is not there is left out', async () => {
  const records = roomRecords(house.database.pool)
  const [{ room, head }, { room: empty }] = [await begun(), { room: RoomName.print('draft', id()) }]
  await records.create(house.database.pool, empty, null)
  const heads = await records.heads([room, empty, RoomName.print('draft', id())])
  let last = ''
  for await (const row of records.log(room)) last = row.receivedAt
  expect(heads.get(room)).toEqual({ ...head, writtenAt: last })
  expect(heads.get(empty)).toEqual({ room: empty, state: 'open', epoch: 1, nextSeq: 1, writtenAt: null })
  expect(heads.size).toBe(2)
  expect(await records.attribution(head)).toEqual(await records.attribution(room))
})

test('CP26 a beginning whose author map does not fit is refused, and nothing of it stays', async () => {
  const room = RoomName.print('draft', id())
  const { json, who } = commissionBeginning('Grønne veje', {}, author())
  const { update, authors } = beginDraft(json, 77, who)
  const act = await house.database.owner.connect()
  await act.query('begin')
  const records = roomRecords(house.database.pool)
  await expect(records.create(act, room, { update, authors: { ...authors, by: [] } })).rejects.toThrow(/author map/)
  await expect(records.create(act, RoomName.print('draft', id()), { update: update.subarray(1), authors })).rejects.toThrow(TypeError)
  await act.query('rollback')
  act.release()
  expect(await records.head(room)).toBeNull()
})

test('CP27 what people write is theirs, at once and incrementally; an earlier version stays readable', async () => {
  const records = roomRecords(house.database.pool)
  const { room } = await begun()
  const a = await house.write(oda, room)
  const b = await house.write(clerk, room)
  await synced(a, b)
  const before = (await records.head(room))!.nextSeq - 1
  const typeInto = (doc: Y.Doc, words: string) => {
    const paragraph = paragraphs(doc).find((one) => one.nodeName === 'paragraph')!
    if (!(paragraph.get(0) instanceof Y.XmlText)) paragraph.insert(0, [new Y.XmlText()])
    const text = paragraph.get(0) as Y.XmlText
    for (const letter of words) text.insert(text.length, letter)
  }
  typeInto(a.doc, ' Oda skriver.')
  await until(async () => JSON.stringify((await records.read(room))!.json).includes('Oda skriver.'))
  const ofOda = async () => (await records.attribution(room))!.runs.filter((run) => run.person === oda.id)
  expect((await ofOda()).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(13)
  typeInto(b.doc, ' Og Yasmin.')
  await until(async () => JSON.stringify((await records.read(room))!.json).includes('Og Yasmin.'))
  expect((await ofOda()).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(13)
  expect(JSON.stringify((await records.read(room, before))!.json)).not.toContain('Oda skriver')
  // The replay begun anew says the same as the one that went on.
  expect(await roomRecords(house.database.pool).attribution(room)).toEqual(await records.attribution(room))
})

/** What this thread has worked, in ticks of 10 ms, whatever else the machine does. Linux tells. */
const ownThread = '/proc/thread-self/stat'
const worked = (): number => {
  const [user, system] = readFileSync(ownThread, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return Number(user) + Number(system)
}

test.skipIf(!existsSync(ownThread))('CP27 a long text is read and its log replayed by another thread than that of the sockets', async () => {
  const room = await house.room()
  const doc = new Y.Doc()
  doc.clientID = 5
  const words = 'Grønne veje og trygge skoler i Lærkeby. '.repeat(4)
  doc.transact(() => {
    doc.getXmlFragment('default').insert(0, Array.from({ length: 8000 }, (_, i) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`${i} ${words}`)])
      return paragraph
    }))
  })
  const update = Y.encodeStateAsUpdate(doc)
  await house.otherwise(room, [update])
  const records = roomRecords(house.database.pool)
  await records.read(await house.room())
  const before = worked()
  const { json } = readDraft(update)
  const runs = new Attribution().feed([{ sender: { person: oda.id, mandate: oda.mandate }, updates: [update] }]).runs()
  const here = worked() - before
  const [text, credits] = await Promise.all([records.read(room), records.attribution(room)])
  // What is left is to take the answers over.
  expect(worked() - before - here).toBeLessThan(here * 0.85)
  expect(JSON.stringify(text!.json) === JSON.stringify(json)).toBe(true)
  expect(credits!.runs).toHaveLength(runs.length)
})

test('CP27 the log comes out as it went in, oldest first', async () => {
  const records = roomRecords(house.database.pool)
  const { room } = await begun()
  const a = await house.write(oda, room)
  await synced(a)
  for (let i = 0; i < 5; i++) {
    const words = new Y.XmlText(`afsnit ${i}`)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [words])
    a.doc.getXmlFragment('default').insert(0, [paragraph])
    await until(async () => (await records.head(room))!.nextSeq === i + 3)
  }
  const rows = []
  for await (const row of records.log(room)) rows.push(row)
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  expect(rows[0]).toMatchObject({ sender: { person: 'server', mandate: 'server' }, authors: { v: 'authors:v1' } })
  expect(rows[1]).toMatchObject({ sender: { person: oda.id, mandate: oda.mandate }, authors: null, offline: false })
  const later = []
  for await (const { seq } of records.log(room, 4)) later.push(seq)
  expect(later).toEqual([5, 6])
})

describe('freezing', () => {
  test('CP24 an act that holds the room sees all that is committed, and nothing comes after', async () => {
    const records = roomRecords(house.database.pool)
    const { room } = await begun({})
    const a = await house.write(oda, room)
    await synced(a)
    a.doc.getText('default-2').insert(0, 'før')
    await until(async () => (await records.head(room))!.nextSeq === 3)
    const act = await house.database.owner.connect()
    await act.query('begin')
    const head = await records.setState(act, room, 'frozen')
    expect(head).toMatchObject({ state: 'frozen', nextSeq: 3 })
    const stopped = new Promise((resolve) => a.on('closed', resolve))
    a.doc.getText('default-2').insert(3, ' under')
    await act.query('insert into rooms.notice (notice) values ($1)', [{ kind: 'state', room, state: 'frozen', epoch: 1 }])
    await act.query('commit')
    act.release()
    await expect(stopped).resolves.toMatchObject({ code: 4403 })
    expect((await records.head(room))!.nextSeq).toBe(3)
    await records.setState(house.database.pool, room, 'open')
    await house.notice({ kind: 'state', room, state: 'open', epoch: 1 })
    const b = await house.write(clerk, room)
    await synced(b)
    expect(b.doc.getText('default-2').toString()).toBe('før')
    b.doc.getText('default-2').insert(0, 'efter ')
    await until(async () => (await records.head(room))!.nextSeq === 4)
  })

  test('CP24 an act that is undone thaws the room by itself: what was typed meanwhile is saved', async () => {
    const records = roomRecords(house.database.pool)
    const { room } = await begun({})
    const a = await house.write(oda, room)
    await synced(a)
    const act = await house.database.owner.connect()
    await act.query('begin')
    await records.setState(act, room, 'frozen')
    a.doc.getText('default-2').insert(0, 'holdt')
    // Another room goes on meanwhile.
    const other = await house.room()
    const b = await house.write(clerk, other)
    await synced(b)
    b.doc.getText('default').insert(0, 'ved siden af')
    await until(async () => (await house.logged(other)).text === 'ved siden af')
    expect((await records.head(room))!.nextSeq).toBe(2)
    await act.query('rollback')
    act.release()
    await until(async () => (await records.head(room))!.nextSeq === 3)
    expect(a.wsconnected).toBe(true)
  })
})
