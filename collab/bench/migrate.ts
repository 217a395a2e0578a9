// The bench: the database's shape: collab's own, stand-ins for what it reads of the server's, Hocuspocus' one table.
import pg from 'pg'
import { collabMigrations } from '../migrations/index.js'
import { standIns } from '../src/testing/stand-ins.js'
import { personId, roomCount, roomName } from './names.js'

const hocuspocus = /* sql */ `
  create schema hocuspocus;
  create table hocuspocus.document (name text primary key, state bytea not null);
  alter table hocuspocus.document alter column state set storage external;
`

/** Everybody there may be, and every room. */
export async function lay(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const { sql } of collabMigrations) await client.query(sql)
    await client.query(standIns)
    await client.query(hocuspocus)
    const numbers = Array.from({ length: roomCount }, (_, n) => n)
    await client.query('insert into collab.room (name) select unnest($1::text[])', [numbers.map(roomName)])
    await client.query(
      `insert into rooms.card_of (person_id, name)
       select id, 'Person ' || n from unnest($1::uuid[]) with ordinality as i(id, n)`,
      [numbers.map(personId)],
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
