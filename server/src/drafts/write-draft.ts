// Drafts: how acts of other slices begin and announce a text; always inside their transaction.
import {
  type AuthorRef,
  beginDraft,
  commissionBeginning,
  commissionSections,
  type FilledSections,
  idOf,
  sectionId,
} from '@faellesrum/schema/drafts'
import type { MandateId, PersonId } from '@faellesrum/schema/kernel'
import { RoomName } from '@faellesrum/schema/rooms'
import type { Town, Writing } from '../platform/index.js'
import { DraftEntity } from './draft.entity.js'

export type SectionWriter = Readonly<{ person: PersonId; mandate: MandateId }>

const template: AuthorRef = { source: 'template' }

/** A commission's text in a room of its own, each section under its writer; answers the draft's id. */
export async function beginCommissionDraft(
  writing: Writing,
  { records, random }: Town,
  text: {
    title: string
    sections: FilledSections
    writers: Readonly<Record<string, SectionWriter>>
    versionName: string | null
  },
): Promise<string> {
  const id = writing.newId<'Draft'>()
  const room = RoomName.print('draft', id)
  const { json, who } = commissionBeginning(text.title, text.sections, template)
  const blocks = new Map(who.blocks)
  let writer: SectionWriter | undefined
  for (const node of json.content) {
    const block = idOf(node)!
    const section = commissionSections.find(({ key }) => sectionId(key) === block)
    if (section) writer = text.writers[section.key]
    else if (writer && !blocks.has(block)) blocks.set(block, writer)
  }
  const beginning = beginDraft(json, serverClient(random.bytes(4)), { ...who, blocks })
  await records.create(writing.tx, room, beginning)
  await writing.manager.insert(DraftEntity, { id, room, template: 'commission', versionName: text.versionName })
  return id
}

/** A client id of Yjs is 32 bits; a fresh room has no person's that it could meet. */
const serverClient = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)

/** More people may enter now. */
export const openRoom = ({ notice }: Writing, id: string): Promise<void> =>
  notice({ kind: 'opened', room: RoomName.print('draft', id) })

/** Fewer may be here: all but those who keep their right have to ask anew, whoever has signed in or is about to. */
export const closeRoom = ({ notice }: Writing, id: string, keeping: readonly PersonId[]): Promise<void> =>
  notice({ kind: 'closed', room: RoomName.print('draft', id), keeping })
