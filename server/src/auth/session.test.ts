// Auth: a session is known to its holder, ends where it is ended, and takes its sockets with it.
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServedTown, type ServedTown } from '../testing/running-town.js'

let town: ServedTown
let base: string
let now = Date.parse('2026-11-23T11:00:00Z')
beforeAll(async () => {
  town = await aServedTown({}, { clock: { now: () => now } })
  base = `http://127.0.0.1:${town.port}`
  await town.person('Oda Lindskov', 'resident')
  await town.person('Yasmin Pihlkjær', 'administration')
})
afterAll(() => town.close())

const who = async (headers: Record<string, string>): Promise<string | null> => {
  const answer = await town.ask('{ viewer { person { name } } }', { headers })
  return answer.data.viewer?.person.name ?? null
}
const signOut = (headers: Record<string, string>) => fetch(`${base}/auth/sign-out`, { method: 'POST', headers })

describe('the demo sign-in', () => {
  it('answers a token and sets the session cookie, which scripts cannot read', async () => {
    const response = await fetch(`${base}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"person":"oda-lindskov"}',
    })
    const { token } = (await response.json()) as { token: string }
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toBe(`faellesrum=${token}; Path=/; HttpOnly; SameSite=Lax`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await who({ cookie: `faellesrum=${token}` })).toBe('Oda Lindskov')
    expect(await who({ authorization: `Bearer ${token}` })).toBe('Oda Lindskov')
  })

  it('lets a tab be somebody else than the cookie says', async () => {
    const oda = await town.signIn('Oda Lindskov')
    const yasmin = await town.signIn('Yasmin Pihlkjær')
    expect(await who({ cookie: `faellesrum=${oda}`, authorization: `Bearer ${yasmin}` })).toBe('Yasmin Pihlkjær')
  })

  it.each(['{"person":"nobody"}', '{"person":{"$ne":null}}', '{"person":"\\u0000"}', '{}', '[]'])(
    'knows nobody by %s',
    async (body) => {
      const response = await fetch(`${base}/auth/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(response.status).toBe(404)
    },
  )

  it('is not for forms of other pages', async () => {
    const form = await fetch(`${base}/auth/demo`, {
      method: 'POST',
      body: new URLSearchParams({ person: 'oda-lindskov' }),
    })
    expect(form.status).toBe(415)
    const foreign = await fetch(`${base}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
      body: '{"person":"oda-lindskov"}',
    })
    expect(foreign.status).toBe(403)
    expect(foreign.headers.get('set-cookie')).toBeNull()
  })
})

describe('a session', () => {
  it('is not found by anything but its token', async () => {
    const token = await town.signIn('Oda Lindskov')
    const { rows } = await town.town.database.pool.query('select token_hash from people.session')
    expect(rows.map((row) => row.token_hash)).not.toContain(token)
    for (const wrong of [
      token.slice(1),
      `${token}x`,
      token.toLowerCase(),
      rows[0].token_hash,
      '',
      'null',
      "' or true --",
    ]) {
      expect(await who({ authorization: `Bearer ${wrong}` }), wrong).toBeNull()
    }
  })

  it('ends everywhere when its holder signs out, and no other with it', async () => {
    const first = await town.signIn('Oda Lindskov')
    const second = await town.signIn('Oda Lindskov')
    expect((await signOut({ authorization: `Bearer ${first}` })).status).toBe(204)
    expect(await who({ authorization: `Bearer ${first}` })).toBeNull()
    expect(await who({ cookie: `faellesrum=${first}` })).toBeNull()
    expect(await who({ authorization: `Bearer ${second}` })).toBe('Oda Lindskov')
    const { rows } = await town.town.database.pool.query(
      "select notice from rooms.notice where notice->>'kind' = 'ended'",
    )
    expect(rows.at(-1).notice).toMatchObject({ kind: 'ended', mandate: null, session: expect.any(String) })
  })

  it('falls asleep after eight idle hours, not after eight hours', async () => {
    const token = await town.signIn('Oda Lindskov')
    const hour = 3_600_000
    now += 7 * hour
    expect(await who({ authorization: `Bearer ${token}` })).toBe('Oda Lindskov')
    now += 7 * hour
    expect(await who({ authorization: `Bearer ${token}` })).toBe('Oda Lindskov')
    now += 9 * hour
    expect(await who({ authorization: `Bearer ${token}` })).toBeNull()
  })
})

/** Opens a raw socket; answers the close code, or the status when there is no socket. */
const closing = (
  headers: Record<string, string>,
  protocols: string[],
  talk?: (ws: WebSocket) => void,
): Promise<number> =>
  new Promise((resolve) => {
    const ws = new WebSocket(`ws://127.0.0.1:${town.port}/graphql`, protocols, { headers })
    ws.on('open', () => talk?.(ws))
    ws.on('close', (code) => resolve(code))
    ws.on('error', () => {})
    ws.on('unexpected-response', (_, response) => {
      resolve(response.statusCode!)
      ws.terminate()
    })
  })
const graphqlWs = ['graphql-transport-ws']
const say = (message: unknown) => (ws: WebSocket) =>
  ws.send(typeof message === 'string' ? message : JSON.stringify(message))

describe('GraphQL over websockets', () => {
  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://localhost.evil.example', 403],
    ['http://LOCALHOST', 403],
  ])('is not for pages of %s', async (origin, status) => {
    expect(await closing({ origin }, graphqlWs)).toBe(status)
  })

  it('takes its own subprotocol only', async () => {
    expect(await closing({}, ['graphql-ws'])).toBe(400)
    expect(await closing({}, [])).toBe(400)
  })

  it.each([
    ['broken JSON', '{', 4400],
    ['a subscription before the greeting', { type: 'subscribe', id: '1', payload: { query: '{ __typename }' } }, 4401],
    ['a token that is none', { type: 'connection_init', payload: { authorization: 'Bearer x' } }, 4403],
    ['a message above the limit', { type: 'connection_init', payload: { x: 'x'.repeat(70_000) } }, 1009],
  ])('closes for %s', async (_, message, code) => {
    expect(await closing({}, graphqlWs, say(message))).toBe(code)
  })

  it('answers queries with the rights of the connection parameter, and refuses what costs too much', async () => {
    const token = await town.signIn('Yasmin Pihlkjær')
    const client = createClient({
      url: `ws://127.0.0.1:${town.port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    })
    const first = async (query: string): Promise<any> => (await client.iterate({ query }).next()).value
    expect((await first('{ viewer { person { name } } }')).data.viewer.person.name).toBe('Yasmin Pihlkjær')
    const costly = client.iterate({
      query: '{ people(first: 100) { nodes { mandates { person { mandates { person { id } } } } } } }',
    })
    await expect(costly.next()).rejects.toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }])
    await client.dispose()
  })

  it('closes 4401 when its session signs out', async () => {
    const token = await town.signIn('Oda Lindskov')
    const code = await closing({}, graphqlWs, (ws) => {
      say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })(ws)
      ws.on('message', (data) => {
        if (JSON.parse(String(data)).type === 'connection_ack') void signOut({ authorization: `Bearer ${token}` })
      })
    })
    expect(code).toBe(4401)
  })
})
