// Collab, store: how large the log has become. A look at the disk for each who asks would be a way to keep it busy.
import type { Pool } from 'pg'
import type { Clock } from '../ports.js'

const everyMs = 60_000

/** Bytes, at most a minute old; while the database is away, what was known last (NaN at first). */
export function logSize(pool: Pool, clock: Clock): () => Promise<number> {
  let [bytes, at] = [Number.NaN, Number.NEGATIVE_INFINITY]
  return async () => {
    if (clock.now() - at < everyMs) return bytes
    at = clock.now()
    try {
      const { rows } = await pool.query<{ bytes: number }>(
        `select sum(pg_total_relation_size(oid))::float8 as bytes from pg_class
          where relkind = 'r' and relname in ('log', 'segment') and relnamespace = 'collab'::regnamespace`,
      )
      bytes = rows[0]!.bytes
    } catch {
      at = Number.NEGATIVE_INFINITY
    }
    return bytes
  }
}
