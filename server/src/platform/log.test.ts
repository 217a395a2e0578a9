// Platform: what must not be in the log is not in it.
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
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

  it.each([
    ['/auth/oidc/callback?code=c&state=s', '/auth/oidc/callback'],
    ['/invitation/abcdef', '/invitation/[hidden]'],
    ['/graphql', '/graphql'],
  ])('knows %s as %s', (url, path) => expect(pathOf(url)).toBe(path))
})
