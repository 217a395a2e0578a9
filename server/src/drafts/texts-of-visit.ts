// Drafts: what one visit has already read of rooms and rights, so that `html` and `words` do not replay a log twice.
import { type DraftNode, readDraft } from '@faellesrum/schema/drafts'
import { RoomName } from '@faellesrum/schema/rooms'
import type { Row, Visit } from '../platform/index.js'
import type { DraftOwner, DraftRights } from './owner.js'

type Memory = {
  texts: Map<string, Promise<DraftNode | null>>
  rights: Map<string, Promise<ReadonlyMap<string, DraftRights>>>
}
const memories = new WeakMap<Visit, Memory>()

function memoryOf(visit: Visit): Memory {
  const known = memories.get(visit)
  if (known) return known
  const memory: Memory = { texts: new Map(), rights: new Map() }
  memories.set(visit, memory)
  return memory
}

/** The text as plain data, read from the room's own update; null for a room that is not there. */
export function textOf(visit: Visit, draft: string): Promise<DraftNode | null> {
  const { texts } = memoryOf(visit)
  const known = texts.get(draft)
  if (known) return known
  const reading = visit.town.records
    .read(RoomName.print('draft', draft))
    .then((found) => (found === null ? null : readDraft(found.update).json))
  texts.set(draft, reading)
  return reading
}

/** The rights of the viewer in these drafts, asked of every owner once per set of drafts. */
export function rightsOf(
  owners: readonly DraftOwner[],
  visit: Visit,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, DraftRights>> {
  const ids = rows.map((row) => row['$id'] as string)
  const { rights } = memoryOf(visit)
  const key = ids.join()
  const known = rights.get(key)
  if (known) return known
  const asking = Promise.all(owners.map((owner) => owner.rights(visit.town, visit.viewer, ids))).then(
    (answers) => new Map(answers.flatMap((answer) => [...answer])),
  )
  rights.set(key, asking)
  return asking
}
