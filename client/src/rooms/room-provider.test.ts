// Rooms: the provider against a room small enough to see into. Against the real one: e2e/writing-together.spec.ts.
import { closeCodes } from '@faellesrum/schema/rooms'
import { expect, onTestFinished, test } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { FetchPass } from './ports.js'
import { RoomProvider, type RoomOptions } from './room-provider.js'
import { CopiesInMemory } from './testing/copies-in-memory.js'
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

/** A device on which these words were written, and left, before the page was opened. */
async function aDeviceWith(words: string, { saved = '', epoch = 1 } = {}): Promise<CopiesInMemory> {
  const copies = new CopiesInMemory()
  const before = aRoom({ copies })
  before.room.standing = { ...before.room.standing, epoch }
  await before.clock.wind(0)
  if (saved !== '') writeInto(before.doc(), saved)
  before.room.reachable = false
  before.room.crash()
  writeInto(before.doc(), words)
  before.provider.destroy()
  return copies
}

test('offers the subprotocol and the pass, and never the pass in the address', async () => {
  const { clock, room } = aRoom()
  await clock.wind(0)
  expect(room.ends[0]).toMatchObject({ protocols: ['faellesrum.v1', 'pass.token-1'], url: 'ws://town/collab/draft/1' })
})

test('others see who comes in at once, before that one has done anything', async () => {
  const { clock, room, doc } = aRoom()
  await clock.wind(0)
  const others = new Awareness(new Y.Doc())
  onTestFinished(() => others.destroy())
  applyAwarenessUpdate(others, room.presence[0]!, null)
  expect(others.getStates().has(doc().clientID)).toBe(true)
})

test('who is here is seen again as soon as the line is back, although they have said nothing new', async () => {
  const { clock, room, provider } = aRoom()
  await clock.wind(0)
  const { awareness } = provider.getStatus().document
  const birk = { user: { name: 'Birk', person: 'b', mandate: 'administration', color: '#333' } }
  room.present(7, 4, birk)
  expect(awareness.getStates().has(7)).toBe(true)
  room.crash()
  expect(awareness.getStates().has(7)).toBe(false)
  await clock.wind(20_000)
  room.present(7, 4, birk)
  expect(awareness.getStates().has(7)).toBe(true)
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
  const copies = new CopiesInMemory()
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

test('the service is behind: words are not saved and not lost, one writes on, and it is said until they are in', async () => {
  const { clock, room, doc, status } = aRoom()
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'et øjeblik')
  room.stand(room.ends[0]!, { ...room.standing, reason: 'service-behind' })
  expect(status()).toMatchObject({ access: 'write', saved: { kind: 'unsaved' } })
  writeInto(doc(), 'mere')
  // Longer than a silent line is waited for that does not say why.
  await clock.wind(20_000)
  expect(room.opened).toHaveLength(1)
  room.commit()
  room.commits = true
  room.stand(room.ends[0]!)
  await clock.wind(1_000)
  expect(status()).toMatchObject({ lostWords: [], saved: { kind: 'saved' } })
  expect(textOf(room.doc)).toBe('et øjeblik|mere')
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
  const copies = new CopiesInMemory()
  const { clock, room, doc, status } = aRoom({ copies })
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'mine ord')
  room.close(room.ends[0]!, closeCodes[reason])
  await clock.wind(600_000)
  expect(status()).toMatchObject({ connection, stopped: { reason }, lostWords: forgets ? ['mine ord'] : [] })
  expect(copies.forgotten).toBe(forgets ? 1 : 0)
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
  const copies = new CopiesInMemory()
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
  expect(copies).toMatchObject({ forgotten: 1, opened: [1, 1] })
})

