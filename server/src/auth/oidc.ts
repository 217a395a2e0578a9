// Auth: sign-in at an OpenID provider, authorization code with PKCE. The protocol's checks are openid-client's; ours are
// that an attempt is used once, that the signature of the ID token is checked although it came by TLS, and that nothing
// but issuer and subject says who somebody is.
import * as client from 'openid-client'
import { type OidcConfig, tokenHash, type Town } from '../platform/index.js'
import type { Claims } from './claims.js'

export type Oidc = Readonly<{
  /** Where to send the browser, and what it must bring back. */
  begin(returnTo: string): Promise<{ url: string; state: string }>
  /**
   * The claims of a sign-in that is whole; null for an attempt that is unknown, used or too old. Throws `AnswerFault`
   * where the provider's answer does not hold, and anything else where it is not the visitor's sign-in that failed.
   */
  finish(
    callback: URL,
    state: string,
  ): Promise<{ claims: Claims & { iss: string; sub: string }; returnTo: string } | null>
}>

const attemptMs = 10 * 60_000
/** The provider is asked anew so often, with its keys: a key that it has rotated is known a minute later. */
const discoveryMs = 60_000

/** What the provider answered does not hold. */
export class AnswerFault extends Error {
  override name = 'AnswerFault'
  /** The provider's words may hold a token; their code is enough. */
  readonly code: string | undefined
  constructor(cause: unknown) {
    super('the provider’s answer does not hold')
    this.code = (cause as { code?: string } | null)?.code
  }
}

export function openOidc(town: Town, config: OidcConfig): Oidc {
  const redirectUri = `${town.publicUrl}/auth/oidc/callback`
  let known: { at: number; discovered: Promise<client.Configuration> } | null = null

  const discover = (): Promise<client.Configuration> => {
    const now = town.clock.now()
    if (known && now - known.at < discoveryMs) return known.discovered
    const insecure = config.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
    const discovered = client.discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
      execute: [...insecure, client.enableNonRepudiationChecks],
      timeout: 10,
    })
    known = { at: now, discovered }
    // A provider that was away is asked again by the next sign-in.
    discovered.catch(() => (known = null))
    return discovered
  }

  return {
    async begin(returnTo) {
      const configuration = await discover()
      const state = chance(town)
      const nonce = chance(town)
      const verifier = chance(town)
      const now = town.clock.now()
      await town.database.pool.query('delete from people.sign_in_attempt where expires_at < $1', [new Date(now)])
      await town.database.pool.query(
        'insert into people.sign_in_attempt (state_hash, nonce, verifier, return_to, expires_at) values ($1, $2, $3, $4, $5)',
        [tokenHash(state), nonce, verifier, returnTo, new Date(now + attemptMs)],
      )
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: config.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, state }
    },

    async finish(callback, state) {
      const { rows } = await town.database.pool.query(
        'delete from people.sign_in_attempt where state_hash = $1 and expires_at > $2 returning nonce, verifier, return_to',
        [tokenHash(state), new Date(town.clock.now())],
      )
      const attempt = rows[0] as { nonce: string; verifier: string; return_to: string } | undefined
      if (!attempt) return null
      const configuration = await discover()
      try {
        const tokens = await client.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw new Error('the provider gave no ID token')
        return { claims, returnTo: attempt.return_to }
      } catch (error) {
        throw new AnswerFault(error)
      }
    },
  }
}

const chance = (town: Pick<Town, 'random'>): string => Buffer.from(town.random.bytes(32)).toString('base64url')
