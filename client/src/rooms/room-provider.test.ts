// Rooms: the provider against a room small enough to see into. Against the real one: e2e/writing-together.spec.ts.
import { closeCodes } from '@faellesrum/schema/rooms'
import { expect, onTestFinished, test } from 'vitest'
import type * as Y from 'yjs'
import type { FetchPass, LocalCopies } from './ports.js'
import { RoomProvider, type RoomOptions } from './room-provider.js'
import { HandClock } from './testing/hand-clock.js'
import { textOf, TinyRoom, writeInto } from './testing/tiny-room.js'

function aRoom(options: Partial<RoomOptions> = {}) {
  const clock = new HandClock()
  const room = new TinyRoom()
  const faults: unknown[] = []
  let passes = 0
  const fetchPass: FetchPass = async () => ({
    pass: { url: 'ws://town/collab/draft/1', token: `token-${++passes}`, access: 'write', expiresAt: clock.now() + 120_000 },
  })
  const provider = new RoomProvider({
    fetchPass,
    openSocket: room.openSocket,
    clock,
    random: () => 0.5,
    copies: null,
    root: 'default',
    beforeRemote: () => undefined,
    report: (error) => faults.push(error),
    ...options,
  })
  onTestFinished(() => provider.destroy())
  const doc = (): Y.Doc => provider.getStatus().document.doc
  return { clock, room, provider, faults, doc, status: provider.getStatus, passesFetched: () => passes }
}

/** Copies in memory, as a browser would keep them: by epoch. */
function copiesInMemory(lastEpoch: number | null = null) {
  const opened: number[] = []
  const state = { epoch: lastEpoch, forgotten: 0, opened }
  const copies: LocalCopies = {
    lastEpoch: () => state.epoch,
    open(epoch) {
      state.epoch = epoch
      opened.push(epoch)
      return { loaded: Promise.resolve(), close: () => undefined }
    },
    forget() {
      state.epoch = null
      state.forgotten += 1
    },
  }
  return { copies, state }
}

test('offers the subprotocol and the pass, and never the pass in the address', async () => {
  const { clock, room } = aRoom()
  await clock.wind(0)
  expect(room.ends[0]).toMatchObject({ protocols: ['faellesrum.v1', 'pass.token-1'], url: 'ws://town/collab/draft/1' })
})

test('says saved when, and only when, the row is committed', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  expect(status()).toMatchObject({ connection: 'open', synced: true, access: 'write', saved: { kind: 'saved', at: null } })
  room.commits = false
  writeInto(doc(), 'Lokal mad')
  expect(status().saved.kind).toBe('saving')
  await clock.wind(1_000)
  expect(status().saved.kind).toBe('saving')
  room.commit()
  expect(status().saved).toMatchObject({ kind: 'saved', at: clock.now(), seq: 2 })
})

test('the server dies with words on the way: they are sent again and nothing is lost', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'på vej')
  room.crash()
  expect(status()).toMatchObject({ connection: 'offline', saved: { kind: 'unsaved' }, access: 'write' })
  writeInto(doc(), 'skrevet uden forbindelse')
  room.commits = true
  await clock.wind(20_000)
  expect(textOf(room.doc)).toBe('på vej|skrevet uden forbindelse')
  expect(status()).toMatchObject({ connection: 'open', saved: { kind: 'saved' }, broughtBackAt: expect.any(Number) })
})

test('says "on this device" without a connection only where the device keeps a copy', async () => {
  const { copies } = copiesInMemory()
  const { clock, room, doc, status } = aRoom({ copies })
  await clock.wind(0)
  room.reachable = false
  room.crash()
  writeInto(doc(), 'i toget')
  expect(status().saved.kind).toBe('offline')
})

test('hands remote words on at once when idle, and at most ten times a second', async () => {
  const { clock, room, doc } = aRoom()
  await clock.wind(200)
  let handed = 0
  doc().on('afterTransaction', () => handed++)
  room.type('en')
  expect(handed).toBe(1)
  for (let i = 0; i < 30; i++) room.type(`ord ${i}`)
  expect(handed).toBe(1)
  await clock.wind(100)
  expect(handed).toBe(2)
  expect(textOf(doc())).toBe(textOf(room.doc))
})

test('a reader sends nothing, whatever happens to the document', async () => {
  const { clock, room, doc, status } = aRoom()
  room.standing = { ...room.standing, access: 'read', reason: 'right-changed' }
  await clock.wind(0)
  writeInto(doc(), 'må ikke')
  await clock.wind(10_000)
  expect(textOf(room.doc)).toBe('')
  expect(status()).toMatchObject({ access: 'read', saved: { kind: 'saved' } })
})

