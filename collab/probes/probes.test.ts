// The probes in their quick sizes, as `npm run probe -- --quick` has them: real processes, so collab must be built.
import { afterAll, beforeAll, test } from 'vitest'
import { Ground } from '../faults/ground.js'
import { probes } from './probes.js'

let ground: Ground
beforeAll(async () => {
  ground = await Ground.open()
})
afterAll(() => ground.close())

const all = Object.entries(probes).map(([name, probe]) => ({ name, ...probe }))

// At once: most of them wait for what is not to come.
test.concurrent.for(all)('$name: $about', async ({ run, quick }, { expect }) => {
  const bars = await run(ground, { n: quick, seed: 1, quick: true })
  expect(bars.filter(({ holds, isPace }) => holds === false && isPace !== true)).toEqual([])
})
