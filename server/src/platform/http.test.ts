// Platform: what the http endpoint promises, over real sockets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serverAudits } from 'graphql-http'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServedTown, type ServedTown } from '../testing/running-town.js'

let town: ServedTown
let base: string
let clientDir: string

beforeAll(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'faellesrum-client-'))
  mkdirSync(join(clientDir, 'assets'))
  writeFileSync(
    join(clientDir, 'index.html'),
    '<!doctype html><title>Fællesrum</title><script>1</script><script src="/assets/a-1.js"></script>',
  )
  writeFileSync(join(clientDir, 'assets/a-1.js'), 'export {}')
  writeFileSync(join(clientDir, 'assets/a-1.js.gz'), gzipSync('export {}'))
  writeFileSync(join(clientDir, 'assets/a-1.js.map'), '{}')
  // As long as the clock stands still nobody's turns come back; the audits below need many.
  town = await aServedTown({}, { clientDir })
  base = `http://127.0.0.1:${town.port}`
  await town.person('Yasmin Pihlkjær', 'administration')
})
afterAll(async () => {
  await town.close()
  rmSync(clientDir, { recursive: true, force: true })
})

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

describe('GraphQL over HTTP', () => {
  it('holds every MUST of the specification’s audits', async () => {
    const token = await town.signIn('Yasmin Pihlkjær')
    const signedIn: typeof fetch = (input, init) =>
      fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), authorization: `Bearer ${token}` },
      })
    const audits = serverAudits({ url: `${base}/graphql`, fetchFn: signedIn })
    const results = await Promise.all(audits.map(async (audit) => ({ name: audit.name, result: await audit.fn() })))
    const musts = results.filter(({ name }) => name.startsWith('MUST'))
    expect(musts).toHaveLength(13)
    expect(musts.filter(({ result }) => result.status !== 'ok').map(({ name }) => name)).toEqual([])
    const shoulds = results.filter(({ name }) => name.startsWith('SHOULD'))
    expect(shoulds.filter(({ result }) => result.status === 'ok').length).toBeGreaterThanOrEqual(20)
  })

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query={viewer{person{name}}}'],
    ['plain text', { 'content-type': 'text/plain' }, '{"query":"{ __typename }"}'],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['an exotic charset', { 'content-type': 'application/json; charset=utf-7' }, '{"query":"{ __typename }"}'],
    ['a compressed body', { 'content-encoding': 'gzip' }, gzipSync('{"query":"{ __typename }"}')],
    ['a batch', {}, '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
    ['broken JSON', {}, '{"query":'],
    ['a prototype', {}, '{"query":"{ __typename }","__proto__":{"x":1}}'],
  ])('refuses %s without doing anything', async (_, headers, body) => {
    const response = await post(body as string, headers as unknown as Record<string, string>)
    expect([400, 415]).toContain(response.status)
    expect(await response.text()).not.toMatch(/node_modules|\.ts:|\.js:/)
  })

  it('refuses a body above the limit before reading it', async () => {
    expect((await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(120_000)}` }))).status).toBe(413)
  })

  it('never mutates by GET', async () => {
    const query = encodeURIComponent('mutation { acceptInvitation(input: { key: "k", token: "t" }) { __typename } }')
    const response = await fetch(`${base}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': '1' } })
    expect(response.status).toBe(405)
  })

  it('takes nothing from a page of another origin', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      `http://localhost.evil.example:${town.port}`,
      `https://localhost:${town.port}`,
    ]) {
      expect((await post('{"query":"{ __typename }"}', { origin })).status, origin).toBe(403)
    }
    expect((await post('{"query":"{ __typename }"}', { origin: `http://localhost:${town.port}` })).status).toBe(200)
  })

  it('answers refusals in the language that was asked for', async () => {
    const query =
      'mutation { enterRoom(room: "draft/01900000-0000-7000-8000-000000000000") { ... on Refusal { code message } } }'
    const danish = await town.ask(query)
    const english = await town.ask(query, { headers: { 'accept-language': 'en' } })
    expect(danish.data.enterRoom).toMatchObject({ code: 'NOT_SIGNED_IN', message: expect.stringContaining('Log ind') })
    expect(english.data.enterRoom).toMatchObject({ code: 'NOT_SIGNED_IN', message: expect.stringContaining('Sign in') })
  })
})

