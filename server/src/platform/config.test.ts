// Platform: the environment is read once, whole, and never half.
import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.js'

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}
const oidc = { AUTH: 'oidc', OIDC_ISSUER: 'https://login.example.dk', OIDC_CLIENT_ID: 'f', OIDC_CLIENT_SECRET: 's' }
const secrets = { SESSION_SECRET: 'x'.repeat(32), PASS_KEY_FILE: 'key.json' }
const database = { DATABASE_URL: 'postgres://owner@db.example/faellesrum' }
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://faellesrum.example.dk',
  ...oidc,
  ...secrets,
  ...database,
}

describe('the environment', () => {
  it('may be empty: the demo on port 4000 of this machine, on an embedded database', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      auth: { kind: 'demo' },
      production: false,
    })
    expect(readConfig({ PORT: '', DATABASE_URL: '', AUTH: '' })).toEqual(readConfig({}))
  })

  it('may be a whole production', () => {
    expect(readConfig(production)).toMatchObject({
      production: true,
      auth: { kind: 'oidc', oidc: { roles: null, assurance: null } },
    })
    const roles = {
      OIDC_ROLE_CLAIM: 'roles',
      OIDC_ROLE_ADMINISTRATION: 'admin',
      OIDC_ASSURANCE_CLAIM: 'loa',
      OIDC_ASSURANCE_VALUES: 'substantial high',
    }
    expect(readConfig({ ...production, ...roles }).auth).toMatchObject({
      oidc: {
        roles: { claim: 'roles', administration: 'admin', facilitator: null },
        assurance: { values: ['substantial', 'high'] },
      },
    })
  })

  it('reports all faults at once', () => {
    const faults = faultsOf({
      PORT: 'x',
      DATABASE_URL: 'mysql://',
      AUTH: 'ldap',
      SESSION_SECRET: 'short',
      NODE_ENV: 'production',
      SMTP_URL: 'mail',
    })
    for (const name of ['PORT', 'DATABASE_URL', 'AUTH', 'SESSION_SECRET', 'SMTP_URL', 'PUBLIC_URL', 'demo sign-in']) {
      expect(
        faults.filter((fault) => fault.includes(name)),
        name,
      ).not.toEqual([])
    }
  })

  it.each([
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['a public address with a path', { PUBLIC_URL: 'https://example.dk/rum' }, 'PUBLIC_URL'],
    ['OIDC without its settings', { AUTH: 'oidc' }, 'OIDC_CLIENT_SECRET'],
    ['OIDC settings without OIDC', { OIDC_CLIENT_ID: 'x' }, 'OIDC_CLIENT_ID'],
    ['a plain http issuer elsewhere', { ...oidc, OIDC_ISSUER: 'http://login.example.dk' }, 'https'],
    ['roles without their claim', { ...oidc, OIDC_ROLE_ADMINISTRATION: 'admin' }, 'OIDC_ROLE_CLAIM'],
    ['a claim without roles', { ...oidc, OIDC_ROLE_CLAIM: 'roles' }, 'OIDC_ROLE_CLAIM'],
    ['a Redis that is none', { REDIS_URL: 'https://cache.example:6379' }, 'REDIS_URL'],
    ['half an assurance', { ...oidc, OIDC_ASSURANCE_CLAIM: 'loa' }, 'OIDC_ASSURANCE_VALUES'],
    ['several processes without a common secret', { ...oidc, ...database }, 'SESSION_SECRET'],
    ['the demo in production', { ...production, AUTH: 'demo' }, 'demo sign-in'],
    ['production on an embedded database', { ...production, DATABASE_URL: '' }, 'DATABASE_URL'],
  ])('refuses %s', (_, env, said) => {
    expect(faultsOf(env).join('\n')).toContain(said)
  })
})
