// Collab: what a look from outside shows: rooms, people, commits and how long they took, refusals by reason, the size of the log.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { House, synced, textOf, until } from './testing/house.js'

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(() => house.close())

async function shown(): Promise<Map<string, number>> {
  const text = await house.collab.registry.metrics()
  return new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const at = line.lastIndexOf(' ')
    return [line.slice(0, at), Number(line.slice(at + 1))]
  }))
}

test('everything that somebody on watch asks for is counted', async () => {
  const [oda, room] = [await house.person('Oda'), await house.room()]
  const a = await house.write(oda, room)
  await synced(a)
  textOf(a).insert(0, 'hej')
  await until(async () => (await house.logged(room)).text === 'hej')
  await house.write(oda, 'draft/01a214b5-e5ce-779c-b773-dd6caf67eade' as never)
  await until(async () => ((await shown()).get('collab_closed_total{reason="unknownRoom"}') ?? 0) > 0)
  const found = await shown()
  expect(found.get('collab_rooms')).toBe(1)
  expect(found.get('collab_clients')).toBeGreaterThan(0)
  expect(found.get('collab_loads_total')).toBe(1)
  for (const name of ['collab_updates_total', 'collab_update_bytes_total', 'collab_commits_total', 'collab_save_seconds_count']) {
    expect([name, found.get(name)! > 0]).toEqual([name, true])
  }
  for (const name of ['collab_evictions_total', 'collab_queued_rows', 'collab_store_away_total']) expect([name, found.get(name)]).toEqual([name, 0])
  expect(found.get('collab_log_bytes')).toBeGreaterThan(8192)
})
