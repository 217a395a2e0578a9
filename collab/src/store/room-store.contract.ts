// Collab, store: what every store guarantees. One suite, run for each implementation.
import { newId, type PersonId } from '@faellesrum/schema/kernel'
import { RoomName, type RoomState, type Sender } from '@faellesrum/schema/rooms'
import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Entry, Outcome, RoomStore } from './room-store.js'

/** What the suite needs beside the port: what acts do to rooms. */
export type StoreUnderTest = Readonly<{
  store: RoomStore
  create(room: RoomName): Promise<void>
  setState(room: RoomName, state: RoomState): Promise<void>
  /** Holds the room as an act does, while `during` runs. */
  hold(room: RoomName, during: () => Promise<void>): Promise<void>
}>

const id = () => newId<never>(0, randomBytes(16))
const sender = (): Sender => ({ person: id() as PersonId, mandate: id() })

function entryIn(room: RoomName, text = 'a', over: Partial<Entry> = {}): Entry {
  return {
    room,
    epoch: 1,
    sender: sender(),
    mandateKind: 'council-member',
    offline: false,
    updates: [Buffer.from(text)],
    receipt: randomBytes(20),
    ...over,
  }
}

const seqOf = (outcome: Outcome | undefined): number | null => (outcome?.kind === 'saved' ? outcome.seq : null)

export function describeRoomStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`room store: ${name}`, () => {
    let it: StoreUnderTest
    let room: RoomName

    beforeEach(async () => {
      it = await open()
      room = RoomName.print('draft', id())
      await it.create(room)
    })

    test('CP20 an unknown room loads as null, a new one as empty', async () => {
      expect(await it.store.load(RoomName.print('draft', id()))).toBeNull()
      expect(await it.store.load(room)).toMatchObject({ state: 'open', epoch: 1, snapshot: null, tail: [] })
    })

    test('CP21 rows come back as they were sent: sender, boundaries, bytes, order', async () => {
      const first = entryIn(room, 'x', { updates: [Uint8Array.of(0, 255, 7), Uint8Array.of(), Uint8Array.of(92, 0)], offline: true })
      const second = entryIn(room, 'y', { sender: { person: null, mandate: id() }, mandateKind: 'guest' })
      expect(await it.store.append([first, second])).toEqual([
        { kind: 'saved', seq: 1 },
        { kind: 'saved', seq: 2 },
      ])
      const loaded = await it.store.load(room)
      expect(loaded?.tail.map((row) => [row.seq, row.sender, row.offline, row.epoch])).toEqual([
        [1, first.sender, true, 1],
        [2, second.sender, false, 1],
      ])
      expect(loaded?.tail[0]!.updates.map((update) => [...update])).toEqual([[0, 255, 7], [], [92, 0]])
      expect(loaded?.tail[0]!.receivedAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
      expect((await it.store.rowsAfter(room, 1)).map((row) => row.seq)).toEqual([2])
    })

    test('CP21 commits at once from many sides: sequence numbers without gaps or doubles', async () => {
      const other = RoomName.print('draft', id())
      await it.create(other)
      const batches = Array.from({ length: 20 }, (_, i) => [entryIn(room), entryIn(i % 2 ? other : room), entryIn(other)])
      const left = batches.map(async (batch) => {
        for (let open = batch; open.length > 0; ) {
          const outcomes = await it.store.append(open)
          open = open.filter((_, i) => outcomes[i]!.kind === 'busy')
        }
      })
      await Promise.all(left)
      for (const one of [room, other]) {
        const rows = await it.store.rowsAfter(one, 0)
        expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
      }
    })

    test('CP24 a room that is frozen takes nothing, and stops no other room of the commit', async () => {
      const other = RoomName.print('draft', id())
      await it.create(other)
      await it.setState(room, 'frozen')
      const outcomes = await it.store.append([entryIn(room), entryIn(other), entryIn(room, 'b', { epoch: 2 })])
      expect(outcomes.map(({ kind }) => kind)).toEqual(['shut', 'saved', 'gone'])
      expect(await it.store.rowsAfter(room, 0)).toEqual([])
      await it.setState(room, 'open')
      expect(await it.store.append([entryIn(room)])).toEqual([{ kind: 'saved', seq: 1 }])
    })

    test('CP24 a room that an act holds is busy; the others are saved meanwhile', async () => {
      const other = RoomName.print('draft', id())
      await it.create(other)
      await it.hold(room, async () => {
        const outcomes = await it.store.append([entryIn(room), entryIn(other)])
        expect(outcomes.map(({ kind }) => kind)).toEqual(['busy', 'saved'])
      })
      expect(seqOf((await it.store.append([entryIn(room)]))[0])).toBe(1)
    })

    test('CP24 heads say where rooms stand, in the order asked', async () => {
      await it.store.append([entryIn(room)])
      await it.setState(room, 'sealed')
      const unknown = RoomName.print('draft', id())
      expect(await it.store.heads([unknown, room])).toEqual([null, { state: 'sealed', epoch: 1, seq: 1 }])
    })

    test('CP23 a commit whose answer was lost is found again', async () => {
      const [saved, never] = [entryIn(room), entryIn(room)]
      await it.store.append([saved])
      expect(await it.store.find([saved, never])).toEqual([1, null])
    })

    test('CP12 a client id belongs to the first who is seen with it', async () => {
      expect(await it.store.claim([{ room, client: 7, owner: 'oda' }])).toEqual(['oda'])
      expect(
        await it.store.claim([
          { room, client: 7, owner: 'birk' },
          { room, client: 2 ** 32 - 1, owner: 'birk' },
        ]),
      ).toEqual(['oda', 'birk'])
      expect((await it.store.load(room))?.owners).toEqual(new Map([[7, 'oda'], [2 ** 32 - 1, 'birk']]))
    })

    test('CP25 the newest snapshot stays, and the tail begins after it', async () => {
      await it.store.append([entryIn(room), entryIn(room), entryIn(room)])
      const snapshot = (seq: number) => ({
        seq,
        update: Uint8Array.of(seq),
        stateVector: Uint8Array.of(0),
        deletions: Uint8Array.of(0),
        children: Uint8Array.of(0, 0),
      })
      await it.store.saveSnapshot(room, 1, snapshot(2))
      await it.store.saveSnapshot(room, 1, snapshot(1))
      const loaded = await it.store.load(room)
      expect(loaded?.snapshot?.seq).toBe(2)
      expect([...loaded!.snapshot!.update]).toEqual([2])
      expect(loaded?.tail.map((row) => row.seq)).toEqual([3])
    })
  })
}
