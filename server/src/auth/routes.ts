// Auth: the addresses of signing in and out.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Actor,
  beginSession,
  endSession,
  findViewer,
  hashOf,
  limits,
  type OidcConfig,
  rate,
  runAct,
  tokenOf,
  type Town,
} from '../platform/index.js'
import { followClaims, welcomeResident } from '../people/index.js'
import { isAssured, rolesOfClaims } from './claims.js'
import { attemptCookie, cookieOf, dropCookie, sessionCookie, setCookie } from './cookies.js'
import { AnswerFault, openOidc } from './oidc.js'

const signIn: Actor = { kind: 'system', name: 'sign-in' }
const quarter = 15 * 60_000

/** For both kinds of sign-in: ending the session, here and in every socket. */
export function signOutRoute(app: FastifyInstance, town: Town): void {
  app.post('/auth/sign-out', async (request, reply) => {
    const viewer = await findViewer(
      town,
      tokenOf(request.headers.authorization, cookieOf(request, sessionCookie(town))),
    )
    if (viewer) await endSession(town, viewer)
    dropCookie(town, reply, sessionCookie(town))
    return reply.code(204).send()
  })
}

/** Demo only: whoever asks becomes the made-up person. */
export function demoRoutes(app: FastifyInstance, town: Town): void {
  const failures = rate(town.clock, limits.failedSignIns, quarter)
  app.post<{ Body: { person?: unknown } }>('/auth/demo', async (request, reply) => {
    if (!failures.isFree(request.ip)) return reply.code(429).send(tooMany)
    const slug = request.body?.person
    const known = typeof slug === 'string' && slug.length <= 200 && !slug.includes('\0')
    const { rows } = known
      ? await town.database.pool.query('select id from people.person where slug = $1', [slug])
      : { rows: [] }
    if (!rows[0]) {
      failures.take(request.ip)
      return reply.code(404).send({ error: 'no demo person of this name: `demoPersons` lists them' })
    }
    const { token } = await beginSession(town, rows[0].id, null)
    setCookie(town, reply, sessionCookie(town), token)
    return reply.header('cache-control', 'no-store').send({ token })
  })
}

export function oidcRoutes(app: FastifyInstance, town: Town, config: OidcConfig): void {
  const oidc = openOidc(town, config)
  const failures = rate(town.clock, limits.failedSignIns, quarter)

  app.get<{ Querystring: { returnTo?: string } }>('/auth/oidc/start', async (request, reply) => {
    if (!failures.isFree(request.ip)) return reply.code(429).send(tooMany)
    try {
      const { url, state } = await oidc.begin(ownPath(request.query.returnTo))
      setCookie(town, reply, attemptCookie(town), state)
      return reply.header('cache-control', 'no-store').redirect(url)
    } catch (error) {
      request.log.error({ err: error }, 'the provider does not answer')
      return reply
        .code(502)
        .send({ error: 'the sign-in provider does not answer; try again in a moment', correlationId: request.id })
    }
  })

  app.get('/auth/oidc/callback', async (request, reply) => {
    if (!failures.isFree(request.ip)) return reply.code(429).send(tooMany)
    const state = cookieOf(request, attemptCookie(town))
    dropCookie(town, reply, attemptCookie(town))
    reply.header('cache-control', 'no-store')
    let done: Awaited<ReturnType<typeof oidc.finish>>
    try {
      done = state === undefined ? null : await oidc.finish(new URL(request.url, town.publicUrl), state)
    } catch (error) {
      if (!(error instanceof AnswerFault)) throw error
      return refused(request, error.message, error.code)
    }
    if (done === null) return refused(request, 'the sign-in is unknown, used or too old')
    const { claims, returnTo } = done
    if (!isAssured(claims, config.assurance)) return refused(request, 'the level of assurance is too low')
    const token = await welcome(town, claims, config, request.id)
    setCookie(town, reply, sessionCookie(town), token)
    return reply.redirect(returnTo)

    function refused(from: FastifyRequest, why: string, reason?: string) {
      failures.take(from.ip)
      from.log.warn({ why, reason }, 'a sign-in was refused')
      return reply.code(401).send({ error: `${why}: begin again at /auth/oidc/start`, correlationId: from.id })
    }
  })
}

async function welcome(
  town: Town,
  claims: Record<string, unknown> & { iss: string; sub: string },
  config: OidcConfig,
  requestId: string,
): Promise<string> {
  const { iss: issuer, sub: subject } = claims
  const name = typeof claims['name'] === 'string' ? claims['name'] : null
  const once = Buffer.from(town.random.bytes(16)).toString('hex')
  const known = await town.database.pool.query(
    'select id, person_id from people.account where issuer = $1 and subject = $2',
    [issuer, subject],
  )
  const reserved = await town.database.pool.query(
    'select 1 from people.reserved_role where issuer = $1 and subject = $2 and taken_at is null',
    [issuer, subject],
  )
  let account: string = known.rows[0]?.id
  let person: string = known.rows[0]?.person_id
  if (account === undefined || reserved.rowCount !== 0) {
    const key = `welcome-${hashOf([issuer, subject]).slice(0, 16)}-${once}`
    const verdict = await runAct(town, signIn, welcomeResident, { key, issuer, subject, name }, requestId)
    if (!verdict.ok) throw new Error(`nobody was welcomed: ${verdict.refusal.code}`)
    ;({ account, person } = verdict.value)
  }
  // ALREADY_SO is the usual answer: nothing has changed since the last time. Asked also where no claim is read (any
  // more): what a claim once gave must not outlive the setting.
  const kinds = rolesOfClaims(claims, config.roles)
  await runAct(town, signIn, followClaims, { key: `claims-${once}`, person, kinds }, requestId)
  const { token } = await beginSession(town, person, account)
  return token
}

const tooMany = { error: 'too many sign-ins failed from this address; try again in a quarter of an hour' }

/** A path of ours, or the front page: what comes back from a provider must not lead anywhere else. */
export function ownPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(text) || text.length > 500) return '/'
  const base = 'http://own.invalid'
  return URL.canParse(text, base) && new URL(text, base).origin === base ? text : '/'
}
