// Collab: people write together with the stock client, and everything is in the log with its writer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { House, synced, textOf, until } from './testing/house.js'

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(() => house.close())

test('CP1 CP21 two stock clients converge, and the log holds who wrote what under which mandate', async () => {
  const room = await house.room()
  const [oda, clerk] = [await house.person('Oda'), await house.person('Yasmin', 'administration')]
  const [a, b] = [await house.write(oda, room), await house.write(clerk, room)]
  await synced(a, b)
  textOf(a).insert(0, 'Grønne veje ')
  textOf(b).insert(0, 'Kommissorium: ')
  textOf(b).insert(0, '§1 ')
  await until(() => textOf(a).length === 29 && textOf(b).length === 29)
  expect(textOf(a).toString()).toBe(textOf(b).toString())
  const { rows, text } = await house.logged(room)
  expect(text).toBe(textOf(a).toString())
  expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, i) => i + 1))
  expect(new Set(rows.map((row) => `${row.person} ${row.mandate} ${row.mandate_kind} ${row.offline}`))).toEqual(
    new Set([
      `${oda.id} ${oda.mandate} council-member false`,
      `${clerk.id} ${clerk.mandate} administration false`,
    ]),
  )
})

test('CP9 whoever comes later gets it all, deletions too, and adds nothing to the log', async () => {
  const room = await house.room()
  const oda = await house.person('Oda')
  const a = await house.write(oda, room)
  await synced(a)
  textOf(a).insert(0, 'Hele teksten')
  textOf(a).delete(0, 5)
  await until(async () => (await house.logged(room)).text === 'teksten')
  const before = (await house.logged(room)).rows.length
  const b = await house.write(await house.person('Birk'), room)
  await synced(b)
  expect(textOf(b).toString()).toBe('teksten')
  a.disconnect()
  textOf(b).delete(0, 3)
  a.connect()
  await until(() => textOf(a).toString() === 'sten')
  // One row for Birk's deletion; coming and coming back wrote none.
  expect((await house.logged(room)).rows).toHaveLength(before + 1)
})

test('CP8 words written without a connection come with the first sync, and say so', async () => {
  const room = await house.room()
  const oda = await house.person('Oda')
  const [a, b] = [await house.write(oda, room), await house.write(await house.person('Birk'), room)]
  await synced(a, b)
  a.disconnect()
  textOf(a).insert(0, 'skrevet i toget')
  a.connect()
  // Typed while the connection is being made: a hole until step 2 is through.
  textOf(a).insert(15, '!')
  await until(() => a.wsconnected)
  textOf(a).insert(16, '?')
  await until(() => textOf(b).toString() === 'skrevet i toget!?')
  expect((await house.logged(room)).rows.some((row) => row.offline)).toBe(true)
})

test('CP11 presence carries the name that the house knows, not the one a client claims', async () => {
  const room = await house.room()
  const [a, b] = [
    await house.write(await house.person('Oda Lindskov'), room),
    await house.write(await house.person('Birk', 'resident'), room),
  ]
  await synced(a, b)
  a.awareness.setLocalStateField('user', { name: 'Borgmesteren', color: '#000000' })
  const place = Y.createRelativePositionFromTypeIndex(a.doc.getText('default'), 0)
  a.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  const seen = () => b.awareness.getStates().get(a.doc.clientID)
  await until(() => seen()?.['cursor'] !== undefined)
  expect(seen()).toEqual({
    user: { name: 'Oda Lindskov', person: expect.any(String), mandate: 'council-member', color: '#5b3a86' },
    cursor: { anchor: { type: null, tname: 'default', item: null, assoc: 0 }, head: expect.anything() },
  })
  a.disconnect()
  await until(() => seen() === undefined)
  a.connect()
  await until(() => seen() !== undefined, 3000)
})

test('CP25 a room is folded while people write, and a later join gets snapshot and tail', async () => {
  const room = await house.room()
  const a = await house.write(await house.person('Oda'), room)
  await synced(a)
  for (let i = 0; i < 700; i++) textOf(a).insert(textOf(a).length, `${i} `)
  await until(async () => (await house.database.owner.query('select from collab.snapshot where room = $1', [room])).rowCount)
  textOf(a).insert(0, 'efter ')
  const b = await house.write(await house.person('Birk'), room)
  await until(() => textOf(b).toString() === textOf(a).toString())
  textOf(b).insert(0, 'og ')
  await until(() => textOf(a).toString().startsWith('og efter 0 1 2'))
})
