// The demo town is made once, through the acts that people use. A start that was cut off goes on where it stopped:
// every act of the seed has its key.
import type { Town } from '../src/platform/town.js'

const made = 'demo-town'

export async function seedIfEmpty(town: Town): Promise<void> {
  const { rowCount } = await town.database.pool.query('select 1 from platform.milestone where name = $1', [made])
  if (rowCount !== 0) return
}
