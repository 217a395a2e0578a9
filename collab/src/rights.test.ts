// Collab: rights end when the decision says so, not when a pass runs out.
import { closeCodes, messageTypes, noticeChannel, type RoomName, type RoomNotice } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closing, House, id, type Person, synced, textOf, until } from './testing/house.js'
import { RawClient, typed } from './testing/raw-client.js'

let house: House
let room: RoomName
let oda: Person
let birk: Person
beforeAll(async () => {
  house = await House.open()
  oda = await house.person('Oda')
})
afterAll(() => house.close())
beforeEach(async () => {
  room = await house.room()
  birk = await house.person('Birk', 'invited')
})

const ended = (over: Partial<RoomNotice & { kind: 'ended' }>): RoomNotice => ({
  kind: 'ended',
  room: null,
  person: null,
  mandate: null,
  session: null,
  ...over,
})

const ours = async (who: Person, access: 'read' | 'write' = 'write', over = {}) => {
  const client = new RawClient(`${house.url}/${room}`, { pass: await house.pass(who, room, access, over), ours: true })
  await client.opened
  client.begin()
  await until(() => client.standings.length > 0)
  return client
}

describe('an ended right', () => {
  test.each<[string, () => RoomNotice, number]>([
    ['signed out', () => ended({ session: birk.session }), closeCodes.notSignedIn],
    ['the mandate ended everywhere', () => ended({ mandate: birk.mandate }), closeCodes.rightEnded],
    ['the person left this room', () => ended({ room, person: birk.id }), closeCodes.rightEnded],
    ['the room is closed to all', () => ended({ room }), closeCodes.rightEnded],
  ])('CP13 %s: closed within two seconds, and the same pass opens nothing any more', async (_name, make, code) => {
    const pass = await house.pass(birk, room)
    const client = new RawClient(`${house.url}/${room}`, { pass })
    await client.opened
    client.begin()
    const at = Date.now()
    await house.notice(make())
    expect((await client.closed).code).toBe(code)
    expect(Date.now() - at).toBeLessThan(2000)
    const again = new RawClient(`${house.url}/${room}`, { pass })
    expect((await again.closed).code).toBe(code)
    expect(again.heard).toEqual([])
  })

  test('CP31 a room that is closed sends everybody for a new pass but those who stay, whenever they came in', async () => {
    const [stays, pass] = [await ours(oda), await house.pass(birk, room)]
    const goes = new RawClient(`${house.url}/${room}`, { pass })
    await goes.opened
    await house.notice({ kind: 'closed', room: await house.room(), keeping: [] })
    await house.notice({ kind: 'closed', room, keeping: [oda.id] })
    expect((await goes.closed).code).toBe(closeCodes.fetchNewPass)
    // A pass that is older than the decision opens nothing, whoever signed in after it was made.
    const late = new RawClient(`${house.url}/${room}`, { pass })
    expect((await late.closed).code).toBe(closeCodes.fetchNewPass)
    expect(late.heard).toEqual([])
    await ours(oda)
    expect(stays.closeCode).toBeNull()
  })

  test('CP13 somebody else, another room, another mandate: nothing happens to me', async () => {
    const me = await ours(oda)
    const before = me.heard.length
    await house.notice(ended({ session: birk.session }))
    await house.notice(ended({ mandate: id() }))
    await house.notice(ended({ room: await house.room(), person: oda.id }))
    await house.notice(ended({}))
    const other = await ours(birk, 'write', { session: 'new' })
    await house.notice(ended({ room, person: birk.id }))
    expect((await other.closed).code).toBe(closeCodes.rightEnded)
    expect(me.closeCode).toBeNull()
    expect(me.heard.length).toBe(before)
  })

  test('CP13 an act that commits late, with a number lower than what was read, is obeyed too', async () => {
    const client = await ours(birk)
    const act = await house.database.owner.connect()
    await act.query('begin')
    await act.query('insert into rooms.notice (notice) values ($1)', [ended({ mandate: birk.mandate })])
    await house.notice({ kind: 'opened', room })
    await until(() => client.standings.length === 2)
    await act.query('commit')
    act.release()
    expect((await client.closed).code).toBe(closeCodes.rightEnded)
  })

  test('CP13 the channel wakes: with an hour between readings a decision is obeyed at once', async () => {
    await house.stop()
    await house.start({ limits: { noticesEveryMs: 3_600_000, noticesStaleMs: 3_600_000 } })
    const client = await ours(birk)
    await house.notice(ended({ mandate: birk.mandate }))
    await house.database.owner.query(`notify ${noticeChannel}`)
    expect((await client.closed).code).toBe(closeCodes.rightEnded)
    await house.stop()
    await house.start()
  })

  test('CP13 a process that starts after the decision knows it', async () => {
    const pass = await house.pass(birk, room)
    await house.notice(ended({ mandate: birk.mandate }))
    await house.stop()
    await house.start()
    const client = new RawClient(`${house.url}/${room}`, { pass })
    expect((await client.closed).code).toBe(closeCodes.rightEnded)
  })
})

