// Platform: begins a visit. Everything that a request sees is made here, from who is asking.
import { dayAt, type Language, type LocalDate } from '@faellesrum/schema/kernel'
import { Reader, type Readings } from './reader.js'
import type { Town } from './town.js'
import { rolesOf, type Viewer } from './viewer.js'
import type { Visit } from './visit.js'

/** What logs and masked errors quote; chance, so that it tells nothing. */
export const newRequestId = ({ random }: Pick<Town, 'random'>): string => Buffer.from(random.bytes(8)).toString('hex')

export function openVisit(
  town: Town,
  readings: Readings,
  who: { viewer: Viewer | null; byToken: boolean; language: Language; requestId: string; address: string | null },
): Visit {
  const now = town.clock.now()
  const read = new Reader(readings, (text, values) => town.database.read(text, values))
  const visit: Visit = { ...who, town, read, now, today: today(now, town.zone), roles: rolesOf(who.viewer) }
  read.belongTo(visit)
  return visit
}

// Days begin on a quarter of an hour in every zone of the world, so the day is worked out once in each.
const quarter = 15 * 60_000
let known: { quarter: number; zone: string; day: LocalDate } | null = null

function today(now: number, zone: string): LocalDate {
  const at = Math.floor(now / quarter)
  if (known?.quarter !== at || known.zone !== zone) known = { quarter: at, zone, day: dayAt(now, zone) }
  return known.day
}
