// Collab: its connections. Few: one commit is in flight at a time, loads are short, one connection listens.
import pg from 'pg'

/** Serves as the role that may add to the log and not change it. A statement that hangs is given up after 5 s. */
export function collabPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    options: '-c role=faellesrum_app -c statement_timeout=4000 -c lock_timeout=2000 -c jit=off -c timezone=UTC',
    query_timeout: 5000,
    connectionTimeoutMillis: 3000,
    application_name: 'faellesrum collab',
  })
  // An idle connection that breaks must not end the process; the next statement gets a new one or says why not.
  pool.on('error', () => {})
  return pool
}
