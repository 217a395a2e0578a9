// People: somebody says yes to the own name in public, or takes it back. A withdrawal is a date, not a deletion.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import { judgeNameConsent, type NameConsent } from '@faellesrum/schema/people'
import { IsNull } from 'typeorm'
import { act, type ActInput, globalId } from '../platform/index.js'
import { NameConsentEntity } from './people.entities.js'
import { peoplePolicy } from './people.policy.js'

export type RecordNameConsent = ActInput &
  Readonly<{
    person: string
    /** Null takes the yes back. */
    shows: NameConsent | null
    /** Whole years on the day; judged, and not kept. */
    age: number
    byGuardian: boolean
  }>

export const recordNameConsent = act<RecordNameConsent, { current: string | null }, null, { person: string }>({
  name: 'record-name-consent',
  async facts(tx, { person }) {
    const { rows } = await tx.query(
      `select c.shows from people.person p left join people.name_consent c on c.person_id = p.id and c.to_day is null
        where p.id = $1 for update of p`,
      [person],
    )
    return rows[0] ? yes({ current: rows[0].shows as string | null }) : no(refusal('NOT_FOUND', { what: 'person' }))
  },
  policy: peoplePolicy['record-name-consent'],
  rule({ current }, { shows, age, byGuardian }): Verdict<null> {
    if (shows === current) return no(refusal('ALREADY_SO'))
    return shows === null ? yes(null) : judgeNameConsent(shows, age, byGuardian)
  },
  async write({ manager, newId }, _, { current }, { person, shows, byGuardian }, { day }) {
    if (current !== null) await manager.update(NameConsentEntity, { personId: person, to: IsNull() }, { to: day })
    if (shows !== null) {
      await manager.insert(NameConsentEntity, { id: newId(), personId: person, shows, byGuardian, from: day, to: null })
    }
    return { result: { person }, about: [globalId('Person', person)], record: { shows, byGuardian } }
  },
})
