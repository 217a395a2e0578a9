// Platform: sockets when the database is away (nothing ends but the socket, and it is told to come back), and how many
// and how much of them one may have.
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aServedTown, type ServedTown } from '../testing/running-town.js'
import { limits } from './limits.js'

let town: ServedTown
let owner: Client
let lines: Record<string, any>[]
beforeAll(async () => {
  lines = []
  const logTo = { write: (line: string) => void lines.push(JSON.parse(line)) }
  town = await aServedTown({ LOG_LEVEL: 'warn' }, { logTo })
  await town.person('Oda Lindskov', 'resident')
  owner = new Client({ connectionString: town.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await town.close()
})

/** Sessions cannot be read while the work is done: what a statement's time-out looks like from outside. */
async function withoutSessions<Result>(work: () => Promise<Result>): Promise<Result> {
  await owner.query('alter table people.session rename to session_away')
  try {
    return await work()
  } finally {
    await owner.query('alter table people.session_away rename to session')
  }
}

type Talk = Readonly<{ ws: WebSocket; closed: Promise<{ code: number; reason: string }> }>
function talk(to = town, headers: Record<string, string> = {}): Promise<Talk> {
  const ws = new WebSocket(`ws://127.0.0.1:${to.port}/graphql`, ['graphql-transport-ws'], { headers })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
  )
  return new Promise((resolve, reject) => {
    ws.on('open', () => resolve({ ws, closed }))
    ws.on('error', reject)
  })
}
const greet = ({ ws }: Talk, token?: string): void =>
  ws.send(
    JSON.stringify({ type: 'connection_init', ...(token && { payload: { authorization: `Bearer ${token}` } }) }),
  )

/** The first message of the answer. */
function asked({ ws }: Talk, query: string, id = '1'): Promise<any> {
  const answer = new Promise((resolve) => {
    const listen = (data: unknown): void => {
      const message = JSON.parse(String(data))
      if (message.id !== id) return
      ws.off('message', listen)
      resolve(message)
    }
    ws.on('message', listen)
  })
  ws.send(JSON.stringify({ type: 'subscribe', id, payload: { query } }))
  return answer
}
async function greeted(token?: string, to = town, headers: Record<string, string> = {}): Promise<Talk> {
  const socket = await talk(to, headers)
  const acknowledged = new Promise((resolve) => socket.ws.once('message', resolve))
  greet(socket, token)
  await acknowledged
  return socket
}

describe('the language of a socket', () => {
  const label = async (said: Record<string, string>, headers: Record<string, string>): Promise<string> => {
    const socket = await talk(town, headers)
    const acknowledged = new Promise((resolve) => socket.ws.once('message', resolve))
    socket.ws.send(JSON.stringify({ type: 'connection_init', payload: said }))
    await acknowledged
    const { payload } = await asked(socket, '{ municipality { figures { label value } } }')
    socket.ws.close()
    return `${payload.data.municipality.figures[0].value} ${payload.data.municipality.figures[0].label}`
  }

  it('is what the page says when it connects, else what the browser says', async () => {
    expect(await label({ 'accept-language': 'en' }, { 'accept-language': 'da-DK' })).toBe('75,800 residents')
    expect(await label({ 'accept-language': 'da' }, { 'accept-language': 'en-GB' })).toBe('75.800 borgere')
    expect(await label({}, { 'accept-language': 'en-GB' })).toBe('75,800 residents')
  })
})

describe('while sessions cannot be read', () => {
  it('a socket whose session is asked for after the bus was away is closed to come back, and the process lives', async () => {
    const socket = await greeted(await town.signIn('Oda Lindskov'))
    await withoutSessions(async () => {
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'faellesrum bus'",
      )
      expect(await socket.closed).toEqual({ code: 1013, reason: 'try again later' })
    })
    expect(lines.filter(({ msg }) => msg === 'a socket could not be served')).toHaveLength(1)
  })

  it('a greeting is told to come back, and no word of ours is in the reason', async () => {
    const token = await town.signIn('Oda Lindskov')
    await withoutSessions(async () => {
      const socket = await talk()
      greet(socket, token)
      expect(await socket.closed).toEqual({ code: 1013, reason: 'try again later' })
    })
  })

  it('a query on an open socket is answered by a number that stands in the log', async () => {
    const socket = await greeted(await town.signIn('Oda Lindskov'))
    const answer = await withoutSessions(() => asked(socket, '{ viewer { person { name } } }'))
    expect(answer).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'INTERNAL' } }] })
    const { correlationId } = answer.payload[0].extensions
    expect(lines.find(({ requestId }) => requestId === correlationId)).toMatchObject({ level: 50 })
    expect(JSON.stringify(answer)).not.toContain('people.session')
    socket.ws.close()
  })

  it('a request by http is answered by a number that stands in the log', async () => {
    const token = await town.signIn('Oda Lindskov')
    const answer = await withoutSessions(() => town.ask('{ viewer { person { name } } }', { token }))
    expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: 'INTERNAL' } }] })
    const { correlationId } = answer.errors[0].extensions
    expect(lines.find(({ requestId }) => requestId === correlationId)).toMatchObject({ level: 50 })
    expect(JSON.stringify(answer)).not.toContain('people.session')
  })
})

