// Auth: sign-in at a real OpenID provider, and the tokens of a bad one. Every bad one is refused, and leaves nobody signed in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realProvider } from '@faellesrum/tools/openid-provider'
import { generateKeyPair, SignJWT } from 'jose'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reserveAdministrator } from '../../bin/reserve-administrator.js'
import { startTown } from '../../bin/town.js'
import { readConfig } from '../platform/config.js'
import { aServedTown, type ServedTown } from '../testing/running-town.js'
import { clientId, type FakeProvider, fakeProvider, token, type TokenMaker } from './testing/fake-provider.js'
import { ownPath } from './routes.js'

const secret = 'a secret of tests'
const settings = (issuer: string): Record<string, string> => ({
  AUTH: 'oidc',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: secret,
  OIDC_ROLE_CLAIM: 'roles',
  OIDC_ROLE_ADMINISTRATION: 'admin',
})

/** One browser: keeps cookies, follows nothing by itself. */
function aBrowser() {
  const jar = new Map<string, string>()
  return {
    jar,
    async go(url: string, init: RequestInit = {}): Promise<Response> {
      const host = new URL(url).host
      const cookie = [...jar]
        .filter(([name]) => name.startsWith(`${host} `))
        .map(([name, value]) => `${name.split(' ')[1]}=${value}`)
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as object), cookie: cookie.join('; ') },
      })
      for (const set of response.headers.getSetCookie()) {
        const [pair, ...attributes] = set.split(';')
        const [name, ...value] = pair!.split('=')
        if (attributes.some((each) => /expires=Thu, 01 Jan 1970/i.test(each))) jar.delete(`${host} ${name}`)
        else jar.set(`${host} ${name}`, value.join('='))
      }
      return response
    },
  }
}
type Browser = ReturnType<typeof aBrowser>

