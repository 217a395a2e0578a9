// Platform: sessions. A token is 256 random bits, known to its holder alone; the database has its hash.
import { createHash } from 'node:crypto'
import { dayAt } from '@faellesrum/schema/kernel'
import { noticeChannel } from '@faellesrum/schema/rooms'
import { eventChannel } from './bus.js'
import { limits } from './limits.js'
import type { Town } from './town.js'
import type { Held, Viewer } from './viewer.js'

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
export const newToken = (town: Pick<Town, 'random'>): string => Buffer.from(town.random.bytes(32)).toString('base64url')

const tokenShape = /^[\w-]{43}$/
const touchEveryMs = 60_000

export async function beginSession(
  town: Town,
  person: string,
  account: string | null,
): Promise<{ token: string; session: string }> {
  const token = newToken(town)
  const session = town.database.newId(town)
  const now = new Date(town.clock.now())
  await town.database.pool.query(
    `insert into people.session (id, token_hash, person_id, account_id, began_at, seen_at) values ($1, $2, $3, $4, $5, $5)`,
    [session, tokenHash(token), person, account, now],
  )
  return { token, session }
}

/** Who holds this token, with the mandates of today; null for none, a wrong, an ended or an idle one. */
export async function findViewer(town: Town, token: string | null): Promise<Viewer | null> {
  if (token === null || !tokenShape.test(token)) return null
  const now = town.clock.now()
  const [row] = await town.database.read(
    `select s.id as session, s.person_id as person, p.name, s.seen_at < $3::timestamptz as stale,
            coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'body', m.body_id, 'commission', m.commission_id,
                                                        'inCouncil', people.in_council(m))
                                      order by m.from_day, m.id)
                        from people.mandate m where m.person_id = s.person_id
                         and people.gives_rights(m, $4::date)), '[]') as mandates
       from people.session s join people.person p on p.id = s.person_id
      where s.token_hash = $1 and s.ended_at is null and s.seen_at > $2::timestamptz`,
    [
      tokenHash(token),
      new Date(now - limits.session.idleMs).toISOString(),
      new Date(now - touchEveryMs).toISOString(),
      dayAt(now, town.zone),
    ],
  )
  if (!row) return null
  if (row['stale']) {
    await town.database.pool.query('update people.session set seen_at = $2 where id = $1', [
      row['session'],
      new Date(now),
    ])
  }
  const { session, person, name, mandates } = row as { mandates: Held[] } & Row
  return { session, person, name, mandates }
}
type Row = { session: string; person: Viewer['person']; name: string }

/**
 * Ends the session everywhere: the next request finds nobody, sockets are told by an event, rooms by a notice. No act:
 * signing out changes what one holds in the hand, not the record.
 */
export async function endSession(town: Town, viewer: Viewer): Promise<void> {
  const notice = { kind: 'ended', room: null, person: viewer.person, mandate: null, session: viewer.session }
  await town.database.transaction(async ({ tx }) => {
    await tx.query('update people.session set ended_at = $2 where id = $1 and ended_at is null', [
      viewer.session,
      new Date(town.clock.now()),
    ])
    await tx.query('insert into rooms.notice (notice) values ($1)', [JSON.stringify(notice)])
    await tx.query('select pg_notify($1, $2)', [noticeChannel, ''])
    await tx.query('select pg_notify($1, $2)', [
      eventChannel,
      JSON.stringify({ kind: 'session-ended', id: viewer.session }),
    ])
  })
}

/** `Authorization: Bearer …` first, since a tab of the demo may be somebody else than the cookie says. */
export function tokenOf(authorization: string | undefined, cookie: string | undefined): string | null {
  if (authorization !== undefined) return /^Bearer ([\w-]{43})$/i.exec(authorization)?.[1] ?? null
  return cookie ?? null
}
