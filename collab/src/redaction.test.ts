// Collab: words that have to go are gone, from every row of the room and for good; everybody else's stay, and stay theirs.
import { RoomName } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomRecords } from './door.js'
import { Folder } from './folder.js'
import { packOldRows } from './packing.js'
import { PostgresRoomStore } from './store/postgres-room-store.js'
import { House, closing, id, type Person, synced, until } from './testing/house.js'
import { begun, letters, now, p, same, text } from './testing/texts.js'

let house: House
let oda: Person
let clerk: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
  clerk = await house.person('Yasmin', 'administration')
})
afterAll(() => house.close())

const canary = 'Kaj Hansen'
const records = () => roomRecords(house.database.pool)

/** As the owner of the database, in a transaction of its own. */
async function redact(room: RoomName) {
  const owner = await house.database.owner.connect()
  try {
    await owner.query('begin')
    const result = await records().redact(owner, room, [canary], 'Art. 17, sag 25/1')
    await owner.query('commit')
    return result
  } finally {
    owner.release()
  }
}

/** Every value of every row of the room, in every table of collab, as bytes. */
async function bytesOf(room: RoomName): Promise<Buffer> {
  const { rows: tables } = await house.database.owner.query(
    `select table_name as name, exists (select from information_schema.columns c where c.table_schema = 'collab'
       and c.table_name = t.table_name and c.column_name = 'room') as by_room
       from information_schema.tables t where table_schema = 'collab'`,
  )
  const found: Buffer[] = []
  for (const { name, by_room: byRoom } of tables as { name: string; by_room: boolean }[]) {
    const { rows } = await house.database.owner.query(`select * from collab.${name} where ${byRoom ? 'room' : 'name'} = $1`, [room])
    for (const value of rows.flatMap((row: object) => Object.values(row))) {
      found.push(value instanceof Buffer ? value : Buffer.from(JSON.stringify(value) ?? ''))
    }
  }
  return Buffer.concat(found)
}

/** A text in which the words stand, stood, and were typed letter by letter, some of its rows packed. */
async function written() {
  const room = await begun(house, clerk, text(p('a', `Spørg ${canary} om det.`), p('b', 'Ellers ingen.')))
  const a = await house.write(oda, room)
  await synced(a)
  letters(a.doc, 'b').insert(0, `${canary} siger: `)
  letters(a.doc, 'b').delete(0, canary.length + 1)
  for (const letter of ` Hilsen ${canary}, og mange tak for i dag til alle.`) letters(a.doc, 'b').insert(letters(a.doc, 'b').length, letter)
  await until(async () => same((await records().read(room))!.json, now(a.doc)))
  return { room, a }
}

test('CP36 no byte of the words stays in any row of the room, and the text that is left is whose it was', async () => {
  const { room, a } = await written()
  expect((await bytesOf(room)).includes(canary)).toBe(true)
  const code = closing(a)
  const result = await redact(room)
  expect(result).toMatchObject({ kind: 'redacted', found: 2, epoch: 2 })
  await until(() => code.code === 4410)
  const all = await bytesOf(room)
  for (const word of [canary, 'Kaj', 'Hansen']) expect(all.includes(word)).toBe(false)
  const after = text(p('a', 'Spørg […] om det.'), p('b', 'siger: Ellers ingen. Hilsen […], og mange tak for i dag til alle.'))
  expect((await records().read(room))!.json).toEqual(after)
  const whole = ['Spørg […] om det.', 'siger: Ellers ingen. Hilsen […], og mange tak for i dag til alle.']
  const told = (await records().attribution(room))!.runs.map(({ block, from, to, person, source }) => [
    person === oda.id ? 'oda' : person === clerk.id ? 'clerk' : source,
    whole[block === 'a' ? 0 : 1]!.slice(from, to),
  ])
  expect(told).toEqual([
    ['clerk', 'Spørg '],
    ['import', '[…]'],
    ['clerk', ' om det.'],
    ['oda', 'siger: '],
    ['clerk', 'Ellers ingen.'],
    ['oda', ' Hilsen '],
    ['import', '[…]'],
    ['oda', ', og mange tak for i dag til alle.'],
  ])
  expect((await records().removed(room))!.runs).toEqual([])
  const { rows } = await house.database.pool.query('select rows, senders, reason from collab.redaction where room = $1', [room])
  expect(rows[0].senders).toContainEqual({ person: 'server', mandate: 'server', rows: 1 })
  expect(rows[0].senders.reduce((sum: number, one: { rows: number }) => sum + one.rows, 0)).toBe(Number(rows[0].rows))
  expect(rows[0].reason).toBe('Art. 17, sag 25/1')
})

