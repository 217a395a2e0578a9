// Erasure from the command line, over a real town: gone from the text, on the record without the words.
import { beginDraft } from '@faellesrum/schema/drafts'
import { newId } from '@faellesrum/schema/kernel'
import { RoomName } from '@faellesrum/schema/rooms'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyTrail } from '../src/platform/audit.js'
import { globalId } from '../src/platform/global-id.js'
import { aTown, type TestTown } from '../src/testing/town.js'
import { lookAtText, redactText } from './redact-text.js'

let town: TestTown
let owner: pg.Client
beforeAll(async () => {
  town = await aTown()
  owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await town.close()
})

test('a name is taken out of a text and its history; the trail says why, and not what', async () => {
  const { records } = town.town
  const id = newId<never>(Date.now(), randomBytes(16))
  const room = RoomName.print('draft', id)
  const json = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: 'Kaj Hansen sagde nej.' }] }] } as const
  await records.create(owner, room, beginDraft(json, 77, { otherwise: { source: 'template' } }))
  const draft = globalId('Draft', id)
  const look = await lookAtText(records, draft, ['kaj hansen'])
  expect(look).toContain('in 1 places of the text, and in about 0 of what was deleted')
  expect(look).toContain('Kaj Hansen sagde nej.\n  → […] sagde nej.')
  expect(await lookAtText(records, draft, ['findes ikke'])).toContain('look at the spelling first')
  expect(JSON.stringify((await records.read(room))!.json)).toContain('Kaj Hansen')
  await expect(lookAtText(records, 'person_x', ['nej'])).rejects.toThrow('is no id of a text')
  await expect(lookAtText(records, draft, [' '])).rejects.toThrow('holds no words')
  await expect(lookAtText(records, globalId('Draft', newId<never>(Date.now(), randomBytes(16))), ['nej'])).rejects.toThrow('there is no text')
  expect(await redactText(owner, records, draft, 'sag 25/1', ['Kaj Hansen'])).toMatch(/^taken out of the text in 1 places; its 1 rows/)
  expect(JSON.stringify((await records.read(room))!.json)).toContain('[…] sagde nej.')
  const { rows } = await owner.query("select * from audit.entry where act = 'redact-text'")
  expect(rows).toHaveLength(1)
  expect(rows[0].record).toMatchObject({ reason: 'sag 25/1', rows: 1, epoch: 2 })
  expect(JSON.stringify(rows)).not.toContain('Hansen')
  expect(await verifyTrail(owner)).toBeNull()
  await records.setState(owner, room, 'sealed')
  await expect(redactText(owner, records, draft, 'sag 25/1', ['nej'])).rejects.toThrow('is sealed')
  await expect(redactText(owner, records, 'person_x', 'sag 25/1', ['nej'])).rejects.toThrow()
})
