// Commissions: who may write, as one table over roles, openness and states.
import { describe, expect, it } from 'vitest'
import { mandateKinds } from '../people/index.js'
import { roomStates } from '../rooms/index.js'
import { commissionStates, isBeforeAdoption } from './lifecycle.js'
import { draftAccess, draftOpennesses, type Holder } from './openness.js'

const holders: Record<string, Holder | null> = {
  drafter: { kind: 'council-member', inCouncil: true, drafts: true, forThis: false },
  'council member': { kind: 'council-member', inCouncil: true, drafts: false, forThis: false },
  'politician on a seat': { kind: 'council-member', inCouncil: false, drafts: false, forThis: false },
  administration: { kind: 'administration', inCouncil: false, drafts: false, forThis: false },
  'invited here': { kind: 'invited', inCouncil: false, drafts: false, forThis: true },
  'invited elsewhere': { kind: 'invited', inCouncil: false, drafts: false, forThis: false },
  'expert here': { kind: 'expert', inCouncil: false, drafts: false, forThis: true },
  'expert elsewhere': { kind: 'expert', inCouncil: false, drafts: false, forThis: false },
  'citizen member': { kind: 'citizen-member', inCouncil: false, drafts: false, forThis: false },
  facilitator: { kind: 'facilitator', inCouncil: false, drafts: false, forThis: false },
  resident: { kind: 'resident', inCouncil: false, drafts: false, forThis: false },
  guest: { kind: 'guest', inCouncil: false, drafts: false, forThis: false },
  'not signed in': null,
}

//                          closed     opened
const table: Record<string, [string, string]> = {
  drafter: ['write', 'write'],
  'council member': ['suggest', 'suggest'],
  'politician on a seat': ['-', 'suggest'],
  administration: ['write', 'write'],
  'invited here': ['write', 'write'],
  'invited elsewhere': ['-', 'suggest'],
  'expert here': ['suggest', 'suggest'],
  'expert elsewhere': ['-', 'suggest'],
  'citizen member': ['-', 'suggest'],
  facilitator: ['-', 'suggest'],
  resident: ['-', 'suggest'],
  guest: ['-', 'read'],
  'not signed in': ['-', 'read'],
}

const ask = (
  who: string,
  state: (typeof commissionStates)[number],
  openness: 'closed' | 'suggestions',
  room: (typeof roomStates)[number],
) => draftAccess(holders[who] ?? null, { commission: { name: 'Lokal mad', state, openness }, room })

describe('the text of a commission', () => {
  it('KO10, KO11 the table names every kind of mandate', () => {
    const named = new Set(Object.values(holders).map((holder) => holder?.kind))
    for (const kind of mandateKinds) expect(named.has(kind), kind).toBe(true)
    expect(Object.keys(table)).toEqual(Object.keys(holders))
  })

  it.each(Object.entries(table))('KO10, KO11, PE10 before adoption, in an open room: %s', (who, expected) => {
    for (const state of commissionStates.filter(isBeforeAdoption)) {
      const found = draftOpennesses.map((openness) => ask(who, state, openness, 'open').access ?? '-')
      expect(found, state).toEqual(expected)
    }
  })

  it('KO11 a closed draft gives no other reason than that there is nothing', () => {
    for (const who of Object.keys(holders)) {
      const { access, reason } = ask(who, 'formulating', 'closed', 'open')
      if (access === null) expect(reason).toEqual({ code: 'NOT_FOUND', facts: {} })
    }
  })

  it('KO12 nobody writes once it is adopted, and everyone may read', () => {
    for (const state of commissionStates.filter((one) => !isBeforeAdoption(one))) {
      for (const who of Object.keys(holders)) {
        for (const openness of draftOpennesses) {
          expect(ask(who, state, openness, 'open'), `${who} ${state}`).toMatchObject({
            access: 'read',
            reason: { code: 'WRONG_STATE' },
          })
        }
      }
    }
  })

  it('KO12 nobody writes in a frozen or sealed room, and what was private stays so', () => {
    for (const room of roomStates.filter((state) => state !== 'open')) {
      for (const who of Object.keys(holders)) {
        expect(ask(who, 'formulating', 'closed', room).access ?? '-', who).toBe(table[who]![0] === '-' ? '-' : 'read')
      }
    }
  })

  it('KO10 only who may write has no reason beside it', () => {
    for (const who of Object.keys(holders)) {
      for (const openness of draftOpennesses) {
        const { access, reason } = ask(who, 'formulating', openness, 'open')
        expect(reason === null, who).toBe(access === 'write')
      }
    }
  })
})
