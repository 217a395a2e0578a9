// Tools, PostgreSQL: one connection for one piece of work.
import pg from 'pg'

/** Connects, works, and ends the connection whatever happens. */
export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  // A server that is shut down under an idle connection says so by an event, which would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