describe('an ended right, by clocks that do not agree', () => {
  const hour = 3_600_000
  /** A pass of a server whose clock is as far from PostgreSQL's as collab's is; `age` seconds old. */
  const passBy = async (skew: number, age = 0) => {
    const iat = Math.floor((Date.now() + skew) / 1000) - age
    return house.pass(birk, room, 'write', { iat, exp: iat + 120 })
  }
  const comesIn = async (pass: string): Promise<number | null> => {
    const client = new RawClient(`${house.url}/${room}`, { pass, ours: true })
    const in_ = until(() => client.standings.length > 0).then(() => null)
    return Promise.race([in_, client.closed.then(({ code }) => code)])
  }

  test.each([
    ['an hour behind', hour],
    ['an hour ahead', -hour],
  ])('CP13 PostgreSQL is %s: an older pass opens nothing, also after a start, and a later one does', async (_name, skew) => {
    let later = 0
    const clock = { now: () => Date.now() + skew + later }
    await house.with({ clock })
    const pass = await passBy(skew, 50)
    expect(await comesIn(pass)).toBeNull()
    const watching = await ours(birk, 'write', { iat: Math.floor(clock.now() / 1000), exp: Math.floor(clock.now() / 1000) + 120 })
    await house.notice(ended({ room, person: birk.id }))
    expect((await watching.closed).code).toBe(closeCodes.rightEnded)
    expect(await comesIn(pass)).toBe(closeCodes.rightEnded)
    await house.stop()
    await house.start({ clock })
    expect(await comesIn(pass)).toBe(closeCodes.rightEnded)
    // Asked for again a minute later, under the same mandate: what was decided before it is known to it.
    later = 60_000
    // A clock that jumps knows nothing of rights before they are read again.
    let code: number | null = closeCodes.cannotLoad
    while (code === closeCodes.cannotLoad) code = await comesIn(await passBy(skew + later))
    expect(code).toBeNull()
  })

  test('CP13 an act that was not through when this process began is obeyed when it is', async () => {
    await house.database.owner.query('truncate rooms.notice restart identity')
    const act = await house.database.owner.connect()
    await act.query('begin')
    await act.query('insert into rooms.notice (notice) values ($1)', [ended({ mandate: birk.mandate })])
    await house.notice({ kind: 'opened', room })
    await house.stop()
    await house.start()
    const client = await ours(birk)
    await act.query('commit')
    act.release()
    expect((await client.closed).code).toBe(closeCodes.rightEnded)
  })

  test('CP13 an act that wrote its decision, and waited before it committed: a pass signed meanwhile opens nothing', async () => {
    const watching = await ours(birk)
    await house.database.owner.query(`insert into rooms.notice (notice, at) values ($1, now() - interval '20 seconds')`, [
      ended({ mandate: birk.mandate }),
    ])
    expect((await watching.closed).code).toBe(closeCodes.rightEnded)
    const pass = await passBy(0, 5)
    expect(await comesIn(pass)).toBe(closeCodes.rightEnded)
    await house.stop()
    await house.start()
    expect(await comesIn(pass)).toBe(closeCodes.rightEnded)
  })
})

