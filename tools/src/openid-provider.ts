// Tools, for tests: a certified OpenID provider on loopback, with the sign-in pages that it brings for development.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/** Knows one client. Whoever fills in its page is signed in under the name they gave; any password will do. */
export async function realProvider(client: { id: string; secret: string }) {
  const rolesOf = new Map<string, readonly string[]>()
  const redirects: string[] = []
  let handler: ((request: any, response: any) => void) | null = null
  const server: Server = createServer((request, response) => handler!(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const open = (): void => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: redirects,
          grant_types: ['authorization_code'],
        },
      ],
      cookies: { keys: ['a key of tests'] },
      // Everything in the ID token, as providers of municipalities do.
      conformIdTokenClaims: false,
      claims: { openid: ['sub', 'roles'], profile: ['name'] },
      features: { devInteractions: { enabled: true } },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, name: 'Ada Fra Udbyder', roles: rolesOf.get(sub) ?? [] }),
      }),
    } as never)
    // It warns about being in development, which it is.
    handler = provider.callback()
  }
  return {
    issuer,
    allow(redirect: string) {
      redirects.push(redirect)
      open()
    },
    roles: (login: string, roles: readonly string[]) => void rolesOf.set(login, roles),
    /** Fills in the page that stands there: the name, or the consent. */
    answerForm(
      html: string,
      login: string,
      post: (url: string, body: URLSearchParams) => Promise<Response>,
    ): Promise<Response> {
      const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1]
      if (!action || !prompt) throw new Error(`no form to fill in: ${html.slice(0, 500)}`)
      return post(new URL(action, issuer).href, new URLSearchParams({ prompt, login, password: 'any' }))
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
