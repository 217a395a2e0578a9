// Platform: begins a visit. Everything that a request sees is made here, from who is asking.
import { dayAt, type Language } from '@faellesrum/schema/kernel'
import { Reader, type Readings } from './reader.js'
import type { Town } from './town.js'
import { rolesOf, type Viewer } from './viewer.js'
import type { Visit } from './visit.js'

export function openVisit(
  town: Town,
  readings: Readings,
  who: { viewer: Viewer | null; language: Language; requestId: string; address: string | null },
): Visit {
  const now = town.clock.now()
  const read = new Reader(readings, (text, values) => town.database.read(text, values))
  const visit: Visit = { ...who, town, read, now, today: dayAt(now, town.zone), roles: rolesOf(who.viewer) }
  read.belongTo(visit)
  return visit
}