describe('own queries without sign-in', () => {
  it('are counted by address, and whoever signs in goes on', async () => {
    const still = await aServedTown({}, { clock: { now: () => Date.parse('2026-11-23T11:00:00Z') } })
    try {
      await still.person('Yasmin Pihlkjær', 'administration')
      const answers = await Promise.all(Array.from({ length: 65 }, () => still.ask('{ viewer { person { name } } }')))
      const refused = answers.filter((each) => each.status === 429)
      expect(refused).toHaveLength(5)
      expect(refused[0].errors[0].extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 60 })
      expect(refused[0].headers.get('retry-after')).toBe('60')
      const spoofed = await still.ask('{ viewer { person { name } } }', { headers: { 'x-forwarded-for': '10.0.0.1' } })
      expect(spoofed.status).toBe(429)
      const token = await still.signIn('Yasmin Pihlkjær')
      expect((await still.ask('{ viewer { person { name } } }', { token })).data.viewer.person.name).toBe(
        'Yasmin Pihlkjær',
      )
    } finally {
      await still.close()
    }
  })

  it('do not come back one by one while somebody asks slowly: 70 in twenty seconds meet the limit', async () => {
    let now = Date.parse('2026-11-23T11:00:00Z')
    const slow = await aServedTown({}, { clock: { now: () => now } })
    try {
      const statuses: number[] = []
      for (let n = 0; n < 70; n++) {
        statuses.push((await slow.ask('{ viewer { person { name } } }')).status)
        now += 285
      }
      expect(statuses).toEqual([...Array(60).fill(200), ...Array(10).fill(429)])
      now += 60_000
      expect((await slow.ask('{ viewer { person { name } } }')).status).toBe(200)
    } finally {
      await slow.close()
    }
  })
})

describe('the client', () => {
  it('gets its page at every address of its own, with a policy that names its one inline script', async () => {
    for (const path of ['/', '/udvalg/oekonomiudvalget', '/invitation/abc']) {
      const response = await fetch(base + path, { headers: { accept: 'text/html' } })
      expect(response.status, path).toBe(200)
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/)
      for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part)
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('may keep hashed files for ever, and gets no source maps', async () => {
    const asset = await fetch(`${base}/assets/a-1.js`)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${base}/assets/a-1.js.map`)).status).toBe(404)
  })

  it.each([
    ['gzip, br', 'gzip'],
    ['identity', null],
  ])('whoever takes %s gets a file as %s', async (accepts, encoding) => {
    const asset = await fetch(`${base}/assets/a-1.js`, { headers: { 'accept-encoding': accepts } })
    expect(asset.headers.get('content-encoding')).toBe(encoding)
    expect(asset.headers.get('vary')).toContain('accept-encoding')
    expect(asset.headers.get('content-type')).toContain('javascript')
    expect(await asset.text()).toBe('export {}')
  })

  it.each(['/assets/none.js', '/auth/none', '/.env', '/../package.json', '/assets/..%2f..%2fpackage.json'])(
    'finds nothing at %s',
    async (path) => {
      expect((await fetch(base + path, { headers: { accept: 'text/html' } })).status).toBe(404)
    },
  )
})

describe('health', () => {
  it('is told as JSON', async () => {
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'ready' })
  })

  it('has metrics of api and rooms in one place', async () => {
    const metrics = await (await fetch(`${base}/metrics`)).text()
    expect(metrics).toMatch(/faellesrum_http_answers_total\{status="2xx"\} \d+/)
    expect(metrics).toContain('faellesrum_nodejs_eventloop_lag')
    expect(metrics).toMatch(/collab/)
  })

  it.each([
    ['older', "delete from public.faellesrum_migration where name = '0005-jobs'"],
    ['newer', "insert into public.faellesrum_migration (set, name, hash) values ('server', '9999-later', 'x')"],
  ])('is 503 while the database is %s than the program', async (_, change) => {
    const old = await aServedTown()
    try {
      const owner = new Client({ connectionString: old.ownerUrl })
      await owner.connect()
      await owner.query(change)
      await owner.end()
      const response = await fetch(`http://127.0.0.1:${old.port}/readyz`)
      expect(response.status).toBe(503)
    } finally {
      await old.close()
    }
  })
})
