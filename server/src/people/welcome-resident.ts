// People: somebody signs in for the first time. The account is known by issuer and subject, never by a name or an
// e-mail, and gives nothing but residence; roles come from a configured claim or from what the command line reserved.
import { yes } from '@faellesrum/schema/kernel'
import type { MandateKind } from '@faellesrum/schema/people'
import { act, type ActInput, globalId } from '../platform/index.js'
import { AccountEntity } from './people.entities.js'
import { insertMandate } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'
import { insertPerson, judgeName } from './register-person.js'

export type WelcomeResident = ActInput & Readonly<{ issuer: string; subject: string; name: string | null }>

type Facts = Readonly<{
  account: string | null
  person: string | null
  reserved: readonly { id: string; kind: MandateKind }[]
}>

export const welcomeResident = act<WelcomeResident, Facts, null, { account: string; person: string }>({
  name: 'welcome-resident',
  async facts(tx, { issuer, subject }) {
    // Two first sign-ins at once would both find nobody.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${issuer} ${subject}`])
    const known = await tx.query('select id, person_id from people.account where issuer = $1 and subject = $2', [
      issuer,
      subject,
    ])
    const reserved = await tx.query(
      'select id, kind from people.reserved_role where issuer = $1 and subject = $2 and taken_at is null for update',
      [issuer, subject],
    )
    return yes({
      account: known.rows[0]?.id ?? null,
      person: known.rows[0]?.person_id ?? null,
      reserved: reserved.rows as { id: string; kind: MandateKind }[],
    })
  },
  policy: peoplePolicy['welcome-resident'],
  rule: () => yes(null),
  async write(writing, _, facts, { issuer, subject, name }, { today, occurredAt }) {
    const { manager, tx, newId } = writing
    const grant = (person: string, kind: MandateKind) =>
      insertMandate(writing, { person, kind, body: null, commission: null, from: today, to: null })
    let { account, person } = facts
    if (account === null || person === null) {
      const tidy = judgeName(name ?? '')
      person = await insertPerson(writing, { name: tidy.ok ? tidy.value.name : 'Indbygger', slug: null, groupId: null })
      account = newId<'Account'>()
      await manager.insert(AccountEntity, { id: account, issuer, subject, personId: person })
      await grant(person, 'resident')
    }
    for (const { id, kind } of facts.reserved) {
      await grant(person, kind)
      await tx.query('update people.reserved_role set taken_at = $2 where id = $1', [id, new Date(occurredAt)])
    }
    return {
      result: { account, person },
      about: [globalId('Person', person)],
      record: { reserved: facts.reserved.map(({ kind }) => kind) },
    }
  },
})
