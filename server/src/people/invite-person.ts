// People: somebody who has no account is entered with a mandate, and gets a link that ties an account to the person.
import { type Verdict, yes } from '@faellesrum/schema/kernel'
import { judgeMandate } from '@faellesrum/schema/people'
import { act, type ActInput, tokenHash, type Town, type Writing } from '../platform/index.js'
import { invitationToken } from './invitation-link.js'
import { InvitationEntity } from './people.entities.js'
import { aboutMandate, type Grant, insertMandate, placeAllows } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'
import { insertPerson, judgeName } from './register-person.js'

export type InvitePerson = ActInput & Omit<Grant, 'person'> & Readonly<{ name: string }>

const validForMs = 14 * 24 * 3_600_000

export const invitePerson = act<
  InvitePerson,
  { place: Verdict<null> },
  { name: string },
  { invitation: string; mandate: string; expiresAt: string }
>({
  name: 'invite-person',
  facts: async (tx, input, { town }) => yes({ place: await placeAllows(tx, town, input) }),
  policy: peoplePolicy['invite-person'],
  rule({ place }, input): Verdict<{ name: string }> {
    const mandate = judgeMandate({ ...input, person: 'to be' }, [])
    if (!mandate.ok) return mandate
    return place.ok ? judgeName(input.name) : place
  },
  async write(writing, { name }, _, input, { town }) {
    const person = await insertPerson(writing, { name, slug: null, groupId: null })
    const grant = { ...input, person }
    const mandate = await insertMandate(writing, grant)
    const { invitation, expiresAt } = await insertInvitation(writing, town, mandate)
    const { kind, from, to } = grant
    return {
      result: { invitation, mandate, expiresAt },
      about: aboutMandate(mandate, grant),
      record: { kind, from, to },
    }
  },
})

async function insertInvitation({ manager, newId }: Writing, town: Town, mandateId: string) {
  const invitation = newId<'Invitation'>()
  const expiresAt = new Date(town.clock.now() + validForMs)
  await manager.insert(InvitationEntity, {
    id: invitation,
    tokenHash: tokenHash(invitationToken(town, invitation)),
    mandateId,
    expiresAt,
    spentAt: null,
    spentBy: null,
  })
  return { invitation, expiresAt: expiresAt.toISOString() }
}
