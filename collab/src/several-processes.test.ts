// Collab: several processes over one log. What one commits the others hear at once; what is lost on the way is read in the log.
import type { RoomName } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { HearTold, Relay, Told } from './relay.js'
import { House, synced, textOf, until } from './testing/house.js'

/** Relays of one machine: as Redis does it, without Redis. `drops` says what is lost. */
function wires(drops: (told: Told, from: string) => boolean = () => false): (process: string) => Relay {
  const ears = new Map<string, Map<RoomName, HearTold>>()
  return (process) => {
    const mine = new Map<RoomName, HearTold>()
    ears.set(process, mine)
    const tell = (room: RoomName, told: Told): void => {
      if (drops(told, process)) return
      for (const [other, rooms] of ears) if (other !== process) setImmediate(() => rooms.get(room)?.(told, process))
    }
    return {
      listen(room, hear) {
        mine.set(room, hear)
        tell(room, { kind: 'whoIsThere' })
      },
      forget: (room) => void mine.delete(room),
      tell,
      close: async () => void ears.delete(process),
    }
  }
}

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(() => house.close())

test('CP32 what one process commits the others hear at once, in the order of the log, and each row once', async () => {
  const relay = wires()
  const hourly = { compareEveryMs: 3_600_000 }
  const [one, two] = [
    await house.beside({ relay: relay('one'), limits: hourly }),
    await house.beside({ relay: relay('two'), limits: hourly }),
  ]
  const room = await house.room()
  const [oda, birk] = [await house.person('Oda'), await house.person('Birk')]
  const [a, b] = [await one.write(oda, room), await two.write(birk, room)]
  await synced(a, b)
  for (let i = 0; i < 50; i++) {
    textOf(a).insert(textOf(a).length, `${i} `)
    textOf(b).insert(0, `${i}-`)
    if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const isAll = (): boolean => textOf(a).length === 280 && textOf(b).length === 280
  await until(isAll)
  expect(textOf(a).toString()).toBe(textOf(b).toString())
  const { rows, text } = await house.logged(room)
  expect(text).toBe(textOf(a).toString())
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, i) => i + 1))
  expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([oda.id, birk.id]))
})

test('CP32 a message that is lost is read in the log as soon as the next one shows the hole', async () => {
  let lost = 0
  const relay = wires((told) => told.kind === 'rows' && ++lost % 2 === 1)
  const hourly = { compareEveryMs: 3_600_000 }
  const [one, two] = [
    await house.beside({ relay: relay('one'), limits: hourly }),
    await house.beside({ relay: relay('two'), limits: hourly }),
  ]
  const room = await house.room()
  const [a, b] = [await one.write(await house.person('Oda'), room), await two.write(await house.person('Birk'), room)]
  await synced(a, b)
  textOf(a).insert(0, 'tabt')
  await until(async () => (await house.logged(room)).text === 'tabt')
  expect(textOf(b).toString()).toBe('')
  textOf(a).insert(4, ' og fundet')
  await until(() => textOf(b).toString() === 'tabt og fundet')
})

test('CP32 without any relay the log is compared, every ten seconds', async () => {
  const nothing = wires(() => true)
  const often = { compareEveryMs: 200 }
  const [one, two] = [
    await house.beside({ relay: nothing('one'), limits: often }),
    await house.beside({ relay: nothing('two'), limits: often }),
  ]
  const room = await house.room()
  const [a, b] = [await one.write(await house.person('Oda'), room), await two.write(await house.person('Birk'), room)]
  await synced(a, b)
  textOf(a).insert(0, 'alene')
  await until(() => textOf(b).toString() === 'alene')
})

test('CP33 people at several processes see each other, whoever comes later too, and see each other go', async () => {
  const relay = wires()
  const [one, two] = [await house.beside({ relay: relay('one') }), await house.beside({ relay: relay('two') })]
  const room = await house.room()
  const a = await one.write(await house.person('Oda Lindskov'), room)
  await synced(a)
  const place = Y.createRelativePositionFromTypeIndex(textOf(a), 0)
  a.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  const b = await two.write(await house.person('Birk'), room)
  await until(() => b.awareness.getStates().get(a.doc.clientID)?.['user']?.name === 'Oda Lindskov')
  b.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  await until(() => a.awareness.getStates().get(b.doc.clientID)?.['user']?.name === 'Birk')
  b.disconnect()
  await until(() => !a.awareness.getStates().has(b.doc.clientID))
  b.connect()
  await until(() => a.awareness.getStates().has(b.doc.clientID))
})

test('CP33 a process that says nothing for two and a half times fifteen seconds takes its people along', async () => {
  let isDead = false
  const relay = wires((_, from) => isDead && from === 'two')
  const quick = { presenceRelayMs: 40 }
  const [one, two] = [
    await house.beside({ relay: relay('one'), limits: quick }),
    await house.beside({ relay: relay('two'), limits: quick }),
  ]
  const room = await house.room()
  const [a, b] = [await one.write(await house.person('Oda'), room), await two.write(await house.person('Birk'), room)]
  await synced(a, b)
  await until(() => a.awareness.getStates().has(b.doc.clientID))
  isDead = true
  await until(() => !a.awareness.getStates().has(b.doc.clientID))
})
