// Platform: what must not be in the log is not in it.
import { Writable } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people, PersonEntity } from '../people/index.js'
import { aTown } from '../testing/town.js'
import { makeLog, pathOf } from './log.js'

function written(): { lines: string[]; stream: Writable } {
  const lines: string[] = []
  return { lines, stream: new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }) }
}

describe('the log', () => {
  it('hides secrets, headers and the values of statements', () => {
    const { lines, stream } = written()
    const log = makeLog('info', stream)
    const canary = 'canary-0101904321'
    log.info({ token: canary, cookie: canary, nested: { password: canary, code: canary } }, 'x')
    log.info(
      { req: { method: 'GET', url: `/collab/draft/1?pass=${canary}`, id: 'r1', headers: { authorization: canary } } },
      'y',
    )
    log.error(
      {
        err: Object.assign(new Error('duplicate key'), {
          detail: `Key (name)=(${canary}) exists`,
          parameters: [canary],
        }),
      },
      'z',
    )
    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toContain(canary)
    expect(lines.join('')).toContain('"path":"/collab/draft/1"')
  })

  it('says which constraint failed and with which state, and nothing of what was inserted', async () => {
    const { lines, stream } = written()
    const town = await aTown({ slices: [people] })
    const canary = 'canary-lindskov'
    const { data } = town.town.database
    const person = { slug: canary, name: canary, groupId: null }
    const insert = () => data.getRepository(PersonEntity).insert({ id: randomUUID(), ...person })
    await insert()
    const failed = await insert().catch((error: unknown) => error)
    const wrong = await data.query('select $1::date', [canary]).catch((error: unknown) => error)
    const large = await data.query('select $1::text::int', ['9'.repeat(20)]).catch((error: unknown) => error)
    await town.close()
    const log = makeLog('info', stream)
    log.error({ err: failed }, 'a')
    log.error({ err: new Error('outer', { cause: failed }) }, 'b')
    log.error({ err: wrong }, 'c')
    log.error({ err: large }, 'd')
    expect(lines).toHaveLength(4)
    expect(lines.join('')).not.toMatch(/canary|9999/)
    const [first, outer] = lines.map((line) => JSON.parse(line))
    const known = { type: 'QueryFailedError', reason: '23505', constraint: 'person_slug_key', table: 'person' }
    expect(first.err).toMatchObject(known)
    expect(first.err.stack).toMatch(/^ +at /)
    expect(outer.err).toMatchObject({ type: 'Error', message: 'outer', cause: known })
  })

  it('says what is wrong beside the database', () => {
    const { lines, stream } = written()
    makeLog('info', stream).error({ err: Object.assign(new TypeError('x is no y'), { code: 'ECONNREFUSED' }) }, 'z')
    expect(JSON.parse(lines[0]!).err).toMatchObject({ type: 'TypeError', message: 'x is no y', reason: 'ECONNREFUSED' })
  })

  it.each([
    ['/auth/oidc/callback?code=c&state=s', '/auth/oidc/callback'],
    ['/invitation/abcdef', '/invitation/[hidden]'],
    ['/graphql', '/graphql'],
  ])('knows %s as %s', (url, path) => expect(pathOf(url)).toBe(path))
})