const viewerOf = async (town: Pick<ServedTown, 'url'>, browser: Browser): Promise<any> => {
  const response = await browser.go(`${town.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ viewer { person { name id } mandates { kind } } }"}',
  })
  return ((await response.json()) as any).data.viewer
}

describe('a provider that answers what it should not', () => {
  let town: ServedTown
  let provider: FakeProvider
  let codes = 0
  let later = 0
  const minutes = 60_000
  const aMinuteLater = (): void => void (later += 61_000)
  beforeAll(async () => {
    provider = await fakeProvider()
    const env = { ...settings(provider.issuer), OIDC_ASSURANCE_CLAIM: 'loa', OIDC_ASSURANCE_VALUES: 'substantial high' }
    town = await aServedTown(env, { clock: { now: () => Date.now() + later } })
  })
  afterAll(async () => {
    await town.close()
    await provider.close()
  })

  const begin = async (browser: Browser, code = `code-${++codes}`) => {
    const started = await browser.go(`${town.url}/auth/oidc/start?returnTo=/udvalg`)
    const authorize = new URL(started.headers.get('location')!)
    provider.nonceOf(code, authorize.searchParams.get('nonce')!)
    return { code, state: authorize.searchParams.get('state')!, authorize }
  }
  const back = (
    browser: Browser,
    { code, state }: { code: string; state: string },
    more: Record<string, string> = {},
  ) =>
    browser.go(`${town.url}/auth/oidc/callback?${new URLSearchParams({ code, state, iss: provider.issuer, ...more })}`)
  /** A whole sign-in with this token; answers the status and whether somebody is signed in after it. */
  const signIn = async (maker: TokenMaker, browser = aBrowser()) => {
    provider.answer(maker)
    const response = await back(browser, await begin(browser))
    return {
      status: response.status,
      viewer: await viewerOf(town, browser),
      to: response.headers.get('location'),
      body: await response.text(),
    }
  }
  const good = (claims: Record<string, unknown> = {}) => token({ loa: 'substantial', ...claims })
  const now = () => Math.floor(Date.now() / 1000)

  it('is asked for a code with PKCE, a nonce and a state that only this browser can bring back', async () => {
    const { authorize } = await begin(aBrowser())
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      scope: 'openid profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${town.url}/auth/oidc/callback`,
    })
  })

  it('is believed when everything is right, and the visitor goes on where they were', async () => {
    const { status, viewer, to } = await signIn(good())
    expect({ status, to }).toEqual({ status: 302, to: '/udvalg' })
    expect(viewer.mandates).toEqual([{ kind: 'RESIDENT' }])
  })

  const bad: [string, () => Promise<TokenMaker> | TokenMaker][] = [
    [
      'alg none',
      () =>
        ({ issuer, nonce }) =>
          unsigned({ iss: issuer, aud: clientId, sub: 's', nonce, iat: now(), exp: now() + 300, loa: 'high' }),
    ],
    [
      'HS256 with the public key',
      () => (at) => token({ loa: 'high' }, { alg: 'HS256' }, new TextEncoder().encode(at.publicPem))(at),
    ],
    [
      'HS256 with the client secret',
      () => token({ loa: 'high' }, { alg: 'HS256' }, new TextEncoder().encode(secret)),
    ],
    [
      'another key under the same kid',
      async () => token({ loa: 'high' }, {}, (await generateKeyPair('RS256')).privateKey),
    ],
    ['an unknown kid', async () => token({ loa: 'high' }, { kid: 'k9' }, (await generateKeyPair('RS256')).privateKey)],
    [
      'a key of its own by jku',
      async () =>
        token(
          { loa: 'high' },
          { jku: 'http://evil.example/jwks', kid: 'x' },
          (await generateKeyPair('RS256')).privateKey,
        ),
    ],
    [
      'a key of its own in the header',
      async () =>
        token(
          { loa: 'high' },
          { x5u: 'http://evil.example/x', kid: 'k1' },
          (await generateKeyPair('RS256')).privateKey,
        ),
    ],
    ['an expired token', () => good({ exp: now() - 600, iat: now() - 900 })],
    ['a token of the future', () => good({ nbf: now() + 3600 })],
    ['no expiry', () => good({ exp: undefined })],
    ['no time of issue', () => good({ iat: undefined })],
    ['another issuer', () => good({ iss: 'https://evil.example' })],
    ['another audience', () => good({ aud: 'somebody-else' })],
    ['a list of audiences without us', () => good({ aud: ['a', 'b'] })],
    ['another authorized party', () => good({ aud: [clientId, 'b'], azp: 'b' })],
    ['another nonce', () => good({ nonce: 'x'.repeat(43) })],
    ['no nonce', () => good({ nonce: undefined })],
    ['no subject', () => good({ sub: undefined })],
    ['a low level of assurance', () => good({ loa: 'low' })],
    ['no level of assurance', () => token()],
    ['a truncated token', () => async (at) => (await good()(at)).slice(0, -20)],
    ['a megabyte', () => () => `${'a'.repeat(1_000_000)}.b.c`],
    ['no token at all', () => () => ''],
  ]
  it.each(bad)('is refused with %s', async (_, make) => {
    // Or the address would be held back for its failures, and the token never looked at.
    aMinuteLater()
    const { status, viewer, body } = await signIn(await make())
    expect({ status, viewer }).toEqual({ status: 401, viewer: null })
    expect(body).not.toMatch(/eyJ|secret/)
  })

  it('may rotate its key: the new one is known a minute later', async () => {
    await provider.rotate()
    aMinuteLater()
    const { status, body } = await signIn((at) => token({ loa: 'high' }, { kid: 'k2' })(at))
    expect(status, body).toBe(302)
  })

  it('is not asked for an address from which too much has failed, until a while later', async () => {
    provider.answer(() => '')
    for (let failure = 0; failure < 25; failure++) {
      const response = await aBrowser().go(`${town.url}/auth/oidc/callback?code=x&state=x`)
      if (response.status === 429) break
      expect(response.status).toBe(401)
    }
    expect((await aBrowser().go(`${town.url}/auth/oidc/start`)).status).toBe(429)
    later += 16 * minutes
    expect((await aBrowser().go(`${town.url}/auth/oidc/start`)).status).toBe(302)
  })
})