test('a reader who is let in to write can write at once', async () => {
  const { clock, room, doc, status } = aRoom()
  room.standing = { ...room.standing, access: 'read', reason: 'right-changed' }
  await clock.wind(10_000)
  room.standing = { ...room.standing, access: 'write', reason: null }
  room.stand(room.ends[0]!)
  await clock.wind(1_000)
  writeInto(doc(), 'nu må jeg')
  expect(textOf(room.doc)).toBe('nu må jeg')
  expect(status()).toMatchObject({ access: 'write', saved: { kind: 'saved' } })
})

test('the service is behind for a moment: words on the way are not called lost, and go in afterwards', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'et øjeblik')
  room.stand(room.ends[0]!, { ...room.standing, access: 'read', reason: 'service-behind' })
  await clock.wind(6_000)
  room.drop()
  room.commits = true
  room.stand(room.ends[0]!)
  await clock.wind(1_000)
  expect(status()).toMatchObject({ lostWords: [], saved: { kind: 'saved' } })
  expect(textOf(room.doc)).toBe('et øjeblik')
})

test('frozen while words are on the way: they are shown, and the text is loaded anew', async () => {
  const { clock, room, provider, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'Naboerne får besked en uge før')
  room.standing = { ...room.standing, state: 'frozen', reason: 'frozen' }
  room.stand(room.ends[0]!)
  await clock.wind(2_000)
  expect(status().lostWords).toEqual([])
  await clock.wind(10_000)
  expect(status()).toMatchObject({ lostWords: ['Naboerne får besked en uge før'], synced: true, access: 'read' })
  expect(textOf(doc())).toBe('')
  provider.putLostWordsAway()
  expect(status().lostWords).toEqual([])
})

test('frozen while words are on the way that arrive after all: nothing is shown as lost', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'nåede med')
  room.stand(room.ends[0]!, { ...room.standing, state: 'frozen', reason: 'frozen' })
  room.commit()
  await clock.wind(10_000)
  expect(status().lostWords).toEqual([])
  expect(textOf(doc())).toBe('nåede med')
})

test.each([
  ['malformed', 'stopped', true],
  ['rightEnded', 'stopped', true],
  ['unknownRoom', 'stopped', true],
  ['otherShape', 'stopped', false],
  ['tooLarge', 'stopped', true],
  ['tooMany', 'stopped', false],
] as const)('closed %s: stops, says why, shows the words unless the device keeps them', async (reason, connection, forgets) => {
  const { copies, state } = copiesInMemory()
  const { clock, room, doc, status } = aRoom({ copies })
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'mine ord')
  room.close(room.ends[0]!, closeCodes[reason])
  await clock.wind(600_000)
  expect(status()).toMatchObject({ connection, stopped: { reason }, lostWords: forgets ? ['mine ord'] : [] })
  expect(state.forgotten).toBe(forgets ? 1 : 0)
  expect(room.opened).toHaveLength(1)
})

test.each(['evicted', 'cannotLoad', 'resync', 'restart'] as const)('closed %s: comes back with the same pass', async (reason) => {
  const { clock, room, status, passesFetched } = aRoom()
  await clock.wind(0)
  room.close(room.ends[0]!, closeCodes[reason])
  await clock.wind(1_000)
  expect(status().connection).toBe('open')
  expect(passesFetched()).toBe(1)
})

test('closed fetchNewPass: comes back at once with another pass', async () => {
  const { clock, room, status } = aRoom()
  await clock.wind(0)
  room.close(room.ends[0]!, closeCodes.fetchNewPass)
  await clock.wind(0)
  expect(status().connection).toBe('open')
  expect(room.ends[0]!.protocols[1]).toBe('pass.token-2')
})

test('closed notSignedIn: one more try with another pass, then it stops until somebody has signed in', async () => {
  const { clock, room, provider, status } = aRoom()
  await clock.wind(0)
  room.refuses = closeCodes.notSignedIn
  room.close(room.ends[0]!, closeCodes.notSignedIn)
  await clock.wind(60_000)
  expect(room.opened.map(({ protocols }) => protocols[1])).toEqual(['pass.token-1', 'pass.token-2'])
  expect(status().stopped?.reason).toBe('notSignedIn')
  room.refuses = null
  provider.tryAgain()
  await clock.wind(0)
  expect(status()).toMatchObject({ connection: 'open', stopped: null })
})

