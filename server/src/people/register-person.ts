// People: a person is entered, before any mandate: from an election result, a list of members, an invitation.
import { no, refusal, type Verdict, yes } from '@faellesrum/schema/kernel'
import type { Tx } from '@faellesrum/schema/rooms'
import { act, type ActInput, globalId, type Writing } from '../platform/index.js'
import { ElectoralGroupEntity, PersonEntity } from './people.entities.js'
import { peoplePolicy } from './people.policy.js'

export type RegisterPerson = ActInput &
  Readonly<{
    name: string
    /** Known to everybody in addresses; only for persons whose name is public or made up. */
    slug: string | null
    group: Readonly<{ slug: string; name: string }> | null
  }>

type Facts = Readonly<{ slugTaken: boolean; group: string | null }>

export const registerPerson = act<RegisterPerson, Facts, { name: string }, { person: string }>({
  name: 'register-person',
  async facts(tx, { slug, group }) {
    const taken = slug === null ? 0 : (await tx.query('select 1 from people.person where slug = $1', [slug])).rowCount
    return yes({ slugTaken: taken !== 0, group: group && (await groupId(tx, group.slug)) })
  },
  policy: peoplePolicy['register-person'],
  rule: ({ slugTaken }, { name, slug }) => (slugTaken ? no(refusal('ALREADY_SO', { slug })) : judgeName(name)),
  async write(writing, { name }, facts, { slug, group }) {
    let groupOf = facts.group
    if (group && groupOf === null) {
      groupOf = writing.newId()
      await writing.manager.insert(ElectoralGroupEntity, { id: groupOf, ...group })
    }
    const person = await insertPerson(writing, { name, slug, groupId: groupOf })
    return { result: { person }, about: [globalId('Person', person)] }
  },
})

const longestName = 200

export function judgeName(name: string): Verdict<{ name: string }> {
  const tidy = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (tidy === '' || /[\p{Cc}\p{Cf}]/u.test(tidy)) return no(refusal('EVIDENCE_MISSING', { wants: 'name' }))
  return tidy.length > longestName ? no(refusal('TOO_LONG', { atMost: longestName })) : yes({ name: tidy })
}

export async function insertPerson(
  { manager, newId }: Pick<Writing, 'manager' | 'newId'>,
  person: { name: string; slug: string | null; groupId: string | null },
): Promise<string> {
  const id = newId<'Person'>()
  await manager.insert(PersonEntity, { id, ...person })
  return id
}

async function groupId(tx: Tx, slug: string): Promise<string | null> {
  const { rows } = await tx.query('select id from people.electoral_group where slug = $1', [slug])
  return rows[0]?.id ?? null
}
