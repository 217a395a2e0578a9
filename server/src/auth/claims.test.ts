// Auth: a claim counts by its value.
import { describe, expect, it } from 'vitest'
import { isAssured, rolesOfClaims } from './claims.js'

const roles = { claim: 'roles', administration: 'admin', facilitator: 'guide' }
const assurance = { claim: 'loa', values: ['substantial', 'high'] }

describe('roles', () => {
  it.each([
    [{ roles: 'admin' }, ['administration']],
    [{ roles: ['x', 'admin', 'guide'] }, ['administration', 'facilitator']],
    [{ roles: [] }, []],
    [{ roles: '' }, []],
    [{ roles: 'administrator' }, []],
    [{ roles: 'admin guide' }, []],
    [{ roles: ['ADMIN'] }, []],
    [{ roles: { admin: true } }, []],
    [{ roles: [['admin']] }, []],
    [{ roles: true }, []],
    [{ admin: true, role: 'admin' }, []],
    [{ admin: false }, []],
    [{}, []],
  ])('of %j are %j', (claims, kinds) => {
    expect(rolesOfClaims(claims, roles)).toEqual(kinds)
  })

  it('are never given where no claim is configured, nor by what every object has', () => {
    expect(rolesOfClaims({ roles: 'admin' }, null)).toEqual([])
    expect(rolesOfClaims({}, { claim: 'constructor', administration: 'Object', facilitator: null })).toEqual([])
  })
})

describe('assurance', () => {
  it.each([
    [{ loa: 'substantial' }, true],
    [{ loa: 'high' }, true],
    [{ loa: 'low' }, false],
    [{ loa: '' }, false],
    [{ loa: ['substantial'] }, false],
    [{ loa: true }, false],
    [{}, false],
  ])('of %j is enough: %s', (claims, enough) => {
    expect(isAssured(claims, assurance)).toBe(enough)
  })

  it('is not asked for where none is configured', () => expect(isAssured({}, null)).toBe(true))
})