describe('a changed right', () => {
  test('CP14 lowered: told without a close, and text that was under way is not saved', async () => {
    const client = await ours(birk)
    await house.notice({ kind: 'changed', room, person: birk.id, mandate: birk.mandate, access: 'read' })
    await until(() => client.standings.length === 2)
    expect(client.standings[1]).toEqual({ state: 'open', access: 'read', reason: 'right-changed', epoch: 1 })
    client.sync(2, typed(9, 'x'))
    client.sync(2, typed(9, 'xy'))
    const before = client.of(messageTypes.sync).length
    client.sync(0, Uint8Array.of(0))
    await until(() => client.of(messageTypes.sync).length > before)
    expect(client.saved).toEqual([{ n: 1, seq: 0 }])
    expect(client.closeCode).toBeNull()
    expect((await house.logged(room)).rows).toEqual([])
  })

  test('CP14 raised: a reader may write without coming anew', async () => {
    const provider = await house.write(birk, room, 'read')
    await synced(provider)
    const watching = await ours(birk, 'read')
    await house.notice({ kind: 'changed', room, person: birk.id, mandate: birk.mandate, access: 'write' })
    await until(() => watching.standings.length === 2)
    textOf(provider).insert(0, 'nu må jeg')
    await until(async () => (await house.logged(room)).text === 'nu må jeg')
  })
})

describe('frozen', () => {
  test('CP24 our client is told, its late words are not saved, and it is sent to come anew when the room opens', async () => {
    const client = await ours(oda)
    await house.database.owner.query(`update collab.room set state = 'frozen' where name = $1`, [room])
    client.sync(2, typed(9, 'for sent'))
    await until(() => client.standings.length === 2)
    expect(client.standings[1]).toEqual({ state: 'frozen', access: 'write', reason: 'frozen', epoch: 1 })
    expect(client.saved).toEqual([{ n: 1, seq: 0 }])
    expect(client.closeCode).toBeNull()
    await house.database.owner.query(`update collab.room set state = 'open' where name = $1`, [room])
    await house.notice({ kind: 'state', room, state: 'open', epoch: 1 })
    expect((await client.closed).code).toBe(closeCodes.resync)
    expect((await house.logged(room)).rows).toEqual([])
  })

  test('CP24 another epoch: whoever holds the old document must drop it', async () => {
    const client = await ours(oda)
    await house.database.owner.query('update collab.room set epoch = 2 where name = $1', [room])
    await house.notice({ kind: 'state', room, state: 'open', epoch: 2 })
    expect((await client.closed).code).toBe(closeCodes.otherEpoch)
    expect((await ours(oda)).standings[0]!.epoch).toBe(2)
  })
})

describe('leases', () => {
  const fifteen = 15 * 60_000

  test('CP6 a lease is told, renewed by a new pass, and ends with 4501 if it is not', async () => {
    let skew = 0
    const clock = { now: () => Date.now() + skew }
    await house.stop()
    await house.start({ clock })
    const later = () => {
      const now = Math.floor(clock.now() / 1000)
      return { iat: now, exp: now + 120 }
    }
    const [renewing, silent] = [await ours(oda), await ours(birk)]
    const stock = await house.write(oda, room)
    const closed = closing(stock)
    await synced(stock)
    expect(renewing.leases).toEqual([fifteen])
    skew = 10 * 60_000
    renewing.lease(await house.pass(oda, room, 'read', later()))
    await until(() => renewing.leases.length === 2)
    expect(renewing.standings.at(-1)).toMatchObject({ access: 'read' })
    skew = fifteen + 1000
    expect((await silent.closed).code).toBe(closeCodes.fetchNewPass)
    await until(() => closed.code === closeCodes.fetchNewPass)
    expect(renewing.closeCode).toBeNull()
    renewing.lease(await house.pass(birk, room, 'write', later()))
    expect((await renewing.closed).code).toBe(closeCodes.fetchNewPass)
    await house.stop()
    await house.start()
  })
})

test('CP14 CP30 when notices cannot be read for two seconds nobody writes, until they can again', async () => {
  const client = await ours(oda)
  await house.database.owner.query('alter table rooms.notice rename to notice_away')
  try {
    await until(() => client.standings.length === 2)
    expect(client.standings[1]).toEqual({ state: 'open', access: 'write', reason: 'service-behind', epoch: 1 })
    expect(await house.collab.ready()).toBe(false)
    client.sync(2, typed(9, 'hvem må skrive?'))
    const refused = new RawClient(`${house.url}/${room}`, { pass: await house.pass(birk, room) })
    expect((await refused.closed).code).toBe(closeCodes.cannotLoad)
    expect((await house.logged(room)).rows).toEqual([])
  } finally {
    await house.database.owner.query('alter table rooms.notice_away rename to notice')
  }
  await until(async () => (await house.logged(room)).text === 'hvem må skrive?')
  await until(() => client.standings.length === 3)
  expect(client.standings[2]).toEqual({ state: 'open', access: 'write', reason: null, epoch: 1 })
  expect(client.closeCode).toBeNull()
})