describe('a sign-in that is not whole', () => {
  let town: ServedTown
  let provider: FakeProvider
  beforeAll(async () => {
    provider = await fakeProvider()
    town = await aServedTown(settings(provider.issuer))
    provider.answer(token())
  })
  afterAll(async () => {
    await town.close()
    await provider.close()
  })
  const begin = async (browser: Browser, code: string) => {
    const started = await browser.go(`${town.url}/auth/oidc/start`)
    const query = new URL(started.headers.get('location')!).searchParams
    provider.nonceOf(code, query.get('nonce')!)
    return { code, state: query.get('state')!, iss: provider.issuer }
  }
  const back = async (browser: Browser, query: Record<string, string>) =>
    (await browser.go(`${town.url}/auth/oidc/callback?${new URLSearchParams(query)}`)).status

  it('is refused in another browser than it began in', async () => {
    expect(await back(aBrowser(), await begin(aBrowser(), 'c1'))).toBe(401)
  })
  it('is refused with another state', async () => {
    const browser = aBrowser()
    expect(await back(browser, { ...(await begin(browser, 'c2')), state: 'x'.repeat(43) })).toBe(401)
  })
  it('is refused from another issuer', async () => {
    const browser = aBrowser()
    expect(await back(browser, { ...(await begin(browser, 'c3')), iss: 'https://evil.example' })).toBe(401)
  })
  it('is refused without an issuer where the provider names itself', async () => {
    const browser = aBrowser()
    const { iss: _, ...query } = await begin(browser, 'c4')
    expect(await back(browser, query)).toBe(401)
  })
  it('is refused the second time, with the same state and with the same code', async () => {
    const browser = aBrowser()
    const query = await begin(browser, 'c5')
    const cookies = new Map(browser.jar)
    expect(await back(browser, query)).toBe(302)
    for (const [name, value] of cookies) browser.jar.set(name, value)
    expect(await back(browser, query)).toBe(401)
    const later = await begin(browser, 'c6')
    expect(await back(browser, { ...later, code: 'c5' })).toBe(401)
  })
  it('is no failure of its visitor when the database is away: said with a number, and not counted', async () => {
    const browser = aBrowser()
    const query = await begin(browser, 'c7')
    const cookies = new Map(browser.jar)
    const owner = new Client({ connectionString: town.ownerUrl })
    await owner.connect()
    await owner.query('alter table people.sign_in_attempt rename to attempt_away')
    for (let n = 0; n < 25; n++) {
      for (const [name, value] of cookies) browser.jar.set(name, value)
      const response = await browser.go(`${town.url}/auth/oidc/callback?${new URLSearchParams(query)}`)
      expect(response.status).toBe(500)
      const body = (await response.json()) as { error: string; correlationId: string }
      expect(body.correlationId).toBe(response.headers.get('x-request-id'))
      expect(JSON.stringify(body)).not.toContain('attempt')
    }
    await owner.query('alter table people.attempt_away rename to sign_in_attempt')
    await owner.end()
    expect((await aBrowser().go(`${town.url}/auth/oidc/start`)).status).toBe(302)
  })
  it('hands every verifier to the provider, each its own', () => {
    expect(new Set(provider.verifiers).size).toBe(provider.verifiers.length)
  })
  it('does not make an ID token a token of ours', async () => {
    const jwt = await new SignJWT({ sub: 's-1' })
      .setProtectedHeader({ alg: 'RS256' })
      .sign((await generateKeyPair('RS256')).privateKey)
    expect((await town.ask('{ viewer { person { id } } }', { token: jwt })).data.viewer).toBeNull()
  })
  it('has no demo sign-in beside it', async () => {
    const response = await fetch(`${town.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(404)
  })
})

describe('an account', () => {
  let town: ServedTown
  let provider: Awaited<ReturnType<typeof realProvider>>
  beforeAll(async () => {
    provider = await realProvider({ id: clientId, secret })
    town = await aServedTown(settings(provider.issuer))
    provider.allow(`${town.url}/auth/oidc/callback`)
  })
  afterAll(async () => {
    await town.close()
    await provider.close()
  })
  const signIn = async (login: string, at = town.url): Promise<any> => {
    const browser = aBrowser()
    let response = await browser.go(`${at}/auth/oidc/start?returnTo=/`)
    for (let step = 0; step < 12 && !(response.status === 302 && response.headers.get('location') === '/'); step++) {
      const location = response.headers.get('location')
      if (location) response = await browser.go(new URL(location, provider.issuer).href)
      else
        response = await provider.answerForm(await response.text(), login, (url, body) =>
          browser.go(url, { method: 'POST', body }),
        )
    }
    return viewerOf({ url: at }, browser)
  }

  it('is welcomed once, as a resident, by a real provider', async () => {
    const first = await signIn('ada')
    const second = await signIn('ada')
    expect(first.mandates).toEqual([{ kind: 'RESIDENT' }])
    expect(second.person.id).toBe(first.person.id)
  })

  it('is somebody else under another subject, whatever the name', async () => {
    const ada = await signIn('ada')
    const other = await signIn('ada-again')
    expect(other.person.name).toBe(ada.person.name)
    expect(other.person.id).not.toBe(ada.person.id)
  })

  it('has the roles of its claim, for as long as the claim has them', async () => {
    provider.roles('clerk', ['admin'])
    const with_ = await signIn('clerk')
    expect(with_.mandates.map((each: any) => each.kind).sort()).toEqual(['ADMINISTRATION', 'RESIDENT'])
    provider.roles('clerk', [])
    const without = await signIn('clerk')
    expect(without.mandates).toEqual([{ kind: 'RESIDENT' }])
    expect(without.person.id).toBe(with_.person.id)
  })

  it('loses them with the next sign-in when the installation reads no claim for roles any more', async () => {
    provider.roles('clerk', ['admin'])
    expect((await signIn('clerk')).mandates).toHaveLength(2)
    const { OIDC_ROLE_CLAIM: _, OIDC_ROLE_ADMINISTRATION: __, ...without } = settings(provider.issuer)
    const dataDir = mkdtempSync(join(tmpdir(), 'faellesrum-roles-'))
    const other = await startTown({
      config: readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...without }),
      databaseUrl: town.ownerUrl,
      api: { clientDir: null },
      jobs: null,
      collab: null,
    })
    try {
      provider.allow(`${other.url}/auth/oidc/callback`)
      expect((await signIn('clerk', other.url)).mandates).toEqual([{ kind: 'RESIDENT' }])
    } finally {
      await other.close()
      rmSync(dataDir, { recursive: true })
    }
  })

  it('takes what the command line reserved for it', async () => {
    const owner = new Client({ connectionString: town.ownerUrl })
    await owner.connect()
    await reserveAdministrator(owner, provider.issuer, 'first-admin')
    await owner.end()
    expect((await signIn('somebody')).mandates).toEqual([{ kind: 'RESIDENT' }])
    expect((await signIn('first-admin')).mandates.map((each: any) => each.kind).sort()).toEqual([
      'ADMINISTRATION',
      'RESIDENT',
    ])
  })
})

describe('the way back', () => {
  it.each([
    ['/udvalg?x=1#y', '/udvalg?x=1#y'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\tevil', '/'],
    ['javascript:alert(1)', '/'],
    [undefined, '/'],
    [`/${'x'.repeat(600)}`, '/'],
  ])('%s leads to %s', (text, path) => expect(ownPath(text)).toBe(path))
})

const unsigned = (claims: object): string =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`