test('a copy of another epoch is dropped before any of it is sent, and its unsent words are shown', async () => {
  const copies = await aDeviceWith('fra før redaktionen', { saved: 'det, som skal væk' })
  const { clock, room, doc, status } = aRoom({ copies })
  room.standing = { ...room.standing, epoch: 2 }
  await clock.wind(20_000)
  expect(textOf(room.doc)).toBe('')
  expect(textOf(doc())).toBe('')
  expect(status().lostWords).toEqual(['fra før redaktionen'])
  expect(copies).toMatchObject({ forgotten: 1, opened: [1, 1, 2] })
  expect([...copies.kept.keys()]).toEqual([2])
})

test('words left on the device are unsaved until they are committed, and are handed in', async () => {
  const copies = await aDeviceWith('i toget')
  const { clock, room, status } = aRoom({ copies })
  room.commits = false
  await clock.wind(0)
  expect(status()).toMatchObject({ connection: 'open', saved: { kind: 'saving', onDevice: true } })
  room.commit()
  expect(textOf(room.doc)).toBe('i toget')
  expect(status()).toMatchObject({ saved: { kind: 'saved' }, broughtBackAt: clock.now() })
  expect(copies.kept.get(1)!.unsent.size).toBe(0)
})

test.each([
  ['the text is sealed', { state: 'sealed', access: 'write', reason: 'sealed' }],
  ['the right was lowered', { state: 'open', access: 'read', reason: null }],
] as const)('words left on the device when meanwhile %s: shown, and not in the text that is read', async (_what, standing) => {
  const copies = await aDeviceWith('nåede aldrig frem')
  const { clock, room, doc, status } = aRoom({ copies })
  room.type('den vedtagne tekst')
  room.standing = { ...room.standing, ...standing }
  await clock.wind(20_000)
  expect(status()).toMatchObject({ lostWords: ['nåede aldrig frem'], access: 'read', synced: true })
  expect(textOf(doc())).toBe('den vedtagne tekst')
})

test('a copy without a mark of what is unsent is compared with the server by whoever may only read', async () => {
  const copies = await aDeviceWith('kun her')
  copies.kept.get(1)!.unsent.clear()
  const { clock, room, doc, status } = aRoom({ copies })
  room.standing = { ...room.standing, access: 'read' }
  await clock.wind(20_000)
  expect(status().lostWords).toEqual(['kun her'])
  expect(textOf(doc())).toBe('')
})

test('what was deleted on the device only, and may not be any more, stands in the text again', async () => {
  const copies = new CopiesInMemory()
  const before = aRoom({ copies })
  before.room.type('skal stå')
  await before.clock.wind(0)
  before.room.reachable = false
  before.room.crash()
  before.doc().getXmlFragment('default').delete(0, 1)
  before.provider.destroy()
  const { clock, room, doc, status } = aRoom({ copies })
  Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(before.room.doc))
  room.standing = { ...room.standing, state: 'sealed', reason: 'sealed' }
  await clock.wind(20_000)
  expect(textOf(doc())).toBe('skal stå')
  expect(status().lostWords).toEqual([])
})

test.each(['rightEnded', 'unknownRoom'] as const)('closed %s before the first answer: the words on the device are shown', async (reason) => {
  const copies = await aDeviceWith('mine ord')
  const { clock, room, status } = aRoom({ copies })
  room.refuses = closeCodes[reason]
  await clock.wind(1_000)
  expect(status()).toMatchObject({ stopped: { reason }, lostWords: ['mine ord'] })
})

test('refused before the copy was read: it goes when its words are known, and not before', async () => {
  const copies = await aDeviceWith('mine ord')
  let read = () => undefined as void
  copies.readable = new Promise<void>((done) => (read = done))
  const { clock, status } = aRoom({
    copies,
    fetchPass: async () => ({ refusal: { code: 'NOT_ALLOWED', message: 'Du er ikke inviteret.' } }),
  })
  await clock.wind(10_000)
  expect(status()).toMatchObject({ stopped: { reason: 'rightEnded' }, lostWords: [] })
  expect(copies.forgotten).toBe(0)
  read()
  await clock.wind(0)
  expect(status().lostWords).toEqual(['mine ord'])
  expect(copies.forgotten).toBe(1)
})

