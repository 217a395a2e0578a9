// Platform: who may read what. A policy is a line in a slice's table; a field without a line fails when the schema is built.
import type { MandateKind } from '@faellesrum/schema/people'
import type { Sql } from './sql.js'
import type { Roles } from './viewer.js'
import type { Visit } from './visit.js'

/**
 * `yes` and `no` follow from the roles alone and are decided once; a condition depends on the row and becomes part
 * of the statement (the row is called `t`). What is not allowed is not selected, so it never leaves PostgreSQL.
 */
export type Decision = 'yes' | 'no' | ((visit: Visit) => Sql)
export type Policy = Readonly<{ says: string; decide(roles: Roles): Decision }>

export const everyone: Policy = { says: 'everyone', decide: () => 'yes' }
export const signedIn: Policy = { says: 'whoever is signed in', decide: (roles) => (roles.signedIn ? 'yes' : 'no') }

export const holders = (...kinds: readonly MandateKind[]): Policy => ({
  says: kinds.join(', '),
  decide: (roles) => (kinds.some((kind) => roles.kinds.has(kind)) ? 'yes' : 'no'),
})

/** For rows that meet the condition. */
export const rowsWhere = (says: string, condition: (visit: Visit) => Sql): Policy => ({ says, decide: () => condition })

/** The first that does not say no; conditions are only asked where no role says yes. */
export const either = (first: Policy, second: Policy): Policy => ({
  says: `${first.says}; or ${second.says}`,
  decide(roles) {
    const decision = first.decide(roles)
    return decision === 'no' ? second.decide(roles) : decision
  },
})
