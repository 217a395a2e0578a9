// Auth, for tests: an OpenID provider that answers whatever the test wants, right or wrong.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose'

export type TokenMaker = (at: {
  issuer: string
  nonce: string
  key: CryptoKey
  publicPem: string
}) => Promise<string> | string

export type FakeProvider = Readonly<{
  issuer: string
  /** What the next token request is answered with. */
  answer(make: TokenMaker): void
  /** A new key, from now on the only one in the key set. */
  rotate(): Promise<void>
  nonceOf(code: string, nonce: string): void
  /** `code_verifier`s that came in, in order. */
  verifiers: string[]
  close(): Promise<void>
}>

export const clientId = 'faellesrum'

export async function fakeProvider(): Promise<FakeProvider> {
  let pair = await generateKeyPair('RS256', { extractable: true })
  let kid = 'k1'
  let make: TokenMaker = () => ''
  const nonces = new Map<string, string>()
  const verifiers: string[] = []
  const used = new Set<string>()
  let issuer = ''

  const publicJwk = async (): Promise<JWK> => ({ ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' })
  const routes: Record<string, (body: URLSearchParams) => Promise<[number, unknown]>> = {
    '/.well-known/openid-configuration': async () => [
      200,
      {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      },
    ],
    '/jwks': async () => [200, { keys: [await publicJwk()] }],
    '/token': async (body) => {
      const code = body.get('code') ?? ''
      verifiers.push(body.get('code_verifier') ?? '')
      if (used.has(code)) return [400, { error: 'invalid_grant' }]
      used.add(code)
      const publicPem = await exportSPKI(pair.publicKey)
      const idToken = await make({ issuer, nonce: nonces.get(code) ?? '', key: pair.privateKey, publicPem })
      return [200, { access_token: 'opaque', token_type: 'Bearer', id_token: idToken }]
    },
  }
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const route = routes[(request.url ?? '').split('?')[0]!]
    const [status, body] = route ? await route(new URLSearchParams(Buffer.concat(chunks).toString())) : [404, {}]
    response.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    answer: (maker) => void (make = maker),
    async rotate() {
      pair = await generateKeyPair('RS256', { extractable: true })
      kid = 'k2'
    },
    nonceOf: (code, nonce) => void nonces.set(code, nonce),
    verifiers,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** A token as it should be, with claims and header changed as the test wants. */
export const token =
  (
    claims: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
    key?: CryptoKey | Uint8Array,
  ): TokenMaker =>
  (at) => {
    const now = Math.floor(Date.now() / 1000)
    const all = {
      iss: at.issuer,
      aud: clientId,
      sub: 's-1',
      nonce: at.nonce,
      iat: now,
      exp: now + 300,
      name: 'Ada Fra Udbyder',
      ...claims,
    }
    return new SignJWT(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
      .sign(key ?? at.key)
  }