test('a copy that is read after the first sync is handed in all the same', async () => {
  const copies = await aDeviceWith('sent læst')
  let read = () => undefined as void
  copies.readable = new Promise<void>((done) => (read = done))
  const { clock, room, status } = aRoom({ copies })
  await clock.wind(5_000)
  expect(status()).toMatchObject({ connection: 'open', saved: { kind: 'saved' } })
  room.commits = false
  read()
  await clock.wind(5_000)
  expect(status().saved.kind).toBe('saving')
  room.commit()
  expect(textOf(room.doc)).toBe('sent læst')
  expect(status().saved.kind).toBe('saved')
})

test('a device on which nothing can be kept, or no longer, is not said to keep anything', async () => {
  const copies = new CopiesInMemory()
  copies.broken = true
  const none = aRoom({ copies })
  await none.clock.wind(0)
  none.room.reachable = false
  none.room.crash()
  writeInto(none.doc(), 'ingen steder')
  expect(none.status().saved).toMatchObject({ kind: 'unsaved', onDevice: false })

  const taken = new CopiesInMemory()
  const { clock, room, doc, status } = aRoom({ copies: taken })
  await clock.wind(0)
  room.reachable = false
  room.crash()
  writeInto(doc(), 'i toget')
  expect(status().saved).toMatchObject({ kind: 'offline', onDevice: true })
  taken.takeAway(1)
  expect(status().saved).toMatchObject({ kind: 'unsaved', onDevice: false })
})

test('trying again with words under way never says saved', async () => {
  const copies = new CopiesInMemory()
  const { clock, room, provider, doc, status } = aRoom({ copies })
  await clock.wind(0)
  room.commits = false
  writeInto(doc(), 'mine ord')
  room.refuses = closeCodes.tooMany
  room.close(room.ends[0]!, closeCodes.tooMany)
  const kinds: string[] = []
  provider.subscribe(() => kinds.push(status().saved.kind))
  provider.tryAgain()
  await clock.wind(1_000)
  expect(kinds).not.toContain('saved')
  expect(kinds.length).toBeGreaterThan(1)
})

test.each(['refused', 'unreachable'])('an answer that comes late and says %s does not overrule an open line', async (says) => {
  const late: ((answer: Awaited<ReturnType<FetchPass>> | null) => void)[] = []
  const { clock, room, provider, status } = aRoom({
    fetchPass: () =>
      new Promise((done, fail) => late.push((answer) => (answer === null ? fail(new Error('no network')) : done(answer)))),
  })
  await clock.wind(0)
  provider.networkChanged(true)
  await clock.wind(0)
  late[1]!({ pass: { url: 'ws://town', token: 't', access: 'write', expiresAt: Number.MAX_SAFE_INTEGER } })
  await clock.wind(0)
  expect(status().connection).toBe('open')
  late[0]!(says === 'refused' ? { refusal: { code: 'NOT_SIGNED_IN', message: 'Log ind.' } } : null)
  await clock.wind(30_000)
  expect(status()).toMatchObject({ connection: 'open', stopped: null })
  expect(room.opened).toHaveLength(1)
})

test('a caret that is no place in a text does not get to the editor', async () => {
  const { clock, room, provider, faults } = aRoom()
  await clock.wind(0)
  const { awareness } = provider.getStatus().document
  room.present(7, 1, { user: { name: 'Ebbe', person: 'p', mandate: 'resident' }, cursor: {}, writes: 'ja' })
  expect(awareness.getStates().get(7)).toEqual({
    user: { name: 'Ebbe', person: 'p', mandate: 'resident' },
    cursor: null,
    writes: false,
    section: null,
  })
  room.present(7, 2, null)
  expect(awareness.getStates().has(7)).toBe(false)
  expect(faults).toEqual([])
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
