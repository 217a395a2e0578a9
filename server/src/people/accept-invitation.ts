// People: whoever is signed in takes an invitation. Whoever has signed in for the first time today, perhaps with the link in
// hand, becomes the invited person; whoever was here before gets the mandate under the own name, and the invited entry ends
// with the reason: nobody's name and doings are ever swallowed.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { judgeMandate } from '@faellesrum/schema/people'
import { act, type ActInput, type Actor, tokenHash } from '../platform/index.js'
import { endHeld } from './end-held.js'
import { AccountEntity, InvitationEntity } from './people.entities.js'
import { aboutMandate, insertMandate, type MandateFacts, mandateById, mandatesOf } from './people.facts.js'
import { peoplePolicy } from './people.policy.js'

export type AcceptInvitation = ActInput & Readonly<{ token: string }>

type Facts = Readonly<{
  invitation: string
  spent: boolean
  expiresAt: number
  mandate: MandateFacts
  /** Of the person who is signed in. */
  own: readonly MandateFacts[]
  /** Made by a sign-in; the demo's persons were here before. */
  hasAccount: boolean
}>
type Decision = 'become the invited person' | 'take the mandate'

const personOf = (who: Actor): string => (who.kind === 'person' ? who.person : '')

export const acceptInvitation = act<AcceptInvitation, Facts, Decision, { person: string }>({
  name: 'accept-invitation',
  // Who became the invited person asks again as that person; the key was the newcomer's.
  async formerPersons(tx, who) {
    const { rows } = await tx.query(
      `select i.spent_by as person from people.invitation i join people.mandate m on m.id = i.mandate_id
        where m.person_id = $1 and i.spent_by <> m.person_id`,
      [personOf(who)],
    )
    return rows.map(({ person }) => person as string)
  },
  async facts(tx, { token }, { who }): Promise<Verdict<Facts>> {
    const { rows } = await tx.query(
      'select id, mandate_id, expires_at, spent_at from people.invitation where token_hash = $1 for update',
      [tokenHash(token)],
    )
    const found = rows[0]
    if (!found) return no(refusal('INVITATION_SPENT'))
    const mandate = await mandateById(tx, found.mandate_id)
    if (!mandate.ok) return mandate
    const own = await mandatesOf(tx, personOf(who))
    if (!own.ok) return own
    const accounts = await tx.query('select from people.account where person_id = $1 limit 1', [personOf(who)])
    return yes({
      hasAccount: accounts.rowCount === 1,
      invitation: found.id,
      spent: found.spent_at !== null,
      expiresAt: new Date(found.expires_at).getTime(),
      mandate: mandate.value,
      own: own.value,
    })
  },
  policy: peoplePolicy['accept-invitation'],
  rule({ spent, expiresAt, mandate, own, hasAccount }, _, { occurredAt, today, who }): Verdict<Decision> {
    if (spent || expiresAt < occurredAt || mandate.endedBecause !== null) return no(refusal('INVITATION_SPENT'))
    const isNew = hasAccount && own.every(({ kind, from }) => kind === 'resident' && from === today)
    if (isNew) return yes('become the invited person')
    const fits = judgeMandate({ ...mandate, person: personOf(who) }, own)
    return fits.ok ? yes('take the mandate') : fits
  },
  async write(writing, decision, { invitation, mandate, own }, _, moment) {
    const { manager, tx } = writing
    const person = personOf(moment.who)
    const invited = mandate.person!
    const spentAt = new Date(moment.occurredAt)
    await manager.update(InvitationEntity, { id: invitation }, { spentAt, spentBy: person })
    if (decision === 'become the invited person') {
      await manager.update(AccountEntity, { personId: person }, { personId: invited })
      await tx.query('update people.session set person_id = $2 where person_id = $1 and ended_at is null', [
        person,
        invited,
      ])
      for (const each of own.filter(({ endedBecause }) => endedBecause === null)) await endsNow(each)
      return { result: { person: invited }, about: aboutMandate(mandate.id, mandate) }
    }
    const grant = { ...mandate, person }
    const id = await insertMandate(writing, grant)
    await endsNow(mandate, id)
    return { result: { person }, about: aboutMandate(id, grant) }

    async function endsNow(old: MandateFacts, heir: string | null = null): Promise<void> {
      // A mandate that lies wholly ahead ends on its first day, since none ends before it begins.
      const on = old.from > moment.today ? old.from : moment.today
      await endHeld(writing, moment, old, { on, because: 'invitation', heir })
    }
  },
})
