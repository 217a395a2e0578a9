// Collab, tests: small texts as plain data, rooms that begin with them, and what stands in somebody's document.
import { beginDraft, type DraftJson, type DraftNode, readDraft } from '@faellesrum/schema/drafts'
import { RoomName } from '@faellesrum/schema/rooms'
import * as Y from 'yjs'
import { roomRecords } from '../door.js'
import { type House, id, type Person } from './house.js'

export const p = (block: string, text: string): DraftNode => ({
  type: 'paragraph',
  attrs: { id: block },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})
export const text = (...content: DraftNode[]): DraftJson => ({ type: 'doc', content })
export const ref = ({ id: person, mandate }: Person) => ({ person, mandate })

/** A room whose text an act made, all of it this person's. */
export async function begun(house: House, author: Person, json: DraftJson): Promise<RoomName> {
  const { pool } = house.database
  const room = RoomName.print('draft', id())
  await roomRecords(pool).create(pool, room, beginDraft(json, 77, { otherwise: ref(author) }))
  return room
}

/** The letters of a block, to be written in. */
export const letters = (doc: Y.Doc, block: string): Y.XmlText =>
  (doc.getXmlFragment('default').toArray() as Y.XmlElement[]).find((one) => one.getAttribute('id') === block)!.get(0) as Y.XmlText

export const now = (doc: Y.Doc): DraftJson => readDraft(doc.getXmlFragment('default')).json

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