test('signed out: the refusal stops it with its sentence, and signing in brings it back', async () => {
  const pass = { url: 'ws://town', token: 't', access: 'write' as const, expiresAt: Number.MAX_SAFE_INTEGER }
  let signedIn = false
  const { clock, room, provider, status } = aRoom({
    fetchPass: async () => (signedIn ? { pass } : { refusal: { code: 'NOT_SIGNED_IN', message: 'Log ind for at skrive.' } }),
  })
  await clock.wind(60_000)
  expect(status().stopped).toEqual({
    reason: 'notSignedIn',
    refusal: { code: 'NOT_SIGNED_IN', message: 'Log ind for at skrive.' },
  })
  expect(room.opened).toHaveLength(0)
  signedIn = true
  provider.tryAgain()
  await clock.wind(0)
  expect(status()).toMatchObject({ connection: 'open', stopped: null })
})

test.each(['clientIdTaken', 'otherEpoch'] as const)('closed %s: a new document under a new client id, words shown', async (reason) => {
  const { copies, state } = copiesInMemory()
  const { clock, room, doc, status } = aRoom({ copies })
  room.type('fælles')
  await clock.wind(0)
  const before = doc()
  const id = before.clientID
  room.commits = false
  writeInto(doc(), 'mine')
  room.close(room.ends[0]!, closeCodes[reason])
  room.commits = true
  await clock.wind(20_000)
  expect(doc()).not.toBe(before)
  expect(doc().clientID).not.toBe(id)
  expect(textOf(doc())).toBe('fælles')
  expect(status()).toMatchObject({ connection: 'open', lostWords: ['mine'] })
  expect(state).toMatchObject({ forgotten: 1, epoch: 1 })
})

test('a copy of another epoch is dropped before any of it is sent', async () => {
  const { copies, state } = copiesInMemory(1)
  const { clock, room } = aRoom({
    copies: {
      ...copies,
      open(epoch, doc) {
        if (epoch === 1) writeInto(doc, 'fra før redaktionen')
        return copies.open(epoch, doc)
      },
    },
  })
  room.standing = { ...room.standing, epoch: 2 }
  await clock.wind(20_000)
  expect(textOf(room.doc)).toBe('')
  expect(state).toMatchObject({ epoch: 2, opened: [1, 2] })
})

test('a lease is renewed over the open line, with a new pass', async () => {
  const { clock, room, status } = aRoom()
  await clock.wind(0)
  room.lease(room.ends[0]!, 900_000)
  await clock.wind(719_000)
  expect(room.leases).toEqual([])
  await clock.wind(2_000)
  expect(room.leases).toEqual(['token-2'])
  expect(room.opened).toHaveLength(1)
  expect(status().connection).toBe('open')
})

test('a line on which nothing comes back is given up, sooner while words are on their way', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'ud i intet')
  await clock.wind(11_000)
  expect(room.opened).toHaveLength(1)
  room.commits = true
  await clock.wind(6_000)
  expect(room.opened).toHaveLength(2)
  expect(textOf(room.doc)).toBe('ud i intet')
  expect(status().saved.kind).toBe('saved')
})

test('bytes that are no frame are reported, and the line is opened anew', async () => {
  const { clock, room, faults, status } = aRoom()
  await clock.wind(0)
  room.raw(room.ends[0]!, new Uint8Array([0, 2, 200]))
  expect(faults).toHaveLength(1)
  await clock.wind(1_000)
  expect(status().connection).toBe('open')
})

test('an editor that throws over the words of others is reported; the words are in the document', async () => {
  const { clock, room, faults, doc, status } = aRoom()
  await clock.wind(200)
  doc()
    .getXmlFragment('default')
    .observeDeep(() => {
      throw new RangeError('Position 9 out of range')
    })
  room.type('kom frem')
  expect(faults).toEqual([new RangeError('Position 9 out of range')])
  expect(textOf(doc())).toBe('kom frem')
  expect(status().connection).toBe('open')
})

test('one caret moved many times is sent at most ten times a second', async () => {
  const { clock, room, provider } = aRoom()
  await clock.wind(200)
  const before = room.presence.length
  const { awareness } = provider.getStatus().document
  for (let i = 0; i < 50; i++) awareness.setLocalStateField('cursor', { i })
  await clock.wind(100)
  expect(room.presence.length - before).toBe(2)
})
