// Collab: the deterministic simulation. Nothing waits for real; a seed that fails is printed and fails again.
import { expect, test } from 'vitest'
import { failingSeeds } from './failing-seeds.js'
import { lies } from './lies.js'
import { simulate } from './simulate.js'

const first = Number(process.env['SEED'] ?? 1)
const count = process.env['FULL'] === '1' ? 500 : 50
const together = 10

test.each(failingSeeds)('seed %i, which has failed before: %s', async (seed) => {
  await simulate(seed)
})

const groups = Array.from({ length: count / together }, (_, i) => first + i * together)
test.each(groups)('ten seeds from %i on: nothing acknowledged is lost, all converge, rights hold', async (from) => {
  const sum = { rows: 0, byServer: 0, acknowledged: 0, delivered: 0, kills: 0 }
  for (let seed = from; seed < from + together; seed++) {
    const { counts } = await simulate(seed)
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key]
  }
  // A run in which nobody gets through would prove nothing.
  expect(sum.rows).toBeGreaterThan(200)
  expect(sum.byServer).toBeGreaterThan(0)
  expect(sum.acknowledged).toBeGreaterThan(500)
  expect(sum.delivered).toBeGreaterThan(300)
  expect(sum.kills).toBeGreaterThan(5)
})

test('one seed is one run', async () => {
  expect(await simulate(3)).toEqual(await simulate(3))
})

test.each(lies)('the witness notices: $what', async ({ lie, notices }) => {
  for (let seed = 1; seed <= 12; seed++) {
    const failed = await simulate(seed, lie).then(
      () => null,
      (error: Error) => error,
    )
    if (failed === null) continue
    expect(failed.message).toMatch(notices)
    expect(failed.message).toContain(`seed ${seed}, step `)
    return
  }
  expect.fail('twelve seeds went by')
})