describe('without sign-in', () => {
  it('an address asks as often as it may by http and by sockets together, broken documents counted', async () => {
    const still = await aServedTown({}, { clock: { now: () => Date.parse('2026-11-23T11:00:00Z') } })
    try {
      for (let n = 0; n < limits.anonymousPerMinute / 3; n++) await still.ask('{ viewer { person { name } } }')
      for (let n = 0; n < limits.anonymousPerMinute / 3; n++) await still.ask('{ nothing }')
      const first = await greeted(undefined, still)
      for (let n = 0; n < limits.anonymousPerMinute / 3; n++) {
        expect((await asked(first, '{ viewer { person { name } } }', `${n}`)).type).toBe('next')
      }
      const second = await greeted(undefined, still)
      const refused = { type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] }
      expect(await asked(second, '{ viewer { person { name } } }')).toMatchObject(refused)
      expect((await still.ask('{ viewer { person { name } } }')).status).toBe(429)
    } finally {
      await still.close()
    }
  })

  it('counts the address that our proxy names, where one stands in front', async () => {
    const still = await aServedTown({ PROXIES: '1' }, { clock: { now: () => Date.parse('2026-11-23T11:00:00Z') } })
    const from = (address: string) => greeted(undefined, still, { 'x-forwarded-for': `203.0.113.7, ${address}` })
    try {
      const busy = await from('10.0.0.1')
      const codeOf = async (socket: Talk, id: string) =>
        (await asked(socket, '{ nothing }', id)).payload[0].extensions.code
      for (let n = 0; n < limits.anonymousPerMinute; n++) expect(await codeOf(busy, `${n}`)).toBe('BAD_USER_INPUT')
      expect(await codeOf(busy, 'one more')).toBe('RATE_LIMITED')
      expect(await codeOf(await from('10.0.0.2'), 'first')).toBe('BAD_USER_INPUT')
    } finally {
      await still.close()
    }
  })

  it('an address opens no more sockets than are meant for it, and again as many when they are closed', async () => {
    const few = await aServedTown()
    const status = (): Promise<number> =>
      new Promise((resolve) => {
        const ws = new WebSocket(`ws://127.0.0.1:${few.port}/graphql`, ['graphql-transport-ws'])
        ws.on('error', () => {})
        ws.on('open', () => resolve(101))
        ws.on('unexpected-response', (_, response) => resolve(response.statusCode!))
      })
    try {
      const sockets = await Promise.all(Array.from({ length: limits.socket.socketsPerAddress }, () => talk(few)))
      expect(await status()).toBe(429)
      sockets[0]!.ws.close()
      await sockets[0]!.closed
      await expect.poll(status).toBe(101)
    } finally {
      await few.close()
    }
  })
})
