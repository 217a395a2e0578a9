// The faults: packs old rows, and dies before statement n: `packing-dies.js <database> <n>`.
import pg from 'pg'
import { packOldRows } from '../../src/packing.js'

const [, , databaseUrl, n] = process.argv
const pool = new pg.Pool({ connectionString: databaseUrl!, max: 1 })
const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
let statements = 0
pool.query = ((...args: unknown[]) => {
  if (++statements === Number(n)) process.kill(process.pid, 'SIGKILL')
  return query(...args)
}) as typeof pool.query
await packOldRows(pool, new Date(Date.now() + 60_000), 20)
await pool.end()
