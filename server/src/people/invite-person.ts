// People: somebody who has no account is entered with a mandate, and gets a link that ties an account to the person.
import type { LocalDate, Verdict } from '@faellesrum/schema/kernel'
import { judgeMandate, type MandateKind } from '@faellesrum/schema/people'
import { yes } from '@faellesrum/schema/kernel'
import { act, type ActInput, globalId, type Town, type Writing } from '../platform/index.js'
import { tokenHash } from '../platform/session.js'
import { invitationToken } from './invitation-link.js'
import { InvitationEntity, MandateEntity } from './people.entities.js'
import { peoplePolicy } from './people.policy.js'
import { insertPerson, judgeName } from './register-person.js'

export type InvitePerson = ActInput &
  Readonly<{
    name: string
    kind: MandateKind
    body: string | null
    commission: string | null
    from: LocalDate
    to: LocalDate | null
  }>

const validForMs = 14 * 24 * 3_600_000

export const invitePerson = act<
  InvitePerson,
  null,
  { name: string },
  { invitation: string; mandate: string; expiresAt: string }
>({
  name: 'invite-person',
  facts: async () => yes(null),
  policy: peoplePolicy['invite-person'],
  rule(_, input): Verdict<{ name: string }> {
    const mandate = judgeMandate({ ...input, person: 'to be' }, [])
    return mandate.ok ? judgeName(input.name) : mandate
  },
  async write(writing, { name }, _, { kind, body, commission, from, to }, { town }) {
    const person = await insertPerson(writing, { name, slug: null, groupId: null })
    const mandate = writing.newId<'Mandate'>()
    await writing.manager.insert(MandateEntity, {
      id: mandate,
      kind,
      personId: person,
      bodyId: body,
      commissionId: commission,
      from,
      to,
      endedBecause: null,
    })
    const { invitation, expiresAt } = await insertInvitation(writing, town, mandate)
    const place = body ? [globalId('Body', body)] : commission ? [globalId('Commission', commission)] : []
    return {
      result: { invitation, mandate, expiresAt },
      about: [globalId('Mandate', mandate), globalId('Person', person), ...place],
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
