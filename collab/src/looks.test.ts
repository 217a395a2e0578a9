// Collab: a look at what somebody would delete is had in turn, by few, and not again at once.
import { expect, test } from 'vitest'
import type { Connection } from './connection.js'
import type { Folder } from './folder.js'
import { defaultLimits } from './limits.js'
import { Looks } from './looks.js'

const nothing = new Uint8Array(0)

test('CP10 few wait for a look: one at a time, 64 in all, and each connection once in five seconds', async () => {
  expect(defaultLimits.looksWaiting).toBe(64)
  let now = 0
  const asked: ((shows: boolean) => void)[] = []
  const folder = { shows: () => new Promise<boolean>((resolve) => asked.push(resolve)) } as unknown as Folder
  const looks = new Looks({ folder, limits: { ...defaultLimits, looksWaiting: 2 }, clock: { now: () => now } })
  const [a, b, c] = [{}, {}, {}] as [Connection, Connection, Connection]
  const look = (from: Connection) => looks.shows(from, null, [], [nothing])
  const [first, second] = [look(a), look(b)]
  expect(look(c)).toBeNull()
  await Promise.resolve()
  expect(asked).toHaveLength(1)
  asked[0]!(true)
  expect(await first).toBe(true)
  expect(look(a)).toBeNull()
  const third = look(c)
  await expect.poll(() => asked.length).toBe(2)
  asked[1]!(false)
  expect(await second).toBe(false)
  await expect.poll(() => asked.length).toBe(3)
  asked[2]!(false)
  expect(await third).toBe(false)
  now = 5000
  expect(look(a)).not.toBeNull()
})
