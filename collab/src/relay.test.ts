// Collab: what one process tells the others arrives, over a real Redis; and what is lost does no harm.
import { findRedis, startRedis } from '@faellesrum/tools/redis'
import { randomBytes } from 'node:crypto'
import type { RoomName } from '@faellesrum/schema/rooms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RedisRelay, type Told } from './relay.js'

const command = findRedis({ install: true })
const room = 'draft/01900000-0000-7000-8000-000000000001' as RoomName
const other = 'draft/01900000-0000-7000-8000-000000000002' as RoomName
const ports = { random: { bytes: (count: number) => randomBytes(count) }, log: { debug() {}, info() {}, warn() {}, error() {} } }

/** What is heard, and a promise of the next that fits. */
function ear() {
  const heard: Told[] = []
  let wake = (): void => {}
  const next = async (fits: (told: Told) => boolean): Promise<Told> => {
    for (;;) {
      const found = heard.find(fits)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return { heard, next, hear: (told: Told) => (heard.push(told), wake()) }
}

describe.skipIf(command === null)('a relay over Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let a: RedisRelay, b: RedisRelay
  const atA = ear()
  const atB = ear()

  beforeAll(async () => {
    redis = await startRedis(command!)
    a = new RedisRelay(redis.url, ports)
    b = new RedisRelay(redis.url, ports)
    a.listen(room, atA.hear)
    // Whoever begins to listen asks who is there: then both are.
    b.listen(room, atB.hear)
    await atA.next(({ kind }) => kind === 'whoIsThere')
  })
  afterAll(async () => {
    await Promise.all([a.close(), b.close()])
    await redis.stop()
  })

  it('brings rows and presence to every other process of the room, and to nobody else', async () => {
    const rows = { kind: 'rows', epoch: 2, rows: [{ seq: 7, updates: [Uint8Array.of(1, 2, 3), Uint8Array.of()] }] } as const
    const presence = { kind: 'presence', entries: [{ client: 4_294_967_295, clock: 9, json: '{"user":{"name":"Åse"}}' }] } as const
    a.tell(other, rows)
    a.tell(room, rows)
    a.tell(room, presence)
    expect(await atB.next(({ kind }) => kind === 'presence')).toEqual(presence)
    expect(atB.heard.filter(({ kind }) => kind === 'rows')).toEqual([rows])
    expect(atA.heard.filter(({ kind }) => kind !== 'whoIsThere')).toEqual([])
  })

  it('loses what is told while Redis is away, says nothing of it, and goes on when it is back', async () => {
    await redis.stop()
    a.tell(room, { kind: 'rows', epoch: 2, rows: [{ seq: 8, updates: [] }] })
    redis = await startRedis(command!, redis.port)
    const isAfter = (told: Told): boolean => told.kind === 'rows' && told.rows[0]!.seq >= 9
    const told = atB.next(isAfter)
    const again = setInterval(() => a.tell(room, { kind: 'rows', epoch: 2, rows: [{ seq: 9, updates: [] }] }), 50)
    await told
    clearInterval(again)
    expect(atB.heard.some((one) => one.kind === 'rows' && one.rows[0]!.seq === 8)).toBe(false)
  })
})
