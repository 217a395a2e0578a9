// Drafts: what one visit has already read of rooms and rights, so that each field of a text does not ask anew.
import { RoomName, type WrittenHead } from '@faellesrum/schema/rooms'
import type { Row, Visit } from '../platform/index.js'
import type { DraftOwner, DraftRights } from './owner.js'
import { type Text, textsOf } from './texts.js'

type Heads = ReadonlyMap<RoomName, WrittenHead>
type Memory = {
  heads: Map<string, Promise<Heads>>
  texts: Map<string, Promise<ReadonlyMap<RoomName, Text>>>
  rights: Map<string, Promise<ReadonlyMap<string, DraftRights>>>
}
const memories = new WeakMap<Visit, Memory>()

function memoryOf(visit: Visit): Memory {
  const known = memories.get(visit) ?? { heads: new Map(), texts: new Map(), rights: new Map() }
  memories.set(visit, known)
  return known
}

function once<Value>(memory: Map<string, Promise<Value>>, rows: readonly Row[], ask: () => Promise<Value>) {
  const key = rows.map((row) => row['$id'] as string).join()
  const known = memory.get(key) ?? ask()
  memory.set(key, known)
  return known
}

export const roomOf = (row: Row): RoomName => RoomName.print('draft', row['$id'] as string)

/** Where the rooms of these drafts stand. One statement. */
export const headsOf = (visit: Visit, rows: readonly Row[]): Promise<Heads> =>
  once(memoryOf(visit).heads, rows, () => visit.town.records.heads(rows.map(roomOf)))

/** The texts of these drafts; one whose room is not there is not in it. */
export const textsIn = (visit: Visit, rows: readonly Row[]): Promise<ReadonlyMap<RoomName, Text>> =>
  once(memoryOf(visit).texts, rows, async () => textsOf(visit.town.records).of((await headsOf(visit, rows)).values()))

/** The rights of the viewer in these drafts, asked of every owner once per set of drafts. */
export const rightsOf = (
  owners: readonly DraftOwner[],
  visit: Visit,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, DraftRights>> =>
  once(memoryOf(visit).rights, rows, async () => {
    const ids = rows.map((row) => row['$id'] as string)
    const answers = await Promise.all(owners.map((owner) => owner.rights(visit.town, visit.viewer, ids)))
    return new Map(answers.flatMap((answer) => [...answer]))
  })