test('CP36 people go on writing in the new epoch, and a document of the old one brings nothing back', async () => {
  const { room, a } = await written()
  const old = new Y.Doc()
  Y.applyUpdate(old, Y.encodeStateAsUpdate(a.doc))
  old.clientID = a.doc.clientID
  // Away when it happens, and with words that nobody has seen.
  a.disconnect()
  letters(old, 'b').insert(0, 'Uden net. ')
  const reader = closing(await house.write(clerk, room, 'read'))
  await redact(room)
  await until(() => reader.code === 4410)
  const [fresh, other] = [await house.write(clerk, room), await house.write(oda, room)]
  await synced(fresh, other)
  letters(fresh.doc, 'a').insert(0, 'Nyt: ')
  await until(() => letters(other.doc, 'a').toString().startsWith('Nyt: '))
  const late = await house.write(oda, room, 'write', old)
  const code = closing(late)
  await until(() => code.code === 4410)
  expect(late.shouldConnect).toBe(false)
  expect((await bytesOf(room)).includes('Hansen')).toBe(false)
  expect(now(fresh.doc).content).toHaveLength(2)
  expect((await records().head(room))!.epoch).toBe(2)
})

test('CP36 what was packed goes too', async () => {
  const room = await begun(house, clerk, text(p('a', canary)))
  const a = await house.write(oda, room)
  await synced(a)
  for (let n = 0; n < 120; n++) {
    letters(a.doc, 'a').insert(0, 'x')
    await until(async () => (await records().head(room))!.nextSeq === n + 3)
  }
  a.destroy()
  await house.stop()
  await house.start()
  expect(await packOldRows(house.database.pool, new Date(Date.now() + 60_000), 20)).toBeGreaterThan(100)
  const { rows: before } = await house.database.owner.query('select rows from collab.segment where room = $1', [room])
  expect(before).toHaveLength(1)
  expect(await redact(room)).toMatchObject({ kind: 'redacted', rows: 121 })
  const { rows: after } = await house.database.owner.query('select rows from collab.segment where room = $1', [room])
  expect(after).toEqual([])
  expect((await records().read(room))!.json).toEqual(text(p('a', `${'x'.repeat(120)}[…]`)))
})

test('CP36 a fold and a packing that were under way bring nothing back, and packing goes on', async () => {
  const { room, a } = await written()
  const store = new PostgresRoomStore(house.database.pool)
  const folder = new Folder()
  const late = await folder.fold(null, [Y.encodeStateAsUpdate(a.doc)])
  await folder.close()
  // Packing has read its rows, and waits for the room before it keeps any.
  const owner = await house.database.owner.connect()
  await owner.query('begin')
  await records().redact(owner, room, [canary], 'x')
  const packing = packOldRows(house.database.pool, new Date(Date.now() + 60_000), 20)
  const saving = store.saveSnapshot(room, 1, { seq: 5, ...late })
  await owner.query('commit')
  owner.release()
  await Promise.all([packing, saving])
  expect((await bytesOf(room)).includes('Hansen')).toBe(false)
  const { rows } = await house.database.owner.query('select epoch, seq from collab.snapshot where room = $1', [room])
  expect(rows).toEqual([{ epoch: 2, seq: '1' }])
  expect(await packOldRows(house.database.pool, new Date(Date.now() + 60_000), 20)).toBe(0)
  // What is read beside an erasure is an error, and not a text without authors.
  const head = { room, state: 'open' as const, epoch: 1, nextSeq: 9 }
  await expect(roomRecords(house.database.pool).attribution(head)).rejects.toThrow('ends at row')
})

test('CP36 a sealed text stays what was decided, and whoever serves may not erase', async () => {
  const { room, a } = await written()
  await expect(records().redact(house.database.pool, room, [canary], 'x')).rejects.toThrow(/permission denied/)
  await expect(records().redact(house.database.owner, RoomName.print('draft', id()), [canary], 'x')).rejects.toThrow('no room')
  await expect(records().redact(house.database.owner, room, [' '], 'x')).rejects.toThrow(RangeError)
  await records().setState(house.database.owner, room, 'sealed')
  expect(await redact(room)).toEqual({ kind: 'sealed' })
  expect(same((await records().read(room))!.json, now(a.doc))).toBe(true)
})
