// The demo town is made once, through the acts that people use. A start that was cut off goes on where it stopped:
// every act of the seed has its key.
import { dayAt } from '@faellesrum/schema/kernel'
import type { Town } from '../src/platform/town.js'
import { seedTown } from '../src/seed/index.js'

export async function seedIfEmpty(town: Town): Promise<void> {
  const began = Date.now()
  const today = dayAt(town.clock.now(), town.zone)
  if (await seedTown(town, { today }))
    console.log(`Fællesrum: the demo town was made (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}
