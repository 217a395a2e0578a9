// Platform: what one process of the town has at hand. Made once in `server/bin/town.ts`, or by a test.
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { RoomRecords } from '@faellesrum/schema/rooms'
import type { Bus } from './bus.js'
import type { Clock, Random } from './clock.js'
import type { Database } from './database.js'
import type { PassSigner } from './pass-signer.js'
import type { Slice } from './slice.js'

export type Town = Readonly<{
  slices: readonly Slice[]
  database: Database
  clock: Clock
  random: Random
  log: Logger
  bus: Bus
  /** The records of collab's rooms, behind their port. */
  records: RoomRecords
  passes: PassSigner
  metrics: Registry
  /** The municipality's zone: which day it is, and when a meeting begins. */
  zone: string
  /** `http(s)://host[:port]`, no slash at the end: what links and passes point to. */
  publicUrl: string
  /** Demo sign-in is on, and the data is made up. */
  demo: boolean
  /** Keys that derived links are made with (invitations, receipts); never logged. */
  secret: Uint8Array
}>
