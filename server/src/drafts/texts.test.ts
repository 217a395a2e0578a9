// Drafts: what it takes to read many texts: a look at their heads while nobody writes. Their price is in limits.test.ts.
import { day, type PersonId } from '@faellesrum/schema/kernel'
import { beginDraft } from '@faellesrum/schema/drafts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedTown } from '../seed/index.js'
import { aTown, type TestTown } from '../testing/town.js'

let town: TestTown
let oda: PersonId
let taken = 0

beforeAll(async () => {
  town = await aTown()
  await seedTown(town.town, { today: day('2026-11-23') })
  oda = (await town.town.database.pool.query("select id from people.person where slug = 'oda-lindskov'")).rows[0].id
  town.town.database.pool.on('acquire', () => taken++)
})
afterAll(() => town.close())

const withTexts = '[FORMULATING, AT_JOINT_MEETING, ESTABLISHED, RECRUITING, APPOINTED, WORKING, ADOPTED, HANDED_OVER]'
const page = (first: number, fields: string) =>
  `{ commissions(first: ${first}, filter: { states: ${withTexts} }) { nodes { slug draft { ${fields} } } } }`
const everything = 'html words updatedAt authorship { people shares { label share person { name } } }'

async function ask(query: string, as: PersonId | null = oda): Promise<{ nodes: any[]; statements: number }> {
  const before = taken
  const { data, errors } = await town.run(query, { as })
  expect(errors).toEqual([])
  return { nodes: data.commissions.nodes, statements: taken - before }
}

describe('the texts of a list', () => {
  it('take as many statements for two as for eight, once they were read', async () => {
    const { nodes } = await ask(page(8, everything))
    const told = nodes.filter(({ draft }) => draft?.words > 50 && draft.updatedAt && draft.authorship.people > 0)
    expect(told.length).toBe(7)
    const [two, eight] = [await ask(page(2, everything)), await ask(page(8, everything))]
    expect(eight.nodes).toEqual(nodes)
    expect(eight.statements).toBe(two.statements)
  })

  it('are read anew where somebody wrote', async () => {
    const [before] = (await ask(page(1, everything))).nodes
    const { rows } = await town.town.database.pool.query(
      'select d.room from drafts.draft d join commissions.commission c on c.draft_id = d.id where c.slug = $1',
      [before.slug],
    )
    const { room } = rows[0]
    const words = { type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'Et nyt ord' }] } as const
    const { update } = beginDraft({ type: 'doc', content: [words] } as never, 77, { otherwise: { source: 'import' } })
    await town.town.database.pool.query(
      `with seq as (update collab.room set next_seq = next_seq + 1 where name = $1 returning next_seq - 1 as seq, epoch)
       insert into collab.log (room, seq, epoch, person, mandate, updates, ends, received_at)
       select $1, seq, epoch, 'server', 'server', $2, $3, '2027-01-25T18:00:00Z' from seq`,
      [room, Buffer.from(update), [update.length]],
    )
    const [after] = (await ask(page(1, everything))).nodes
    expect(after.draft.html).toContain('Et nyt ord')
    expect(after.draft.words).toBe(before.draft.words + 3)
    expect(after.draft.updatedAt).toMatch(/^2027-01-25T18:00:00/)
  })
})
