// Committees: every kind of mandate in every kind of body, and none in a closed one.
import { describe, expect, it } from 'vitest'
import { mandateKinds } from '../people/index.js'
import { bodyKinds } from './body-graph.js'
import { judgeMandateIn } from './membership.js'

const answer = (...[body, kind]: Parameters<typeof judgeMandateIn>): string => {
  const verdict = judgeMandateIn(body, kind)
  return verdict.ok ? 'yes' : verdict.refusal.code
}
const onlyPoliticians = ['council', 'finance-committee', 'standing-committee']

describe('a mandate in a body', () => {
  it.each(bodyKinds)('CO15 citizens are members of task committees and their groups only: %s', (kind) => {
    for (const mandate of mandateKinds) {
      const refused = mandate === 'citizen-member' && onlyPoliticians.includes(kind)
      expect(answer({ kind, name: 'x', closed: false }, mandate), mandate).toBe(refused ? 'WRONG_KIND' : 'yes')
    }
  })

  it.each(bodyKinds)('CO13 none begins in a closed one: %s', (kind) => {
    for (const mandate of mandateKinds) expect(answer({ kind, name: 'x', closed: true }, mandate)).toBe('WRONG_STATE')
  })
})
