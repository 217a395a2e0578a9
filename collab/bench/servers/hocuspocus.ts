// The bench, servers: Hocuspocus with its own extension for databases, on the same PostgreSQL as ours. All as it comes.
import pg from 'pg'
import type { Ground } from '../names.js'
import type { Served } from './listen.js'
import { untyped } from './untyped.js'

export async function hocuspocus({ port, databaseUrl }: Ground): Promise<Served> {
  const { Server } = await untyped('@hocuspocus/server')
  const { Database } = await untyped('@hocuspocus/extension-database')
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 })
  // Or a database that goes away takes the process along, which is not its fault.
  pool.on('error', () => {})
  const store = new Database({
    async fetch({ documentName }: { documentName: string }) {
      const { rows } = await pool.query({
        name: 'fetch',
        text: 'select state from hocuspocus.document where name = $1',
        values: [documentName],
      })
      return rows[0]?.state ?? null
    },
    async store({ documentName, state }: { documentName: string; state: Buffer }) {
      await pool.query({
        name: 'store',
        text: `insert into hocuspocus.document (name, state) values ($1, $2)
               on conflict (name) do update set state = excluded.state`,
        values: [documentName, state],
      })
    },
  })
  const server = new Server({ address: '127.0.0.1', port, quiet: true, stopOnSignals: false, extensions: [store] })
  server.httpServer.on('error', (error: Error) => {
    throw error
  })
  await server.listen()
  return { port: server.address.port, close: () => server.destroy() }
}
