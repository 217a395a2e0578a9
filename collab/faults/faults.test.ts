// The faults in their quick sizes, as `npm run fault -- --quick` has them: real processes, so collab must be built.
import { findRedis } from '@faellesrum/tools/redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults } from './faults.js'
import { Ground } from './ground.js'

let ground: Ground
beforeAll(async () => {
  findRedis({ install: true })
  ground = await Ground.open()
})
afterAll(() => ground.close())

const quick = Object.entries(faults).flatMap(([name, { quick: size, ...fault }]) => (size === null ? [] : [{ name, size, ...fault }]))

test.for(quick)('$name: $about', async ({ run, size }, { skip }) => {
  const bars = await run(ground, size)
  const notRun = bars.find(({ holds }) => holds === null)
  if (notRun !== undefined) skip(notRun.measured)
  expect(bars.filter(({ holds, isPace }) => holds === false && isPace !== true)).toEqual([])
})
