// The bench: its town. Rows straight into the tables, not through acts: what is measured is reading, and ten thousand acts
// would only take longer to arrive at the same rows. Everything is computed from a counter, so every run has the same town.
import type { Pool } from 'pg'
import { districts } from '@faellesrum/schema/municipality'

const standing = 8
const taskCommittees = 320
const citizens = 10
const politicians = 5
const groups = 7

const uuid = (kind: number, n: number) => `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

type Row = readonly unknown[]

async function insert(pool: Pool, table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    const part = rows.slice(at, at + 1000)
    const values = part.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
    await pool.query(`insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`, part.flat())
  }
}

export async function fillTown(pool: Pool): Promise<void> {
  const people = 3_000
  const persons = Array.from({ length: people }, (_, n): Row => [uuid(1, n), `Person ${n}`, uuid(2, n % groups)])
  const bodies: Row[] = [[uuid(3, 0), 'kommunalbestyrelsen', 'council', 'Kommunalbestyrelsen', 'Beslutter', '2015-01-01', 'kommunalbestyrelsen']]
  const ownerships: Row[] = []
  const mandates: Row[] = []
  const offices: Row[] = []
  const commissions: Row[] = []
  for (let s = 1; s <= standing; s += 1) {
    bodies.push([uuid(3, s), `staaende-${s}`, 'standing-committee', `Stående udvalg ${s}`, 'Følger op', '2015-01-01', `stående udvalg ${s}`])
    ownerships.push([uuid(3, s), uuid(3, 0), 1])
  }
  for (let t = 1; t <= taskCommittees; t += 1) {
    const body = uuid(3, standing + t)
    const name = `Opgaveudvalg ${t}`
    bodies.push([body, `opgaveudvalg-${t}`, 'task-committee', name, `Formålet med udvalg ${t}`, '2024-03-01', name.toLowerCase()])
    ownerships.push([body, uuid(3, 1 + (t % standing)), 1])
    for (let m = 0; m < politicians + citizens; m += 1) {
      const person = uuid(1, (t * 17 + m * 31) % people)
      mandates.push([uuid(4, t * 100 + m), m < politicians ? 'council-member' : 'citizen-member', person, body, '2024-03-01'])
      if (m === 0) offices.push([uuid(5, t), body, 'chair', person, '2024-03-01'])
    }
    commissions.push([uuid(6, t), `kommissorium-${t}`, `Kommissorium ${t}`, `Hvordan ${t}?`, 'working', false, body, name.toLowerCase()])
  }
  await insert(pool, 'people.electoral_group', ['id', 'slug', 'name'], Array.from({ length: groups }, (_, g): Row => [uuid(2, g), `liste-${g + 1}`, `Liste ${g + 1}`]))
  await insert(pool, 'people.person', ['id', 'name', 'group_id'], persons)
  // All have said yes to their name, so that every server shows the same.
  await insert(pool, 'people.name_consent', ['id', 'person_id', 'shows', 'by_guardian', 'from_day'],
    persons.map((_, n): Row => [uuid(7, n), uuid(1, n), 'full-name', false, '2024-01-01']))
  await insert(pool, 'committees.residence', ['person_id', 'district'],
    persons.map((_, n): Row => [uuid(1, n), districts[n % districts.length]!.slug]))
  await insert(pool, 'committees.body', ['id', 'slug', 'kind', 'name', 'purpose', 'from_day', 'search'], bodies)
  await insert(pool, 'committees.ownership', ['body_id', 'owner_id', 'position'], ownerships)
  await insert(pool, 'people.mandate', ['id', 'kind', 'person_id', 'body_id', 'from_day'], mandates)
  await insert(pool, 'committees.office', ['id', 'body_id', 'kind', 'person_id', 'from_day'], offices)
  await insert(pool, 'commissions.commission', ['id', 'slug', 'name', 'question', 'state', 'from_source', 'body_id', 'search'], commissions)
  await pool.query('vacuum analyze')
}
